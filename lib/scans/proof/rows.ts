import { type FormCell, type FormKey, formKeys, type Row } from '../../forms/form.ts'
import { cellsOf } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import type { CellReading } from '../../model/scan.ts'

/**
 * Where rows stand. Sums are blind to rows that stand one too low, since every one of them holds there as well: a row is
 * what its label says, or the one that is left between two others.
 */

/** A label so like the official one tells its row. */
const toldFrom = 0.5

/** Two labels so like theirs tell the one row between them. */
const tellsBetween = 0.6

/** A row of a form as it was met: its line in the tables of the file, and how like its label is. */
interface MetRow {
  readonly keys: readonly string[]
  readonly named: boolean
  readonly label: number
  /** Null where its figures do not stand in one line, from left to right as in the form. */
  readonly line: { readonly table: number; readonly row: number } | null
}

type Readings = ReadonlyMap<string, CellReading>

const lineOf = (report: Report, keys: readonly string[]): MetRow['line'] => {
  const sources = keys.map(key => report.figures.get(key)?.source ?? null)
  const [first] = sources
  if (first?.kind !== 'page') return null
  const inLine = sources.every(
    (source, at) =>
      source?.kind === 'page' &&
      source.table === first.table &&
      source.row === first.row &&
      (at === 0 || source.column > (sources[at - 1] as typeof first).column),
  )
  return inLine ? { table: first.table, row: first.row } : null
}

const metRow = (report: Report, readings: Readings, row: Row, cells: readonly FormCell[]): MetRow => {
  const keys = cells.map(({ key }) => key)
  const labels = keys.map(key => readings.get(key)?.label ?? null)
  const named = row.path.length > 0
  // The one row of a table without labels of rows is told by its headings; where they were weighed, as a label is.
  const unweighed = named ? 0 : 1
  return {
    keys,
    named,
    label: Math.min(...labels.map(label => label ?? unweighed)),
    line: lineOf(report, keys),
  }
}

const isBelow = (lower: MetRow, upper: MetRow): boolean =>
  lower.line !== null &&
  upper.line !== null &&
  (lower.line.table > upper.line.table ||
    (lower.line.table === upper.line.table && lower.line.row > upper.line.row))

/** Whether it is the one line between two others. */
const isBetween = (upper: MetRow | undefined, { line }: MetRow, lower: MetRow | undefined): boolean =>
  [upper, lower].every(
    (other, at) =>
      other?.line &&
      line &&
      other.label >= tellsBetween &&
      other.line.table === line.table &&
      other.line.row === line.row + (at === 0 ? -1 : 1),
  )

const standingIn = (report: Report, readings: Readings, form: FormKey): readonly string[] => {
  const byRow = Map.groupBy(cellsOf(report, form), ({ row }) => row)
  const rows = [...byRow].map(([row, cells]) => metRow(report, readings, row, cells))
  const met = rows.filter(({ line }) => line !== null)
  const inOrder = met.every((row, at) => at === 0 || isBelow(row, met[at - 1]!))
  if (!inOrder) return []
  return rows.flatMap((row, at) => {
    const told = row.label >= toldFrom || (row.named && isBetween(rows[at - 1], row, rows[at + 1]))
    return told && row.line !== null ? row.keys : []
  })
}

/** Keys of the figures whose row stands where the form has it. */
export const standing = (report: Report, readings: Readings): ReadonlySet<string> =>
  new Set(formKeys.flatMap(form => standingIn(report, readings, form)))
