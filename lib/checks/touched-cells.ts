import { formKeys } from '../forms/form.ts'
import type { Cell, Table } from '../model/document.ts'
import { cellsOf } from '../model/figures-of.ts'
import type { Report } from '../model/report.ts'
import type { Source } from '../model/source.ts'

/** Which figures a label, a heading or a caption speaks of: those right of it, and those under it. */

interface Placed {
  readonly key: string
  readonly cell: Cell
}

const overlap = (from: number, count: number, otherFrom: number, otherCount: number): boolean =>
  from < otherFrom + otherCount && otherFrom < from + count

const inRows = (a: Cell, b: Cell): boolean => overlap(a.row, a.rowSpan, b.row, b.rowSpan)
const inColumns = (a: Cell, b: Cell): boolean => overlap(a.column, a.columnSpan, b.column, b.columnSpan)

const coordinates = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row}/${column}`

/** The figures read from a table, each with its cell. */
export const figuresIn = (report: Report, table: Table): readonly Placed[] => {
  const cells = new Map(table.cells.map(cell => [coordinates(cell), cell]))
  return formKeys.flatMap(form =>
    cellsOf(report, form).flatMap(({ key }) => {
      const source: Source | null = report.figures.get(key)?.source ?? null
      if (!source || source.kind === 'paragraph' || source.table !== table.number) return []
      const cell = cells.get(coordinates(source))
      return cell ? [{ key, cell }] : []
    }),
  )
}

/** The last row of the figures under a cell: before the next heading of a table that stacks its parts. */
const lastUnder = (
  table: Table,
  cell: Cell,
  under: readonly Placed[],
  figures: readonly Placed[],
): number => {
  const held = new Set(figures.map(figure => figure.cell.row))
  const first = Math.min(...under.map(figure => figure.cell.row))
  const headings = table.cells.filter(
    ({ row, text }) => row > Math.max(first, cell.row) && !held.has(row) && /第二十条|信息内容/u.test(text),
  )
  return Math.min(Number.POSITIVE_INFINITY, ...headings.map(({ row }) => row - 1))
}

/** Keys of the figures a cell may speak of; all of the table where its place tells of none, or its columns are not known. */
export const touchedBy = (table: Table, cell: Cell, figures: readonly Placed[]): readonly string[] => {
  const all = figures.map(({ key }) => key)
  const right = figures.filter(figure => inRows(cell, figure.cell) && figure.cell.column > cell.column)
  if (right.length > 0) return right.map(({ key }) => key)
  if (!table.columnsKnown) return all
  const under = figures.filter(figure => inColumns(cell, figure.cell) && figure.cell.row > cell.row)
  if (under.length === 0) return all
  const last = lastUnder(table, cell, under, figures)
  return under.filter(figure => figure.cell.row <= last).map(({ key }) => key)
}
