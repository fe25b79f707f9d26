import type { FormCell } from '../../forms/form.ts'
import { cellsOf, numberAt, stateAt } from '../../model/figures-of.ts'
import { rowLabel, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, same } from '../wording.ts'
import { isOutcomeItem } from './outcome-items.ts'

const blank = (report: Report, { key }: FormCell): boolean => stateAt(report, key) === 'blank'
const table = tableName('requests')

const totalRow = (report: Report, cells: readonly FormCell[]): readonly FindingDraft[] => {
  const totals = cells.filter(({ row }) => row.key === 'outcomes.total')
  const filled = cells.some(
    ({ key, row }) =>
      (isOutcomeItem(row.key) && numberAt(report, key) !== null) || (numberAt(report, key) ?? 0) > 0,
  )
  if (totals.length === 0 || !filled || !totals.every(cell => blank(report, cell))) return []
  return [
    {
      message: {
        zh: `${table.zh}“（七）总计”整行空白，无法与各项结果和收件数核对。请填写（七）总计（没有发生的填 0）。`,
        en: `In ${table.en} the whole row “（七）总计” is blank, so outcomes cannot be checked against intake. Fill it in (0 where nothing happened).`,
      },
      cells: totals.map(({ key }) => key),
    },
  ]
}

const totalColumn = (report: Report, cells: readonly FormCell[]): readonly FindingDraft[] => {
  const partsOf = (row: string) => cells.filter(cell => cell.row.key === row && cell.column.key !== 'total')
  const totals = cells.filter(({ column }) => column.key === 'total')
  const open = totals.filter(cell => blank(report, cell))
  const whole = open.length === totals.length
  const beside = open.filter(({ row }) =>
    partsOf(row.key).some(({ key }) =>
      whole ? numberAt(report, key) !== null : (numberAt(report, key) ?? 0) > 0,
    ),
  )
  if (beside.length === 0) return []
  const rows = listOf(beside.map(({ row }) => same(`“${rowLabel(row)}”`)))
  return [
    {
      severity: 'warning',
      message: {
        zh: `${table.zh}“总计”列${whole ? '整列' : `有 ${beside.length} 格`}空白，而同一行已填有数字：${rows.zh}。请按六类申请人之和补填总计。`,
        en: `In ${table.en} the column “总计” is blank ${whole ? 'throughout' : `in ${beside.length} cells`} beside filled rows: ${rows.en}. Fill in the sum of the six kinds of applicants.`,
      },
      cells: beside.map(({ key }) => key),
    },
  ]
}

export const requestsTotalLeftBlank = defineCheck({
  id: 'requests-total-left-blank',
  severity: 'error',
  title: { zh: '总计未填', en: 'Totals left blank' },
  explanation: {
    zh: '（七）总计整行空白为错误；“总计”列在已填数字的行旁空白为警告。整行都空白的不提示；个别行各列都是 0 而总计空白的，只计入空白格。',
    en: 'The whole row （七） blank is an error; blank totals beside filled rows are a warning. Rows blank throughout are not reported.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三',
  find: report => {
    const cells = cellsOf(report, 'requests')
    return [...totalRow(report, cells), ...totalColumn(report, cells)]
  },
})
