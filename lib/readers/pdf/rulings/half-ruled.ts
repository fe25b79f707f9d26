import type { Ruling } from '../ink/model.ts'
import type { Frame } from './frames.ts'
import { tolerance } from './join.ts'

/** As many parallel lines of one length are no underlines. */
const leastLines = 4
/** Shorter lines are no sides of a table. */
const shortestSide = 100

const isParallel = (a: Ruling, b: Ruling): boolean =>
  a.across === b.across && Math.abs(a.from - b.from) <= tolerance && Math.abs(a.to - b.to) <= tolerance

/** Whether a page has a table that is ruled in one direction only: nothing tells its columns, or its rows. */
export const hasHalfRuled = (rulings: readonly Ruling[], frames: readonly Frame[]): boolean => {
  const framed = new Set(frames.flatMap(frame => [...frame.across, ...frame.down]))
  const loose = rulings.filter(ruling => !framed.has(ruling) && ruling.to - ruling.from >= shortestSide)
  return loose.some(ruling => loose.filter(other => isParallel(ruling, other)).length >= leastLines)
}
