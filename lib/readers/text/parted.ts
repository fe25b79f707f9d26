import { isBlank } from './shapes.ts'

/** Blank lines between two rows of a text that puts each row in a paragraph of its own. */
const MOST = 8

/**
 * Where a table goes on whose rows stand apart: the next line with text, if it looks like a row and so did the one
 * before; -1 where it does not.
 */
export const nextRow = (lines: readonly string[], at: number, isRow: (line: string) => boolean): number => {
  let next = at
  while (next < lines.length && next < at + MOST && isBlank(lines[next]!)) next += 1
  return next > at && next < lines.length && isRow(lines[next]!) ? next : -1
}
