import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf, cellsRead, stateAt } from '../../model/figures-of.ts'
import { rowLabel, rowName, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, quoted, whereInFile } from '../wording.ts'

const unreadableRows = (report: Report, form: FormKey): readonly FindingDraft[] => {
  const rows = unsettled(report, 'rowUnreadable').filter(each => each.form === form)
  if (rows.length === 0) return []
  const table = tableName(form)
  const cells = cellsOf(report, form)
  const keys = new Set(rows.map(({ row }) => row))
  const own = cellsRead(report, form).filter(({ row }) => keys.has(row.key))
  const unknown = own.filter(({ key }) => stateAt(report, key) === 'unreadable')
  const places = listOf(
    rows.map(({ row, label, expected, found, source }) => {
      const cell = cells.find(each => each.row.key === row)
      const name = rowName(cell ? rowLabel(cell.row) : label)
      const where = whereInFile(source)
      const seen = (blank: string) => found.map(value => (value.trim() === '' ? blank : quoted(value, 20)))
      return {
        zh: `${name.zh}${where.zh}应有 ${expected} 格数字，读到 ${found.length} 格：${seen('空白').join('、') || '无'}`,
        en: `${name.en}${where.en}: ${expected} values expected, ${found.length} read (${seen('blank').join(', ') || 'none'})`,
      }
    }),
    12,
  )
  return [
    {
      message: {
        zh: `${table.zh}有 ${rows.length} 行未能读出，哪个数属于哪一列无法确定，未作猜测。请提供原始 Word 文件。${places.zh}。`,
        en: `In ${table.en} ${rows.length} ${rows.length > 1 ? 'rows' : 'row'} could not be read: which value belongs to which column is not known, and nothing was guessed. Please hand in the original Word file. Seen: ${places.en}.`,
      },
      cells: (unknown.length > 0 ? unknown : own).map(({ key }) => key),
      evidence: rows.map(({ label, found }) => ({
        section: form,
        quote: `${label} ${found.join(' | ')}`.trim(),
      })),
      place: `${form} read`,
    },
  ]
}

const unmetRows = (report: Report, form: FormKey): readonly FindingDraft[] => {
  const rows = unsettled(report, 'rowUnmet').filter(each => each.form === form)
  if (rows.length === 0) return []
  const table = tableName(form)
  const keys = new Set(rows.map(({ row }) => row))
  const cells = cellsRead(report, form).filter(({ row }) => keys.has(row.key))
  const names = listOf([...new Set(cells.map(({ row }) => rowLabel(row)))].map(rowName), 25)
  const quotes = [...new Set(rows.flatMap(({ quote }) => quote ?? []))]
  return [
    {
      message: {
        zh: `${table.zh}有 ${rows.length} 行没有认出，但该表没有完整读出，不能断定文件中没有。请提供原始 Word 文件。没有认出的是：${names.zh}。`,
        en: `In ${table.en} ${rows.length} ${rows.length > 1 ? 'rows were' : 'row was'} not recognised; as the table was not read whole, that does not show that the file lacks them. Please hand in the original Word file. Not recognised: ${names.en}.`,
      },
      cells: cells.map(({ key }) => key),
      evidence: quotes.slice(0, 12).map(quote => ({ section: form, quote: quoted(quote).slice(1, -1) })),
      place: `${form} unmet`,
    },
  ]
}

export const rowUnreadable = defineCheck({
  id: 'row-unreadable',
  severity: 'warning',
  title: { zh: '有行未能读出', en: 'Rows that could not be read' },
  explanation: {
    zh: '行名认得出而哪个数属于哪一列无法确定，或者该表没有完整读出、有的行没有认出。不猜测、不移位。这说的是文件和本服务，不是填报有误。每张表合为一条。',
    en: 'The row is known but not which value belongs to which column, or the table was not read whole and a row was not met. Nothing is guessed or shifted. That is about the file and this service, not a fault of what was reported. One finding per table.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => formKeys.flatMap(form => [...unreadableRows(report, form), ...unmetRows(report, form)]),
})
