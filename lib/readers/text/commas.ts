import { commonest } from './commonest.ts'
import type { Draft, Flavour } from './draft.ts'
import { nextRow } from './parted.ts'
import { isBlank, isFigure, isNumberedHeading, isProse } from './shapes.ts'
import { valueLine } from './value-line.ts'

/** Rows whose cells are parted by commas, as spreadsheets save them and small programs print them. */

const longestCell = 60
const mostCells = 60

/** The cells of a line; quotes keep a comma inside one, and two of them stand for one. */
const cut = (line: string): string[] => {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!
    if (character === '"' && (quoted || cell.trim() === '')) {
      if (quoted && line[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = !quoted
    } else if (character === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}

/** A line that begins or ends within a quoted cell: its label is the last of several, its figures are any one's. */
const isPartOfQuoted = (line: string): boolean => (line.split('"').length - 1) % 2 === 1

/** Commas stand in sentences and numbers too: cells are short, no sentence ends in them, and no spaces part figures. */
const isRow = (line: string): boolean => {
  if (
    !line.includes(',') ||
    /[|\t。；]/u.test(line) ||
    isPartOfQuoted(line) ||
    (isNumberedHeading(line) && !/\d/u.test(line))
  )
    return false
  const printed = valueLine(line)
  if (printed !== null && !printed.label.at(-1)?.endsWith(',')) return false
  const cells = cut(line)
  return cells.length <= mostCells && cells.every(cell => cell.length <= longestCell && !isProse(cell))
}

const isValueRow = (line: string): boolean => {
  const cells = cut(line)
  const values = cells.slice(cells.findLastIndex(cell => !isBlank(cell) && !isFigure(cell)) + 1)
  return values.length > 0 && values.some(cell => !isBlank(cell))
}

const end = (lines: readonly string[], start: number): number => {
  if (!isRow(lines[start]!)) return start
  let at = start + 1
  while (at < lines.length) {
    if (isRow(lines[at]!)) at += 1
    else {
      const next = nextRow(lines, at, isRow)
      if (next < 0) break
      at = next + 1
    }
  }
  return at
}

/** `1,234` without quotes: whether its comma parts cells is known where the row has as many as the others. */
const mayBeOne = (cells: readonly string[]): boolean =>
  cells.some((cell, at) => /^\s*[1-9]\d{0,2}$/u.test(cell) && /^\d{3}\s*$/u.test(cells[at + 1] ?? ''))

/** Tables whose cells are parted by commas. */
export const commas: Flavour = {
  end,
  read: (region): Draft[] | null => {
    const lines = region.filter(line => !isBlank(line))
    if (lines.filter(isValueRow).length * 4 < lines.length) return null
    const rows = lines.map(cut)
    const usual = commonest(rows.map(row => row.length))
    const known = rows.map(row => (row.length !== usual && mayBeOne(row) ? [row.join(',')] : row))
    return [{ kind: 'table', rows: known }]
  },
}
