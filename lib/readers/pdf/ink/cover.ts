import { areaOf, type Box, heightOf, overlap, widthOf } from '../geometry.ts'
import { bandsOf, byBand } from './bands.ts'

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

/** A cover hides as much of a character wholly, and less than `touchedShare` not at all. */
const hidden = 0.85
const touchedShare = 0.25

export const middle = (box: Box): Box => ({
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

/** How much of a box lies in another. */
export const shareOf = (box: Box, cover: Box): number => {
  const area = areaOf(box)
  const shared =
    overlap(box.left, box.right, cover.left, cover.right) *
    overlap(box.top, box.bottom, cover.top, cover.bottom)
  return area > 0 ? shared / area : 0
}

/** What boxes alone tell of a character. */
export type BoxVerdict = 'free' | 'touched' | 'hidden'

/** Tells of characters by their boxes whether something painted later touches or hides them, or a stroke runs through. */
export const coverage = (
  covers: readonly Cover[],
  strokes: readonly Stroke[],
): ((box: Box, at: number) => BoxVerdict) => {
  if (covers.length === 0 && strokes.length === 0) return () => 'free'
  const coverBands = byBand(covers, ({ box }) => [box.top, box.bottom])
  const strokeBands = byBand(strokes, ({ y0, y1 }) => [Math.min(y0, y1), Math.max(y0, y1)])
  return (box, at) => {
    const core = middle(box)
    const [first, last] = bandsOf(box.top, box.bottom)
    let touched = false
    for (let band = first; band <= last; band++) {
      for (const cover of coverBands.get(band) ?? []) {
        if (cover.after <= at) continue
        const share = shareOf(core, cover.box)
        if (share >= hidden && cover.whole) return 'hidden'
        if (share >= touchedShare) touched = true
      }
      touched ||= (strokeBands.get(band) ?? []).some(stroke => stroke.after > at && passes(stroke, core))
    }
    return touched ? 'touched' : 'free'
  }
}
