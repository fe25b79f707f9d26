import type { Column, FormKey, Row } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import { sections } from '../forms/sections.ts'
import { cellsOf, cellsOfForm, formOfKey } from './figures-of.ts'
import type { Message } from './message.ts'
import type { Report } from './report.ts'

/** Names of tables, rows, columns and cells in the words of the form. */

const englishTables: Readonly<Record<FormKey, string>> = {
  proactiveDisclosure: 'the table of section 二 (proactive disclosure)',
  requests: 'the table of section 三 (requests)',
  reconsiderationAndLitigation: 'the table of section 四 (reconsideration and litigation)',
}

/** “三、收到和处理政府信息公开申请情况”表. */
export const tableName = (form: FormKey): Message => {
  const section = sections.find(({ key }) => key === form)
  return { zh: `“${section?.number}、${section?.label}”表`, en: englishTables[form] }
}

/** A row by its label and the group it stands in: （三）不予公开 1.属于国家秘密. Empty for the row of table 4. */
export const rowLabel = (row: Row): string =>
  row.path
    .slice(row.path.length > 1 ? 1 : 0)
    .map(({ label }) => label.replace(/（区分处理.*）$/u, ''))
    .join(' ')

/** A column by its label, with its group where the label alone says too little. */
export const columnLabel = (column: Column): string => {
  const labels = column.path.map(({ label }) => label).filter(label => label !== '申请人情况')
  const own = labels.at(-1) ?? ''
  const ambiguous = own === '其他' || labels[0]?.startsWith('行政')
  return ambiguous ? labels.join('—') : own
}

/** Label of the row with that key; the key itself where the form has no such row. */
export const rowLabelOf = (edition: EditionId, form: FormKey, key: string): string => {
  const cell = cellsOfForm(edition, form).find(({ row }) => row.key === key)
  return cell ? rowLabel(cell.row) : key
}

/** Label of the column with that key; the key itself where the form has no such column. */
export const columnLabelOf = (edition: EditionId, form: FormKey, key: string): string => {
  const cell = cellsOfForm(edition, form).find(({ column }) => column.key === key)
  return cell ? columnLabel(cell.column) : key
}

/** Quotation marks inside a quoted label become single ones. */
const inner = (label: string): string => label.replaceAll('“', '‘').replaceAll('”', '’')

/** “（七）总计”行, or nothing for the row without a label. */
export const rowPlace = (label: string): Message =>
  label === '' ? { zh: '', en: '' } : { zh: `“${inner(label)}”行`, en: `row “${inner(label)}”` }

/** A row by its label; that of table 4 has none. */
export const rowName = (label: string): Message =>
  label === '' ? { zh: '数据行', en: 'the data row' } : rowPlace(label)

/** “自然人”列. */
export const columnPlace = (label: string): Message => ({
  zh: `“${inner(label)}”列`,
  en: `column “${inner(label)}”`,
})

/** “（七）总计”行“社会公益组织”列: a cell as a person finds it in the printed table. */
export const cellName = (report: Pick<Report, 'editions'>, key: string): Message => {
  const cell = cellsOf(report, formOfKey(key)).find(each => each.key === key)
  if (!cell) return { zh: key, en: key }
  const row = rowPlace(rowLabel(cell.row))
  const column = columnPlace(columnLabel(cell.column))
  return { zh: `${row.zh}${column.zh}`, en: row.en === '' ? column.en : `${row.en}, ${column.en}` }
}
