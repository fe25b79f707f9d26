import { type FormCell, type FormKey, formKeys, type Label } from '../forms/form.ts'
import { type EditionId, editions } from '../forms/index.ts'
import { cellsOfForm } from '../model/figures-of.ts'
import { tableName } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import { type SeriesColumn, sqlTypes } from './column.ts'
import { factColumns, placeColumns } from './fact-columns.ts'

/** The columns of the wide tables: Parquet, CSV, SQL and the data dictionary are all made of these lists. */

export interface FigureColumn extends SeriesColumn {
  readonly kind: 'count' | 'amount'
  /** The figure's cell key. */
  readonly key: string
  readonly form: FormKey
  readonly unit: '件或项' | '万元'
  /** The editions that print the cell. */
  readonly editions: readonly EditionId[]
  /** 本年增/减: may be negative. */
  readonly signed?: true
}

/** requests.outcomes.denied.stateSecret.total → requests_outcomes_denied_state_secret_total. */
const snakeCase = (key: string): string =>
  key.replaceAll('.', '_').replace(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)

const words = (path: readonly Label[]): string => path.map(({ label }) => label).join(' › ')

const labelOf = (form: FormKey, cells: readonly FormCell[]): Message => {
  const places = cells.map(({ row, column }) =>
    [words(row.path), words(column.path)].filter(part => part !== '').join('｜'),
  )
  const [cell] = cells
  return {
    zh: `${tableName(form).zh}：${[...new Set(places)].join(' / ')}`,
    en: `${tableName(form).en}: ${cell!.key.slice(form.length + 1)}`,
  }
}

/** One column for each cell key, with the editions that print it: a key means the same in all of them. */
const columnOfKey = (
  form: FormKey,
  printed: readonly { readonly edition: EditionId; readonly cell: FormCell }[],
): FigureColumn => {
  const { key, column } = printed.at(-1)!.cell
  return {
    name: snakeCase(key),
    kind: column.unit ? 'amount' : 'count',
    label: labelOf(
      form,
      printed.map(({ cell }) => cell),
    ),
    key,
    form,
    unit: column.unit ?? '件或项',
    editions: printed.map(({ edition }) => edition),
    ...(column.signed ? { signed: true } : {}),
  }
}

/** Every cell key of every edition once: table by table, the oldest edition's first. */
export const figureColumns: readonly FigureColumn[] = formKeys.flatMap(form => {
  const printed = editions.flatMap(({ id }) => cellsOfForm(id, form).map(cell => ({ edition: id, cell })))
  return [...Map.groupBy(printed, ({ cell }) => cell.key).values()].map(cells => columnOfKey(form, cells))
})

/** What is kept of one version of a report: a row of a segment. */
export const recordColumns: readonly SeriesColumn[] = [...factColumns, ...figureColumns]

/** The same with the unit it was found to be of: a row of the season's table. */
export const seasonColumns: readonly SeriesColumn[] = [...placeColumns, ...recordColumns]

/** Tells segments of other columns from ours: those are read anew from the reports. */
export const recordShape: string = recordColumns
  .map(({ name, kind }) => `${name} ${sqlTypes[kind]}`)
  .join(',')

const byKey = new Map(figureColumns.map(column => [column.key, column]))

/** The column of a cell key; throws where no edition has it. */
export const columnOf = (key: string): FigureColumn => {
  const column = byKey.get(key)
  if (!column) throw new Error(`No edition of the form has the cell ${key}.`)
  return column
}
