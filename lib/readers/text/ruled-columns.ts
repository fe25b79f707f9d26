import { limits } from '../limits.ts'
import { between, columnsOf, joinLines, type Widths, widths } from './columns.ts'
import type { Draft, Flavour } from './draft.ts'
import { isBlank, isNumberedHeading } from './shapes.ts'

/**
 * Tables whose columns are told by a line of dashes for each, `------  -----`: pandoc's simple and multiline tables,
 * reStructuredText's simple ones, listings. A blank line parts rows where there is one inside; otherwise lines do.
 */

const RULER = /^\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*$/u
const FULL = /^\s*-{10,}\s*$/u

const mostHeaderLines = 12

const isRuler = (line: string | undefined): boolean => line !== undefined && RULER.test(line)

interface Span {
  readonly from: number
  readonly to: number
}

const spansOf = (ruler: string): Span[] =>
  [...ruler.matchAll(/[-=]+/gu)].map(({ 0: dashes, index }) => ({ from: index, to: index + dashes.length }))

/** The cells of a line; null where it prints something between two columns, so that it is no line of the table. */
const cellsOf = (line: string, spans: readonly Span[], how: Widths): string[] | null => {
  const columns = columnsOf(line.trimEnd(), how)
  if (columns.length > spans[spans.length - 1]!.to || !isBlank(between(columns, 0, spans[0]!.from)))
    return null
  const cells: string[] = []
  for (const [at, { from, to }] of spans.entries()) {
    const next = spans[at + 1]?.from ?? to
    if (columns[from] === '' || !isBlank(between(columns, to, next))) return null
    cells.push(between(columns, from, to))
  }
  return cells
}

/** A heading at the left margin with nothing beside it is no row. */
const isHeading = (line: string): boolean =>
  isNumberedHeading(line) && !/^\s/u.test(line) && !/\s{2}\S/u.test(line.trim())

interface Region {
  /** The first line of the table and the one after the last. */
  readonly from: number
  readonly to: number
  readonly ruler: number
}

/** The ruler of a table that begins at `start`: there, below its header, or below a full line of dashes and one. */
const rulerFrom = (lines: readonly string[], start: number): number => {
  if (isRuler(lines[start])) return start
  if (isBlank(lines[start]!)) return -1
  if (!FULL.test(lines[start]!)) return isRuler(lines[start + 1]) ? start + 1 : -1
  const ahead = lines.slice(start + 1, start + mostHeaderLines).findIndex(line => isRuler(line))
  return ahead < 0 ? -1 : start + 1 + ahead
}

const regionFrom = (lines: readonly string[], start: number): Region | null => {
  const ruler = rulerFrom(lines, start)
  if (ruler < 0) return null
  const closes = (at: number): boolean => lines[at]!.trim() === lines[ruler]!.trim() || FULL.test(lines[at]!)
  let to = ruler + 1
  let closed = 0
  let broken = false
  for (let at = ruler + 1; at < lines.length && at < ruler + limits.text.tableLines && !broken; at += 1) {
    if (closes(at)) {
      // reStructuredText rules above and below the header, and below the rows.
      const header =
        closed === 0 &&
        at - ruler <= mostHeaderLines &&
        !lines.slice(ruler, at).some(line => /\d/u.test(line))
      to = at + 1
      closed += 1
      if (!header || isBlank(lines[at + 1] ?? '')) broken = true
    } else if (isRuler(lines[at]!)) break
    else if (isHeading(lines[at]!) && (closed > 0 || at > ruler + 1)) break
  }
  if (closed === 0) {
    to = ruler + 1
    while (to < lines.length && to < ruler + limits.text.tableLines && !isBlank(lines[to]!)) to += 1
  }
  return to > ruler + 1 ? { from: start, to, ruler } : null
}

/** Groups of lines that make one row each. */
const groupsOf = (lines: readonly string[], ruler: string): string[][] => {
  const inside = lines.map(line => line.trim())
  const first = inside.findIndex((line, at) => line !== '' && !isRuler(lines[at]) && !FULL.test(lines[at]!))
  const last = inside.findLastIndex(
    (line, at) => line !== '' && !isRuler(lines[at]) && !FULL.test(lines[at]!),
  )
  const parted = inside.slice(first, last).some(line => line === '')
  const groups: string[][] = []
  let open = false
  lines.forEach(line => {
    if (isBlank(line) || isRuler(line) || FULL.test(line)) open = false
    else {
      const goesOn = parted ? open : ruler.includes('=') && /^\s/u.test(line)
      if (goesOn && groups.length > 0) groups[groups.length - 1]!.push(line)
      else groups.push([line])
      open = true
    }
  })
  return groups
}

const rowsBy = (region: readonly string[], ruler: string, how: Widths): string[][] | null => {
  const spans = spansOf(ruler)
  const rows: string[][] = []
  for (const group of groupsOf(region, ruler)) {
    const lines = group.map(line => cellsOf(line, spans, how))
    if (lines.some(line => line === null)) return null
    rows.push(spans.map((_, at) => joinLines(lines.map(line => line![at]!)).replace(/^\\$/u, '')))
  }
  return rows
}

export const ruledColumns: Flavour = {
  end: (lines, start) => regionFrom(lines, start)?.to ?? start,
  read: (region): Draft[] | null => {
    const ruler = region.find(line => isRuler(line))!
    for (const how of widths) {
      const rows = rowsBy(region, ruler, how)
      if (rows !== null && rows.length > 0) return [{ kind: 'table', rows, columnsKnown: true }]
    }
    return null
  },
}
