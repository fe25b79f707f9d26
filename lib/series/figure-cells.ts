import { type FormKey, formKeys } from '../forms/form.ts'
import { type EditionId, editions } from '../forms/index.ts'
import { cellsOfForm } from '../model/figures-of.ts'
import { type SeriesColumn, sqlTypes } from './column.ts'
import { columnOf, figureColumns } from './columns.ts'
import { editionColumn } from './fact-columns.ts'

/** The tidy table: a row for each cell that the form of a counted report prints, those without a number among them. */

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

const required = (column: SeriesColumn): SeriesColumn => ({ ...column, required: true })

export const figureCellColumns: readonly SeriesColumn[] = [
  required(text('unit', '单位编号', 'Unit')),
  { name: 'year', kind: 'integer', label: { zh: '报告年度', en: 'Report year' }, required: true },
  required(text('form', '表', 'Form')),
  required(text('edition', '表式版本', 'Edition of the form')),
  required(
    text(
      'cell',
      '数据项（标签和计量单位见 columns.csv）',
      'Cell key; labels and unit of measure: columns.csv',
    ),
  ),
  {
    name: 'value',
    kind: 'amount',
    label: {
      zh: '数值（件、项或万元）；没有数字为空',
      en: 'Count, or amount in 万元; null without a number',
    },
  },
  required(
    text(
      'state',
      '状态：number、blank、notApplicable、text、missing 或 unreadable；number 而数值为空的，所印的数不合该格',
      'State; number without a value: what is printed fits no column',
    ),
  ),
  text('printed', '没有数字时所印的文字', 'The printed text where there is no number'),
  {
    name: 'doubtful',
    kind: 'integer',
    label: { zh: '读取时有疑点的数为 1', en: '1 where the number may not be the one printed' },
    required: true,
  },
  text('checks', '涉及该数字的发现的核对规则（JSON）', 'Checks whose findings name the number, as JSON'),
  required(text('key', '上传的文件（含路径）', 'Key of the upload')),
  required(text('version', '文件版本', 'Version of the upload')),
]

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Which digit of `doubtful` is a figure's, from 1. */
const digitOf = new Map(figureColumns.map(({ key }, at) => [key, at + 1]))

const cellsOf = (form: FormKey, edition: EditionId): string =>
  cellsOfForm(edition, form)
    .map(
      ({ key }) =>
        `struct_pack(form := ${quote(form)}, edition := ${quote(edition)}, cell := ${quote(key)}, digit := ${digitOf.get(key)}, value := CAST(r.${columnOf(key).name} AS ${sqlTypes.amount}))`,
    )
    .join(', ')

const ofForm = (form: FormKey): string =>
  `coalesce(CASE r.${editionColumn(form)} ${editions
    .map(({ id }) => `WHEN ${quote(id)} THEN [${cellsOf(form, id)}]`)
    .join(' ')} END, [])`

/** DuckDB's own SQL: the rows of the table out of those of `reports`, in their order and that of the forms. */
export const figureCellsSql = (reports: string): string => {
  const [first, ...rest] = formKeys.map(ofForm)
  const all = rest.reduce((sum, each) => `list_concat(${sum}, ${each})`, first!)
  return `SELECT unit, year, c.form AS form, c.edition AS edition, c.cell AS cell, c.value AS value,
  CASE WHEN c.value IS NOT NULL THEN 'number' ELSE coalesce(list_filter(blanks, b -> b.key = c.cell)[1].state, 'missing') END AS state,
  CASE WHEN c.value IS NULL THEN list_filter(blanks, b -> b.key = c.cell)[1].text END AS printed,
  CASE WHEN c.value IS NOT NULL AND doubts IS NOT NULL THEN CAST(substr(doubts, c.digit, 1) AS INTEGER) ELSE 0 END AS doubtful,
  CASE WHEN c.value IS NOT NULL AND len(named) > 0 THEN CAST(to_json(list_filter(named, n -> n.key = c.cell)[1].checks) AS VARCHAR) END AS checks,
  key, version
FROM (SELECT r.unit, r.year, r.key, r.version, r.doubtful AS doubts, unnest(${all}) AS c,
    from_json(r.without_number, '[{"key":"VARCHAR","state":"VARCHAR","text":"VARCHAR"}]') AS blanks,
    from_json(r.flagged, '[{"key":"VARCHAR","checks":["VARCHAR"]}]') AS named
  FROM ${reports} r)`
}
