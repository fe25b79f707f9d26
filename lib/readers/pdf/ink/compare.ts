import type { Drawing } from '../engine/draw.ts'
import type { Box } from '../geometry.ts'

/** Part of a page as pixels. */
export interface Shot {
  readonly drawing: Drawing
  /** Where its top left lies on the page, in points, and its pixels to a point. */
  readonly left: number
  readonly top: number
  readonly scale: number
}

/** How a character is seen on its page. */
export type Sight =
  /** As it is. */
  | 'clear'
  /** Something hides a part of it, or is seen upon it. */
  | 'disturbed'
  /** Nothing of it. */
  | 'hidden'
  /** It paints nothing: its font is not in the file, or its glyph is empty. */
  | 'unpainted'

const bgra = 4
const alpha = 3
const colours = [0, 1, 2] as const

/** Pixels of a drawing that lie in a box, as the places of their first byte. */
export const pixelsIn = ({ drawing, left, top, scale }: Shot, box: Box): number[][] => {
  const from = (value: number): number => Math.max(0, Math.floor(value * scale))
  const columns = [from(box.left - left), Math.min(drawing.width, Math.ceil((box.right - left) * scale))]
  const rows = [from(box.top - top), Math.min(drawing.height, Math.ceil((box.bottom - top) * scale))]
  const lines: number[][] = []
  for (let y = rows[0]!; y < rows[1]!; y++) {
    const line: number[] = []
    for (let x = columns[0]!; x < columns[1]!; x++) line.push((y * drawing.width + x) * bgra)
    lines.push(line)
  }
  return lines
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** Less of a pixel than this is none of a glyph, more is all of it. */
const outside = 0.04
const inside = 0.85
/** A contrast below this is not seen, below the other it is hard to see where it should be more; of 255. */
const unseen = 22
const faded = 45
const hard = 60
/** A pixel may differ by this part of the contrast: a watermark darkens paper and glyph a little. */
const allowed = 0.4
/** So much of a glyph's ink may be other than it should be. */
const mostStray = 0.05
/** As little of a glyph is seen that the rest says nothing. */
const leastSeen = 0.12

interface Pixel {
  readonly at: number
  /** How much of it the glyph fills. */
  readonly share: number
  /** The glyph fills some of it or of a pixel beside it. */
  readonly near: boolean
}

/** The pixels of what a glyph alone paints in a box, those around them too; empty where it paints nothing. */
const maskOf = (text: Drawing, lines: readonly (readonly number[])[]): Pixel[] => {
  const opaque = (at: number | undefined): number => (at === undefined ? 0 : text.pixels[at + alpha]!)
  let most = 0
  for (const line of lines) for (const at of line) most = Math.max(most, opaque(at))
  if (most === 0) return []
  let [first, last, left, right] = [lines.length, -1, Number.POSITIVE_INFINITY, -1]
  lines.forEach((line, y) => {
    line.forEach((at, x) => {
      if (opaque(at) <= outside * most) return
      first = Math.min(first, y)
      last = Math.max(last, y)
      left = Math.min(left, x)
      right = Math.max(right, x)
    })
  })
  const pixels: Pixel[] = []
  for (let y = Math.max(0, first - 1); y <= Math.min(lines.length - 1, last + 1); y++)
    for (let x = Math.max(0, left - 1); x <= Math.min(lines[y]!.length - 1, right + 1); x++) {
      const share = opaque(lines[y]![x]) / most
      let near = share > inside
      for (let dy = -1; dy <= 1 && !near; dy++)
        for (let dx = -1; dx <= 1 && !near; dx++) near = opaque(lines[y + dy]?.[x + dx]) > outside * most
      pixels.push({ at: lines[y]![x]!, share, near })
    }
  return pixels
}

/** A character that is looked at. */
interface Looked {
  readonly box: Box
  /** Its ink may be wider by a pixel. */
  readonly bold: boolean
  /** How light it should be, 0 to 1. */
  readonly tone: number | null
  /** What its ink should fill at least, in square points. */
  readonly area: number
}

/** Less of its ink than this is not all of it. */
const leastInk = 0.7

/** A contrast that is less than this part of what it should be is weak. */
const weak = 0.6

/**
 * Compares a page as it is shown with what a text paints alone, at the place of one character: paper and ink are each of
 * one colour there, and each pixel between them by as much as the glyph fills of it.
 */
export const sightOf = (page: Shot, text: Drawing, { box, bold, tone, area }: Looked): Sight => {
  const mask = maskOf(text, pixelsIn(page, box))
  const ink = mask.filter(({ share }) => share > inside)
  const ground = mask.filter(({ share, near }) => (bold ? !near : share <= outside))
  if (ink.length === 0) return 'unpainted'
  const { pixels } = page.drawing
  const typical = (some: readonly Pixel[], colour: number): number =>
    middle(some.map(({ at }) => pixels[at + colour]!))
  const paper = colours.map(colour => (ground.length === 0 ? 255 : typical(ground, colour)))
  const painted = colours.map(colour => typical(ink, colour))
  const seen = ink.filter(({ at }) => colours.some(c => Math.abs(pixels[at + c]! - paper[c]!) > hard / 2))
  const contrast = Math.max(...colours.map(c => Math.abs(painted[c]! - paper[c]!)))
  if (seen.length < leastSeen * ink.length) return 'hidden'
  if (contrast < unseen) return seen.length === 0 ? 'hidden' : 'disturbed'
  const due = tone === null ? 255 : 255 * Math.abs(tone - Math.max(...paper) / 255)
  if (contrast < faded || (contrast < hard && contrast < weak * due)) return 'disturbed'
  let stray = 0
  let filled = 0
  for (const { at, share, near } of mask) {
    filled += share
    if (bold && near && share <= inside) continue
    const off = Math.max(
      ...colours.map(c => Math.abs(pixels[at + c]! - (paper[c]! + share * (painted[c]! - paper[c]!)))),
    )
    if (off > allowed * contrast) stray += Math.min(1, off / contrast)
  }
  if (filled < leastInk * area * page.scale ** 2) return 'disturbed'
  return stray > mostStray * filled ? 'disturbed' : 'clear'
}

/** Ink on white paper is darker than this, of 255. */
const darkest = 175

/** Whether a pixel of what was drawn on nothing would be ink on white paper. */
export const isInk = ({ pixels }: Drawing, at: number): boolean => {
  const opaque = pixels[at + alpha]! / 255
  if (opaque === 0) return false
  const light = 0.11 * pixels[at]! + 0.59 * pixels[at + 1]! + 0.3 * pixels[at + 2]!
  return 255 - opaque * (255 - light) < darkest
}

/** Something this opaque is seen upon a character. */
const opaqueEnough = 90
const leastTouched = 0.04

/** Whether anything is drawn in a box. */
export const isTouched = (shot: Shot, box: Box): boolean => {
  const pixels = pixelsIn(shot, box).flat()
  const there = pixels.filter(at => shot.drawing.pixels[at + alpha]! > opaqueEnough)
  return there.length > leastTouched * pixels.length
}

/** Whether nothing at all is drawn in a box. */
export const isEmpty = (shot: Shot, box: Box): boolean =>
  pixelsIn(shot, box)
    .flat()
    .every(at => shot.drawing.pixels[at + alpha] === 0)
