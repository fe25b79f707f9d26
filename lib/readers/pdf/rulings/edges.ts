import type { Ruling } from '../ink/model.ts'
import type { Frame } from './frames.ts'
import { tolerance } from './join.ts'

/** The lines of a frame in order, outer lines that were not drawn included, and which sides those are. */
export interface Edges {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly openLeft: boolean
  readonly openRight: boolean
  readonly openTop: boolean
  readonly openBottom: boolean
}

/** Lines that end less than this beyond the outermost crossing line overshoot it; more, and there is a cell without outer line. */
const overshoot = 6

/** Where a table is open to the edge of the page, its text may stand a little beyond the ends of its lines. */
const overhang = 8

const places = (rulings: readonly Ruling[]): number[] => {
  const distinct: number[] = []
  for (const at of rulings.map(ruling => ruling.at).sort((a, b) => a - b))
    if (distinct.length === 0 || at - distinct.at(-1)! > tolerance) distinct.push(at)
  return distinct
}

/** The common end of lines beyond the outermost crossing line; null where fewer than half of them go beyond. */
const beyond = (ends: readonly number[], outermost: number, sign: 1 | -1): number | null => {
  const past = ends.filter(end => (end - outermost) * sign > overshoot)
  if (past.length === 0 || past.length * 2 < ends.length) return null
  return past.sort((a, b) => a - b)[past.length >> 1]!
}

/**
 * The grid lines of a frame. A table may be drawn without its left and right border, and at the end of a page without
 * a line below the row that is cut there: then the ends of the other lines tell where its outer cells end.
 */
export const edgesOf = (frame: Frame): Edges => {
  const xs = places(frame.down)
  const ys = places(frame.across)
  const left = beyond(
    frame.across.map(ruling => ruling.from),
    xs[0]!,
    -1,
  )
  const right = beyond(
    frame.across.map(ruling => ruling.to),
    xs.at(-1)!,
    1,
  )
  const top = beyond(
    frame.down.map(ruling => ruling.from),
    ys[0]!,
    -1,
  )
  const bottom = beyond(
    frame.down.map(ruling => ruling.to),
    ys.at(-1)!,
    1,
  )
  return {
    xs: [...(left === null ? [] : [left]), ...xs, ...(right === null ? [] : [right])],
    ys: [...(top === null ? [] : [top - overhang]), ...ys, ...(bottom === null ? [] : [bottom + overhang])],
    openLeft: left !== null,
    openRight: right !== null,
    openTop: top !== null,
    openBottom: bottom !== null,
  }
}
