import type { Flavour } from './draft.ts'
import { nextRow } from './parted.ts'
import { isBlank, isContinuation, isFigure, isProse } from './shapes.ts'

/** Pipe tables may be padded with tabs; theirs are the pipes. */
const isPiped = (line: string): boolean => line.trimStart().startsWith('|') || line.trimEnd().endsWith('|')

const isCellLine = (line: string): boolean => line.includes('\t') && !isPiped(line) && !isProse(line)

/** A line of white space before its first tab starts a cell; other tabs separate the cells of a row. */
const startsCell = (line: string): boolean => isBlank(line.slice(0, line.indexOf('\t')))

/** A line with nothing at all on it. A no-break space is text of an HTML cell. */
const isEmpty = (line: string): boolean => isBlank(line) && !line.includes('\t') && !line.includes('\u00a0')

const textInside = (line: string): boolean =>
  line.split('\t').filter(part => !isBlank(part)).length > 1 || (line.includes('\t') && !startsCell(line))

const end = (lines: readonly string[], start: number): number => {
  if (!isCellLine(lines[start]!)) return start
  // Rows that stand apart, each with its cells on one line: blank lines say nothing there.
  const apart = textInside(lines[start]!) && isEmpty(lines[start + 1] ?? '')
  let at = start + 1
  while (at < lines.length) {
    const line = lines[at]!
    const previous = lines[at - 1]!
    if (isEmpty(line)) {
      const next = isEmpty(previous) ? nextRow(lines, at, textInside) : at
      if (next < 0 || (next > at && !apart)) return at - 1
      at = next
    } else if (!isCellLine(line) && (isEmpty(previous) || !isContinuation(line))) {
      return isEmpty(previous) ? at - 1 : at
    }
    at += 1
  }
  return at
}

/** TAB: each cell a line that starts with a tab, a line without one continues it, an empty line ends the row. */
const cellPerLine = (region: readonly string[]): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  for (const line of region) {
    if (isEmpty(line)) {
      rows.push(row)
      row = []
      continue
    }
    const [before, ...cells] = line.split('\t')
    // A tab after a cell's text closes it; no cell may be invented after it.
    if (cells.length > 1 && !isBlank(line) && cells.at(-1) === '') cells.pop()
    if (cells.length === 0 || !isBlank(before!)) {
      if (row.length > 0) row.push(`${row.pop()}\n${before}`)
      else row.push(before!)
    }
    for (const cell of cells) row.push(cell)
  }
  rows.push(row)
  return rows.filter(cells => cells.length > 0)
}

/** One row per line, cells separated by tabs: what Word and Excel put on the clipboard. */
const rowPerLine = (region: readonly string[]): string[][] => {
  const lines = region.filter(line => !isEmpty(line))
  const closed = lines.every(line => !line.includes('\t') || line.endsWith('\t'))
  return lines.map(line => (closed && line.endsWith('\t') ? line.slice(0, -1) : line).split('\t'))
}

/** Tables whose cells are marked by tabs. */
export const tabs: Flavour = {
  end,
  read: region => {
    const marked = region.filter(line => line.includes('\t'))
    const inside = marked.filter(textInside).length
    if (inside * 2 > marked.length) {
      return marked.length < 2 ? null : [{ kind: 'table', rows: rowPerLine(region) }]
    }
    const rows = cellPerLine(region)
    const cells = rows.flat()
    // Indented prose is no table: a table of ours has a figure or a blank somewhere.
    if (cells.length < 2 || !cells.some(cell => isBlank(cell) || isFigure(cell))) return null
    return [{ kind: 'table', rows }]
  },
}
