import type { Glyph, Ink, Ruling } from '../../pdf/ink/model.ts'
import { isWide } from '../../pdf/spelling/wide.ts'
import type { Place } from '../geometry.ts'
import type { Paragraph } from '../slim/model.ts'
import type { Drawn } from '../slim/place-model.ts'
import type { PlacedPage } from './pages.ts'

/** Points; the size of text that says none, and lines thinner than any letter. */
const usualSize = 10.5
const thinnest = 3
/** From line to line, and the width of letters that are not ideographs, in ems. */
const pitch = 1.3
const narrow = 0.5
/** A line may be this much wider than its box before it is broken: how wide letters are is only estimated. */
const tolerance = 1.3
/** A box lower than this, in ems, has one line, which stands in the middle of it. */
const oneLine = 2.2

const widthOf = (character: string): number => (isWide(character) ? 1 : narrow)
const widthOfAll = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + widthOf(character), 0)

/** The lines a paragraph takes in a box `room` ems wide. */
const linesIn = ({ content }: Paragraph, room: number): string[][] => {
  const text = content.map(piece =>
    piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '\n' : '\u25a1',
  )
  return text
    .join('')
    .split('\n')
    .flatMap(line => {
      const characters = [...line]
      if (widthOfAll(characters) <= room * tolerance) return [characters]
      const lines: string[][] = [[]]
      let taken = 0
      for (const character of characters) {
        if (taken + widthOf(character) > room && lines.at(-1)!.length > 0) {
          lines.push([])
          taken = 0
        }
        lines.at(-1)!.push(character)
        taken += widthOf(character)
      }
      return lines
    })
}

const starts: Readonly<Record<string, number>> = { center: 0.5, right: 1, end: 1 }
const risings: Readonly<Record<string, number>> = { ctr: 0.5, b: 1 }

const severalNumbers = /[\d０-９]\s+\S*[\d０-９]/u
/** Boxes may reach so far over a line that they stand beside. */
const reach = 2

const isCrossed = ({ left, top, width, height }: Place, rulings: readonly Ruling[]): boolean =>
  rulings.some(
    ({ across, at, from, to }) =>
      !across && at > left + reach && at < left + width - reach && from < top + height && to > top,
  )

interface Written {
  readonly glyphs: Glyph[]
  readonly unseen: Glyph['box'][]
}

/** The characters of a box, each where it stands as near as can be told. */
const write = (drawn: Drawn, { glyphs, unseen }: Written, rulings: readonly Ruling[]): void => {
  const { place, insets, blocks, vertical } = drawn
  const paragraphs = blocks.filter(block => block.kind === 'paragraph')
  const inner = place.width - insets[0] - insets[2]
  const room = inner > 0 ? inner : Number.POSITIVE_INFINITY
  const lines = paragraphs.flatMap(paragraph => {
    const size = Math.max(1, paragraph.size === undefined ? usualSize : paragraph.size / 2)
    return linesIn(paragraph, room / size).map(characters => ({ characters, size, paragraph }))
  })
  const height = lines.reduce((sum, { size }) => sum + size * pitch, 0)
  const single = lines.length === 1 && place.height > 0 && place.height < oneLine * lines[0]!.size
  const slack = single
    ? (place.height - height) / 2
    : insets[1] + Math.max(0, place.height - height) * (risings[vertical] ?? 0)
  let top = place.top + slack
  for (const { characters, size, paragraph } of lines) {
    const natural = widthOfAll(characters) * size
    const scale = natural > room ? room / natural : 1
    const rest = room === Number.POSITIVE_INFINITY ? 0 : room - natural * scale
    // Where a space between two numbers ends is only estimated: which side of a line they stand on is not known.
    const overdrawn = severalNumbers.test(characters.join('')) && isCrossed(place, rulings)
    let left = place.left + (inner > 0 ? insets[0] : 0) + rest * (starts[paragraph.alignment] ?? 0)
    for (const text of characters) {
      const right = left + widthOf(text) * size * scale
      const box = { left, top, right, bottom: top + size }
      const struck = paragraph.doubts.includes('struck-text-kept')
      if (paragraph.doubts.length > 0 && !struck) unseen.push(box)
      else
        glyphs.push({
          text,
          box,
          size,
          flow: 0,
          ...(struck ? { struck: true as const } : {}),
          ...(overdrawn ? { overdrawn: true as const } : {}),
        })
      left = right
    }
    top += size * pitch
  }
}

const line = (across: boolean, at: number, from: number, to: number): Ruling => ({ across, at, from, to })

const rulingsOf = ({ place, outlined }: { place: Place; outlined: boolean }): Ruling[] => {
  const { left, top, width, height } = place
  const [right, bottom] = [left + width, top + height]
  if (height < thinnest && width < thinnest) return []
  if (height < thinnest) return [line(true, top + height / 2, left, right)]
  if (width < thinnest) return [line(false, left + width / 2, top, bottom)]
  if (!outlined) return []
  return [
    line(true, top, left, right),
    line(true, bottom, left, right),
    line(false, left, top, bottom),
    line(false, right, top, bottom),
  ]
}

/** A page of boxes and lines as it is seen, so that it can be read as the pages of other files are. */
export const inkOfPage = (
  { texts, shapes }: PlacedPage,
  page: number,
  size: readonly [number, number],
): Ink => {
  const written: Written = { glyphs: [], unseen: [] }
  const rulings = shapes.flatMap(rulingsOf)
  for (const text of texts) write(text, written, rulings)
  const farthest = (take: (place: Place) => number): number =>
    [...texts, ...shapes].reduce((most, { place }) => Math.max(most, take(place)), 0)
  return {
    page,
    width: Math.max(size[0], farthest(({ left, width }) => left + width) + 1),
    height: Math.max(size[1], farthest(({ top, height }) => top + height) + 1),
    glyphs: written.glyphs,
    rulings,
    pictures: [],
    unseen: written.unseen,
    askew: 0,
    unreadable: 0,
    overdrawn: false,
    marks: [],
    onPicture: false,
    broken: false,
  }
}
