import type { FormCell, Row } from '../../forms/form.ts'
import { cellsOf, formOfKey } from '../../model/figures-of.ts'
import { columnLabel, rowLabel, rowPlace } from '../../model/form-words.ts'
import type { NoticedReport } from '../notice.ts'

/** Names of cells on paper: those of one row together, and rows that lack the same columns. */

const inner = (label: string): string => label.replaceAll('“', '‘').replaceAll('”', '’')

const columnWords = (cells: readonly FormCell[], all: readonly FormCell[]): string => {
  const whole = all.filter(({ row }) => row === cells[0]!.row).length
  return cells.length === whole && whole > 1
    ? '各列'
    : `${cells.map(({ column }) => `“${inner(columnLabel(column))}”`).join('、')}列`
}

/** So many rows are named; of the rest their number is told. */
const mostRows = 30

const rowWords = (rows: readonly Row[], all: ReadonlySet<Row>): string => {
  if (rows.length > 1 && rows.length === all.size) return '各行'
  const named = rows.slice(0, mostRows).map(row => rowPlace(rowLabel(row)).zh)
  return named.join('、') + (rows.length > mostRows ? `等${rows.length}行` : '')
}

/** Cells of one table in the order of the form: “（一）予以公开”行“自然人”、“商业企业”列. */
export const cellsInWords = (report: Pick<NoticedReport, 'editions'>, keys: readonly string[]): string => {
  const [first] = keys
  if (first === undefined) return ''
  const all = cellsOf(report, formOfKey(first))
  const asked = new Set(keys)
  const byRow = Map.groupBy(
    all.filter(({ key }) => asked.has(key)),
    ({ row }) => row,
  )
  const alike = Map.groupBy(byRow, ([, cells]) => columnWords(cells, all))
  const rows = new Set(all.map(({ row }) => row))
  return [...alike]
    .map(([columns, own]) => {
      const words = rowWords(
        own.map(([row]) => row),
        rows,
      )
      return own.length > 1 && columns !== '各列' ? `${words}的${columns}` : `${words}${columns}`
    })
    .join('；')
}
