import type { Line } from '../../../../lib/series/roster/line.ts'
import { type Roster, readRoster } from '../../../../lib/series/roster/roster.ts'

/** Lines as a file has them, cells parted by bars. */
export const linesOf = (text: string): readonly Line[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('|').map(cell => cell.trim()) }))

/** A roster that must be right. */
export const rosterOf = (text: string): Roster => {
  const result = readRoster(linesOf(text))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.roster
}
