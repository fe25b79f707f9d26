import { limits } from '../../limits.ts'
import type { Operator } from '../engine/painted.ts'
import { type Box, heightOf, overlap, widthOf } from '../geometry.ts'
import { bandsOf, byBand } from './bands.ts'

/** Something painted that may keep characters from being seen as they are. */
export interface Thing {
  readonly operator: Operator
  readonly box: Box
  /** It lies upon the characters painted until then; those painted later lie upon it. */
  readonly after: number
  /** How light it is, 0 to 1, where that is all that matters to the characters upon it; null: they may be lost in it. */
  readonly tone: number | null
}

/** Characters upon something as light as they are, but for less than this, are not seen. */
const contrast = 0.35

/** Where the ink of digits and letters stands in the boxes of characters, in parts of them. */
const sides = 0.05
const above = 0.08
const below = 0.17

/** Where the ink of a character may be. */
export const reachOfInk = (box: Box): Box => ({
  left: box.left + sides * widthOf(box),
  right: box.right - sides * widthOf(box),
  top: box.top + above * heightOf(box),
  bottom: box.bottom - below * heightOf(box),
})

/** Whether boxes share anything, lines without breadth too. */
export const meets = (box: Box, other: Box): boolean =>
  box.left <= other.right && other.left <= box.right && box.top <= other.bottom && other.top <= box.bottom

/** Tells which of many things bear upon a character, by its place, its number in the order of painting, and its lightness. */
export const thingsAt = (
  things: readonly Thing[],
): ((box: Box, at: number, tone: number | null) => readonly Thing[]) => {
  if (things.length === 0) return () => []
  const bands = byBand(things, ({ box }) => [box.top, box.bottom])
  return (box, at, tone) => {
    const reach = reachOfInk(box)
    const [first, last] = bandsOf(reach.top, reach.bottom)
    let found: Set<Thing> | undefined
    for (let band = first; band <= last; band++)
      for (const thing of bands.get(band) ?? []) {
        const lost = thing.tone === null || tone === null || Math.abs(thing.tone - tone) < contrast
        if (!(at < thing.after || lost) || !meets(reach, thing.box)) continue
        found ??= new Set()
        found.add(thing)
      }
    return found ? [...found] : []
  }
}

/** Things of one page, as many as are looked at. */
export const thingList = (): {
  readonly all: readonly Thing[]
  readonly add: (thing: Thing) => void
  /** There are more. */
  readonly isFull: () => boolean
} => {
  const all: Thing[] = []
  let full = false
  return {
    all,
    add: thing => {
      if (all.length < limits.pdf.things) all.push(thing)
      else full = true
    },
    isFull: () => full,
  }
}

/** Whether two stretches share more than a part of the shorter. */
export const sharesMost = (box: Box, other: Box, part: number): boolean =>
  overlap(box.left, box.right, other.left, other.right) > part * Math.min(widthOf(box), widthOf(other)) &&
  overlap(box.top, box.bottom, other.top, other.bottom) > part * Math.min(heightOf(box), heightOf(other))
