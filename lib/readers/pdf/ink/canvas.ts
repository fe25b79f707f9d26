import { limits } from '../../limits.ts'
import type { PaintedText } from '../engine/painted.ts'
import { areaOf, type Box, heightOf, middleX, middleY, widthOf } from '../geometry.ts'
import { isWhite } from './colour.ts'
import type { Cover, Stroke } from './cover.ts'
import type { Glyph, Ruling, Sketch } from './model.ts'
import { thingList } from './things.ts'

/** Borders are thinner than this; anything wider is an area. */
export const thickest = 3

interface Area {
  readonly box: Box
  readonly light: boolean
}

/** Collects what is painted on one page, in the order of painting. */
export interface Canvas {
  readonly glyphs: Glyph[]
  readonly rulings: Ruling[]
  readonly pictures: Box[]
  readonly covers: Cover[]
  readonly strokes: Stroke[]
  /** By what text each character is painted. */
  readonly sources: PaintedText[]
  /** What may keep characters from being seen as they are. */
  readonly things: ReturnType<typeof thingList>
  /** Outlines of letters, which make characters bold. */
  readonly letterings: ReturnType<typeof thingList>
  /** Where characters stand that are not seen. */
  readonly unseen: Box[]
  /** What is drawn beside text, rulings and grounds. */
  readonly sketches: Sketch[]
  /** Characters painted with invisible ink. */
  readonly invisible: Glyph[]
  askew: number
  unreadable: number
  readonly overdrawn: () => boolean
  readonly line: (x0: number, y0: number, x1: number, y1: number, width: number, colour: string) => void
  readonly area: (box: Box, colour: string) => void
  /** Something that may lie over characters; `whole`: nothing is seen through it and it fills its box. */
  readonly cover: (box: Box, whole: boolean) => void
  /** A slanting line over what was painted before it, or, of a stroke, through anything. */
  readonly slant: (x0: number, y0: number, x1: number, y1: number, edge: boolean) => void
  readonly picture: (box: Box) => void
  /** Whether something white would be seen at that place: on a coloured area or a picture. */
  readonly dark: (box: Box) => boolean
}

/** A page without anything on it. */
export const blankCanvas = (): Canvas => {
  const areas: Area[] = []
  const rulings: Ruling[] = []
  const pictures: Box[] = []
  const glyphs: Glyph[] = []
  const covers: Cover[] = []
  const strokes: Stroke[] = []
  let shapes = 0
  const room = (): boolean => {
    shapes += 1
    return shapes <= limits.pdf.shapes
  }
  const ruling = (across: boolean, at: number, from: number, to: number): void => {
    rulings.push({ across, at, from: Math.min(from, to), to: Math.max(from, to) })
  }
  const cover = (box: Box, light: boolean): void => {
    if (areas.length < limits.pdf.areas) areas.push({ box, light })
  }
  const dark = (box: Box): boolean => {
    const x = middleX(box)
    const y = middleY(box)
    const covers = (other: Box): boolean =>
      other.left <= x && x <= other.right && other.top <= y && y <= other.bottom
    const area = areas.findLast(other => covers(other.box))
    return (area !== undefined && !area.light) || pictures.some(covers)
  }
  const edges = (box: Box): void => {
    ruling(true, box.top, box.left, box.right)
    ruling(true, box.bottom, box.left, box.right)
    ruling(false, box.left, box.top, box.bottom)
    ruling(false, box.right, box.top, box.bottom)
  }
  /** A thin area is a line; a dot may be a piece of either kind. */
  const thin = (box: Box): boolean => {
    const wide = widthOf(box) > thickest
    const high = heightOf(box) > thickest
    if (wide && high) return false
    if (!high) ruling(true, middleY(box), box.left, box.right)
    if (!wide) ruling(false, middleX(box), box.top, box.bottom)
    return true
  }
  const over = (box: Box, whole: boolean): void => {
    if (glyphs.length > 0 && covers.length < limits.pdf.covers && widthOf(box) > 0 && heightOf(box) > 0)
      covers.push({ box, after: glyphs.length, whole })
  }
  const slant = (x0: number, y0: number, x1: number, y1: number, edge: boolean): void => {
    if (strokes.length < limits.pdf.covers)
      strokes.push({ x0, y0, x1, y1, after: edge ? glyphs.length : Number.POSITIVE_INFINITY })
  }
  return {
    glyphs,
    rulings,
    pictures,
    covers,
    strokes,
    sources: [],
    things: thingList(),
    letterings: thingList(),
    cover: over,
    slant,
    unseen: [],
    invisible: [],
    sketches: [],
    askew: 0,
    unreadable: 0,
    overdrawn: () => shapes > limits.pdf.shapes,
    dark,
    line: (x0, y0, x1, y1, width, colour) => {
      if (!room()) return
      const across = Math.abs(y1 - y0) <= 0.7
      if (!across && Math.abs(x1 - x0) > 0.7) {
        slant(x0, y0, x1, y1, false)
        return
      }
      const half = width / 2
      const box = {
        left: Math.min(x0, x1) - (across ? 0 : half),
        right: Math.max(x0, x1) + (across ? 0 : half),
        top: Math.min(y0, y1) - (across ? half : 0),
        bottom: Math.max(y0, y1) + (across ? half : 0),
      }
      if (width > thickest) over(box, false)
      if (isWhite(colour) && !dark(box)) return
      if (width > thickest) cover(box, isWhite(colour))
      else if (across) ruling(true, (y0 + y1) / 2, x0, x1)
      else ruling(false, (x0 + x1) / 2, y0, y1)
    },
    area: (box, colour) => {
      if (!room()) return
      const light = isWhite(colour)
      // White boxes on a dark ground leave the ground as lines between them.
      const onDark = light && dark(box)
      if (light && !onDark) {
        if (areas.length > 0) cover(box, light)
        return
      }
      if (thin(box)) return
      if (onDark && areaOf(box) > 0) edges(box)
      cover(box, light)
    },
    picture: box => {
      if (room() && !thin(box)) pictures.push(box)
    },
  }
}
