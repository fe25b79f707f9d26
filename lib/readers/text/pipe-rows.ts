import type { Draft } from './draft.ts'
import { cut, isSeparator, type PipeLine } from './pipe-line.ts'

/** How the lines of one table use their pipes. */
interface Style {
  /** Rows begin with a pipe: what stands before it is no cell. */
  readonly opening: boolean
  /** Pipes glued together at the end of a row fill up column spans; they are no blank cells. */
  readonly filled: boolean
  /** Rows begin and end without a pipe: one at the end of a line stands before a blank cell. */
  readonly bare: boolean
  readonly spaced: boolean
}

const styleOf = (lines: readonly PipeLine[]): Style => {
  const spaced = lines.some(line => line.spaced)
  return {
    opening: lines.filter(line => line.opens).length * 2 > lines.length,
    bare: !lines.some(line => line.opens) && lines.filter(line => line.closes).length * 2 < lines.length,
    filled: spaced && lines.some(line => line.glued > 1),
    spaced,
  }
}

/** Pipes at the end that stand for column spans: the glued ones after the pipe that closes the last text. */
const fillers = ({ parts, glued }: PipeLine, { filled }: Style): number => {
  if (!filled || glued === 0) return 0
  // `0 | ||` closes the text with a pipe of its own, `0 ||` with the first of the group.
  const own = parts.length - 1 - glued
  return own >= 0 && parts[own] !== '' ? glued - 1 : glued
}

const cellsOf = (line: PipeLine, style: Style): string[] => {
  const cells = line.opens && style.opening ? line.parts.slice(1) : [...line.parts]
  if (line.closes && !style.bare) cells.pop()
  const kept = cells.slice(0, Math.max(cells.length - fillers(line, style), 0))
  // A text and nothing else: its row is blank, or it stands across the table.
  return kept.filter(cell => cell !== '').length === 1 && kept[0] !== '' ? cells : kept
}

const withoutTrailingBlanks = (row: readonly string[]): readonly string[] =>
  row.slice(0, row.findLastIndex(cell => cell !== '') + 1)

const tableOf = (lines: readonly string[]): Draft => {
  const cuts = lines.filter(line => !isSeparator(line)).map(cut)
  const style = styleOf(cuts)
  const rows = cuts.map(line => cellsOf(line, style)).filter(cells => cells.length > 0)
  const even = rows.every(row => row.length === rows[0]!.length)
  // Without spaces a span's filler and a blank cell look alike: blanks at the end stay only where all rows agree.
  if (!style.spaced && !even) {
    const glued = cuts.some(line => line.glued > 1)
    return { kind: 'table', rows: glued ? rows.map(withoutTrailingBlanks) : rows, uncertain: glued }
  }
  return {
    kind: 'table',
    rows,
    columnsKnown: even && !style.filled && lines.length > 1 && isSeparator(lines[1]!),
  }
}

/** One row per line: `label | 1 | 2 |`, with or without leading pipes and Markdown separator lines. */
export const readPipeRows = (lines: readonly string[]): Draft[] => {
  const table = tableOf(lines)
  return table.kind === 'table' && table.rows.length === 0 ? [] : [table]
}
