import type { Ruling } from '../ink/model.ts'
import type { Frame } from './frames.ts'

/** The lines of a frame in order, outer lines that were not drawn included. */
export interface Edges {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The outermost row is there only because a few lines go beyond the others: a merged cell that goes on over the page. */
  readonly looseTop: boolean
  readonly looseBottom: boolean
}

/** Lines that end less than this beyond the outermost crossing line overshoot it; more, and there is a cell without outer line. */
const overshoot = 6

/** Where a table is open to the edge of the page, its text may stand a little beyond the ends of its lines. */
const overhang = 8

/** No cell is narrower or lower: lines as near as this are the borders of two cells that stand a little apart. */
const smallestCell = 5

const places = (rulings: readonly Ruling[]): number[] => {
  const groups: { first: number; last: number }[] = []
  for (const at of rulings.map(ruling => ruling.at).sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && at - group.first <= smallestCell) group.last = at
    else groups.push({ first: at, last: at })
  }
  return groups.map(({ first, last }) => (first + last) / 2)
}

interface Beyond {
  readonly at: number
  /** Fewer than half of the lines go there. */
  readonly loose: boolean
}

/** The common end of lines beyond the outermost crossing line, if any go beyond. */
const beyond = (ends: readonly number[], outermost: number, sign: 1 | -1): Beyond | null => {
  const past = ends.filter(end => (end - outermost) * sign > overshoot).sort((a, b) => a - b)
  if (past.length === 0) return null
  return { at: past[past.length >> 1]!, loose: past.length * 2 < ends.length }
}

/** Whether several lines go there, the first or the last among them: beside a tall merged cell the others do not. */
const isShared = (across: readonly Ruling[], at: number, sign: 1 | -1, ys: readonly number[]): boolean => {
  const reaching = across.filter(({ from, to }) => Math.abs((sign < 0 ? from : to) - at) <= overshoot)
  const outermost = ({ at: y }: Ruling): boolean =>
    y - ys[0]! <= smallestCell || ys.at(-1)! - y <= smallestCell
  return reaching.length > 1 && reaching.some(outermost)
}

/**
 * The grid lines of a frame. A table may be drawn without its left and right border, and at the end of a page without
 * a line below the cells that go on: then the ends of the other lines tell where its outer cells end.
 */
export const edgesOf = (frame: Frame): Edges => {
  const xs = places(frame.down)
  const ys = places(frame.across)
  const starts = (rulings: readonly Ruling[]): number[] => rulings.map(ruling => ruling.from)
  const ends = (rulings: readonly Ruling[]): number[] => rulings.map(ruling => ruling.to)
  const left = beyond(starts(frame.across), xs[0]!, -1)
  const right = beyond(ends(frame.across), xs.at(-1)!, 1)
  const isSide = (side: Beyond | null, sign: 1 | -1): side is Beyond =>
    side !== null && (!side.loose || isShared(frame.across, side.at, sign, ys))
  const top = beyond(starts(frame.down), ys[0]!, -1)
  const bottom = beyond(ends(frame.down), ys.at(-1)!, 1)
  return {
    xs: [...(isSide(left, -1) ? [left.at] : []), ...xs, ...(isSide(right, 1) ? [right.at] : [])],
    ys: [...(top ? [top.at - overhang] : []), ...ys, ...(bottom ? [bottom.at + overhang] : [])],
    looseTop: top?.loose ?? false,
    looseBottom: bottom?.loose ?? false,
  }
}
