import { type Box, heightOf, median, middleY, widthOf } from '../../readers/pdf/geometry.ts'
import type { Glyph } from '../../readers/pdf/ink/model.ts'
import { isWide } from '../../readers/pdf/spelling/wide.ts'

/** Characters that are not ideographs are about half as wide. */
const narrow = 0.5

const emsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : narrow), 0)

/** Shorter lines do not show in which size they are set. */
const leastEms = 4
/** What is seen of a line is so much of its size at most and at least. */
const tallest = 1.1
const lowest = 0.6
/** Ink of one line without ideographs of a usual height, in sizes. */
const usual = 0.85

/** The size that a line of text is set in, by its width; null where it is too short to tell. */
const ownSize = (text: string, box: Box): number | null => {
  const ems = emsOf(text)
  const size = widthOf(box) / ems
  const height = heightOf(box)
  return ems >= leastEms && height <= tallest * size && height >= lowest * size ? size : null
}

/** A text in its place. */
export interface PlacedText {
  readonly text: string
  readonly box: Box
}

/** What most lines of a page are set in, in points. */
export const usualSize = (texts: readonly PlacedText[]): number => {
  const sizes = texts.flatMap(({ text, box }) => ownSize(text, box) ?? [])
  return sizes.length > 0 ? median(sizes) : median(texts.map(({ box }) => heightOf(box))) / usual
}

/** Sizes this near to the usual one are the usual one. */
const nearUsual = 0.15

const sizeOf = ({ text, box }: PlacedText, usualOne: number): number => {
  const own = ownSize(text, box) ?? heightOf(box) / usual
  return Math.abs(own - usualOne) <= nearUsual * usualOne ? usualOne : own
}

/** The characters of a text side by side in its place, each as wide as its kind is. */
export const charactersIn = ({ text, box }: PlacedText): { text: string; box: Box }[] => {
  const em = widthOf(box) / emsOf(text)
  let left = box.left
  return [...text].map(character => {
    const from = left
    left += (isWide(character) ? 1 : narrow) * em
    return { text: character, box: { ...box, left: from, right: left } }
  })
}

/** The characters of a text as a page of a PDF has them: all of one size on one base line. */
export const glyphsIn = (placed: PlacedText, usualOne: number): Glyph[] => {
  // Large type in a low line: its words are not those that were read, or it is a seal.
  const size = Math.max(1, sizeOf(placed, usualOne))
  const middle = middleY(placed.box)
  const [top, bottom] = [middle - size / 2, middle + size / 2]
  return charactersIn(placed).map(({ text, box: { left, right } }) => ({
    text,
    size,
    flow: 0,
    box: { left, right, top, bottom },
  }))
}
