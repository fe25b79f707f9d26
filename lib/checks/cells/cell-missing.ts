import type { FormCell, FormKey } from '../../forms/form.ts'
import type { Report } from '../../report.ts'
import { cellsOf, formKeys, observed, stateAt } from '../cells-of.ts'
import { bothEditions, type Draft, defineCheck } from '../define-check.ts'
import { columnLabel, columnPlace, rowLabel, rowPlace, tableName } from '../labels.ts'
import { listOf, placeOf, quoted } from '../wording.ts'

/** More rows than this with unknowable values are one fault of the table, not many of its rows. */
const manyRows = 5

type Unreadable = ReturnType<typeof observed<'rowUnreadable'>>[number]

const rowName = (label: string) => (label === '' ? { zh: '数据行', en: 'the data row' } : rowPlace(label))

const unreadableRow = (report: Report, row: Unreadable): Draft => {
  const table = tableName(row.form)
  const cells = cellsOf(report, row.form).filter(cell => cell.row.key === row.row)
  const unknown = cells.filter(({ key }) => stateAt(report, key) === 'missing')
  const name = rowName(cells[0] ? rowLabel(cells[0].row) : row.label)
  const where = placeOf(row.source)
  const found = row.found.map(value => (value.trim() === '' ? '空白' : quoted(value, 20))).join('、')
  const which =
    unknown.length === cells.length
      ? { zh: '哪个数属于哪一列无法确定', en: 'which value belongs to which column is not known' }
      : (() => {
          const names = listOf(unknown.map(({ column }) => columnPlace(columnLabel(column))))
          return { zh: `${names.zh}的数无法确定`, en: `not known: ${names.en}` }
        })()
  return {
    message: {
      zh: `${table.zh}${name.zh}${where.zh}应有 ${row.expected} 格数字，实有 ${row.found.length} 格：${found || '无'}；${which.zh}。请补全该行各格（没有发生的填 0）。`,
      en: `In ${table.en}, ${name.en}${where.en}: ${row.expected} values expected, ${row.found.length} found (${found || 'none'}); ${which.en}. Complete the cells of this row (0 where nothing happened).`,
    },
    cells: (unknown.length > 0 ? unknown : cells).map(({ key }) => key),
    evidence: [{ section: row.form, quote: `${row.label} ${row.found.join(' | ')}`.trim() }],
    place: `${row.form} ${row.row}`,
  }
}

const unreadableRows = (report: Report, form: FormKey, rows: readonly Unreadable[]): readonly Draft[] => {
  if (rows.length <= manyRows) return rows.map(row => unreadableRow(report, row))
  const drafts = rows.map(row => unreadableRow(report, row))
  const table = tableName(form)
  const names = listOf(rows.map(({ label }) => rowName(label)))
  return [
    {
      message: {
        zh: `${table.zh}有 ${rows.length} 行的格数与表式不符，哪个数属于哪一列无法确定：${names.zh}。文件中的表格可能已丢失空白格，请提供原表。`,
        en: `In ${table.en} ${rows.length} rows have not the number of cells of the form, so which value belongs to which column is not known: ${names.en}. Blank cells may have been lost; provide the original table.`,
      },
      cells: drafts.flatMap(({ cells }) => cells ?? []),
      evidence: drafts.flatMap(({ evidence }) => evidence ?? []),
      place: form,
    },
  ]
}

const missingInRow = (report: Report, form: FormKey, cells: readonly FormCell[]): Draft => {
  const table = tableName(form)
  const row = rowName(cells[0] ? rowLabel(cells[0].row) : '')
  const columns = listOf(cells.map(({ column }) => columnPlace(columnLabel(column))))
  const repeated = observed(report, 'tableRepeated').some(each => each.form === form)
  return {
    message: repeated
      ? {
          zh: `${table.zh}${row.zh}${columns.zh}：该表出现不止一次，各次所填不同，无法判断以哪一次为准。请确认后只留一张表。`,
          en: `In ${table.en}, ${row.en}, ${columns.en}: the table occurs more than once with different values, so which is meant is not known. Keep one.`,
        }
      : {
          zh: `${table.zh}${row.zh}缺少${columns.zh}：表式有这一格，文件中没有。请补全该行。`,
          en: `In ${table.en}, ${row.en}: ${columns.en} is in the form but not in the file. Complete the row.`,
        },
    cells: cells.map(({ key }) => key),
  }
}

export const cellMissing = defineCheck({
  id: 'cell-missing',
  severity: 'error',
  editions: bothEditions,
  title: { zh: '缺少单元格', en: 'Cells missing' },
  explanation: {
    zh: '表式有的格，文件中没有，或格数不符以致哪个数属于哪一格无法确定。不猜测、不移位。整行、整列、整表缺少的另有提示。',
    en: 'The form has the cell, the file has not, or the number of cells does not let us know which value stands where. Nothing is guessed or shifted. Rows, columns and tables missing as a whole are reported as such.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const unreadable = observed(report, 'rowUnreadable').filter(each => each.form === form)
      const lost = observed(report, 'columnMissing').filter(each => each.form === form)
      const rows = new Set([
        ...unreadable.map(({ row }) => row),
        ...[...observed(report, 'rowMissing'), ...observed(report, 'rowDuplicated')]
          .filter(each => each.form === form)
          .map(({ row }) => row),
      ])
      const columns = new Set(lost.flatMap(each => each.columns))
      const rest = cellsOf(report, form).filter(
        ({ key, row, column }) =>
          stateAt(report, key) === 'missing' && !rows.has(row.key) && !columns.has(column.key),
      )
      return [
        ...unreadableRows(report, form, unreadable),
        ...Map.groupBy(rest, ({ row }) => row.key)
          .values()
          .map(cells => missingInRow(report, form, cells)),
      ]
    }),
})
