import { commonest } from './commonest.ts'
import type { Draft, Flavour } from './draft.ts'
import { nextRow } from './parted.ts'
import { readPipeCells } from './pipe-cells.ts'
import { isSeparator } from './pipe-line.ts'
import { readPipeRows } from './pipe-rows.ts'
import { isBlank, isContinuation } from './shapes.ts'

/** Two texts with a pipe between them: a row on one line. */
const isRow = (line: string): boolean => {
  const first = line.search(/[^|\s]/)
  const pipe = first < 0 ? -1 : line.indexOf('|', first)
  return pipe >= 0 && /[^|\s]/.test(line.slice(pipe))
}

/** Backslash-escaped pipes are text. */
const hasPipe = (line: string): boolean => /(?:^|[^\\])\|/.test(line)
const isPipes = (line: string): boolean => /^[|\s]+$/.test(line) && line.includes('|')
const isMarked = (line: string): boolean => hasPipe(line) && /^\s*\||\|\s*$/.test(line.trim())

/** How many lines without a pipe may belong to the cell that ends on a later line. */
const mostCellLines = 3

/** A pipe on a line of its own that closes the text above it; `marked`: there it begins a row instead. */
const closesAbove = (lines: readonly string[], at: number, marked: boolean): boolean =>
  !marked && lines[at]!.trim() === '|' && isMarked(lines[at + 1] ?? '') && !isPipes(lines[at + 1]!)

const continues = (lines: readonly string[], at: number, marked: boolean): number => {
  for (let ahead = 0; ahead < mostCellLines; ahead += 1) {
    const line = lines[at + ahead]
    const next = lines[at + ahead + 1]
    if (line === undefined || next === undefined || isBlank(line) || !isContinuation(line)) return 0
    if (closesAbove(lines, at + ahead + 1, marked)) return ahead + 2
    if (hasPipe(next)) return isPipes(next) || isRow(next) || !isMarked(next) ? 0 : ahead + 1
  }
  return 0
}

/** Text that puts an empty line after every line does not end a table by one. */
const isDoubleSpaced = (lines: readonly string[], start: number): boolean =>
  [1, 3, 5].every(offset => isBlank(lines[start + offset] ?? '')) &&
  [2, 4, 6].every(offset => hasPipe(lines[start + offset] ?? ''))

const end = (lines: readonly string[], start: number): number => {
  if (!hasPipe(lines[start]!)) return start
  const doubled = isDoubleSpaced(lines, start)
  const parted =
    isRow(lines[start]!) && isBlank(lines[start + 1] ?? '') && nextRow(lines, start + 1, isRow) > 0
  const marked = isPipes(lines[start]!)
  let at = start + 1
  while (at < lines.length) {
    if (hasPipe(lines[at]!)) at += 1
    else if (doubled && isBlank(lines[at]!) && hasPipe(lines[at + 1] ?? '')) at += 2
    else if (parted && isBlank(lines[at]!) && nextRow(lines, at, isRow) > 0) at = nextRow(lines, at, isRow)
    else {
      const pieces = isRow(lines[at - 1]!) ? 0 : continues(lines, at, marked)
      if (pieces === 0) return at
      at += pieces
    }
  }
  return at
}

const opens = (line: string): boolean => line.trimStart().startsWith('|')

/**
 * Rows that begin without a pipe, as html2text writes them: a line that begins with one goes on with the row before,
 * since a cell that holds a paragraph ends its line.
 */
const joinContinued = (lines: readonly string[]): readonly string[] => {
  if (opens(lines[0]!) || lines[1] === undefined || opens(lines[1]) || !isSeparator(lines[1])) return lines
  const rows: string[][] = []
  for (const line of lines) {
    if (opens(line) && rows.length > 2) rows[rows.length - 1]!.push(line)
    else rows.push([line])
  }
  return rows.map(parts => parts.join(' '))
}

const pipesIn = (line: string): number => line.split('|').length - 1

/** A row whose blank cells stand on the line below it: with them it has as many pipes as most rows have. */
const joinBlanks = (lines: readonly string[]): readonly string[] => {
  const usual = commonest(lines.filter(isRow).map(pipesIn))
  const joined: string[] = []
  for (const line of lines) {
    const before = joined[joined.length - 1]
    const one =
      before !== undefined && isPipes(line) && !isPipes(before) && pipesIn(before) + pipesIn(line) === usual
    if (one) joined[joined.length - 1] = `${before} ${line}`
    else joined.push(line)
  }
  return joined
}

/** Tables whose cells are marked by pipes: one cell on a line, or one row. */
export const pipes: Flavour = {
  end,
  read: (region): Draft[] | null => {
    const lines = joinContinued(region.filter(line => !isBlank(line)))
    const rows = lines.filter(isRow).length
    if (rows * 4 >= lines.length) {
      return lines.length < 2 && !isMarked(lines[0]!) ? null : readPipeRows(joinBlanks(lines))
    }
    return lines.some(isMarked) ? [readPipeCells(lines)] : null
  },
}
