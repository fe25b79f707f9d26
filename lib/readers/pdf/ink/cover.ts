import { limits } from '../../limits.ts'
import { areaOf, type Box, heightOf, overlap, widthOf } from '../geometry.ts'
import type { Glyph } from './model.ts'

/** Something painted over what stood there before: the characters painted until then are below it. */
export interface Cover {
  readonly box: Box
  /** How many characters were painted before. */
  readonly after: number
  /** Nothing is seen through it, and it fills its box. */
  readonly whole: boolean
}

/** A straight piece of a stroke or of the edge of an area that runs neither across nor down. */
export interface Stroke {
  /** As for covers; a stroke is seen below characters too. */
  readonly after: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The middle of a character, which a stroke through it passes and one beside it does not, in parts of its box. */
const sides = 0.12
const above = 0.22
const below = 0.22

/** A cover hides as much of a character wholly, and less than `touched` not at all. */
const hidden = 0.85
const touched = 0.25

const middle = (box: Box): Box => ({
  left: box.left + sides * widthOf(box),
  right: box.right - sides * widthOf(box),
  top: box.top + above * heightOf(box),
  bottom: box.bottom - below * heightOf(box),
})

/** Whether a stroke passes through a box (Liang and Barsky's clipping of a line). */
const passes = ({ x0, y0, x1, y1 }: Stroke, box: Box): boolean => {
  let [from, to] = [0, 1]
  const cut = (step: number, room: number): boolean => {
    if (step === 0) return room >= 0
    const at = room / step
    if (step < 0) from = Math.max(from, at)
    else to = Math.min(to, at)
    return from <= to
  }
  return (
    cut(x0 - x1, x0 - box.left) &&
    cut(x1 - x0, box.right - x0) &&
    cut(y0 - y1, y0 - box.top) &&
    cut(y1 - y0, box.bottom - y0)
  )
}

/** Height of a band of the page: what may touch a character is looked for in its bands only. */
const bandHeight = 24
const mostBands = 400

const bandsOf = (top: number, bottom: number): readonly [first: number, last: number] => {
  const first = Math.floor(top / bandHeight)
  return [first, Math.min(Math.floor(bottom / bandHeight), first + mostBands)]
}

const byBand = <T>(all: readonly T[], reach: (item: T) => readonly [number, number]): Map<number, T[]> => {
  const bands = new Map<number, T[]>()
  for (const item of all.slice(0, limits.pdf.covers)) {
    const [first, last] = bandsOf(...reach(item))
    for (let band = first; band <= last; band++) {
      const there = bands.get(band)
      if (there) there.push(item)
      else bands.set(band, [item])
    }
  }
  return bands
}

const shareOf = (box: Box, cover: Box): number => {
  const area = areaOf(box)
  const shared =
    overlap(box.left, box.right, cover.left, cover.right) *
    overlap(box.top, box.bottom, cover.top, cover.bottom)
  return area > 0 ? shared / area : 0
}

export interface Uncovered {
  readonly glyphs: readonly Glyph[]
  /** Where characters stood that something painted later hides. */
  readonly hidden: readonly Box[]
}

/**
 * What of the characters is still seen when all is painted, those marked that something painted later touches or a
 * stroke runs through.
 */
export const uncovered = (
  glyphs: readonly Glyph[],
  covers: readonly Cover[],
  strokes: readonly Stroke[],
): Uncovered => {
  if (covers.length === 0 && strokes.length === 0) return { glyphs, hidden: [] }
  const coverBands = byBand(covers, ({ box }) => [box.top, box.bottom])
  const strokeBands = byBand(strokes, ({ y0, y1 }) => [Math.min(y0, y1), Math.max(y0, y1)])
  const gone: Box[] = []
  const seen = glyphs.flatMap((glyph, at): Glyph[] => {
    if (glyph.text.trim() === '') return [glyph]
    const { box } = glyph
    const core = middle(box)
    const [first, last] = bandsOf(box.top, box.bottom)
    let marked = false
    for (let band = first; band <= last; band++) {
      for (const cover of coverBands.get(band) ?? []) {
        if (cover.after <= at) continue
        const share = shareOf(core, cover.box)
        if (share >= hidden && cover.whole) {
          gone.push(box)
          return []
        }
        if (share >= touched) marked = true
      }
      marked ||= (strokeBands.get(band) ?? []).some(stroke => stroke.after > at && passes(stroke, core))
    }
    return [marked ? { ...glyph, overdrawn: true } : glyph]
  })
  return { glyphs: seen, hidden: gone }
}
