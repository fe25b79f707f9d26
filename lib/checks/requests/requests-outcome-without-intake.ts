import { exactSum } from '../../figures/exact.ts'
import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { cellName, columnLabelOf, columnPlace, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'

const draftOf = (report: Report, column: string): FindingDraft | null => {
  const edition = report.editions.requests
  if (edition === null) return null
  const intake = [`requests.newRequests.${column}`, `requests.carriedOver.${column}`]
  const received = intake.map(key => numberAt(report, key))
  if (received.some(value => value === null) || exactSum(received.map(Number)) !== 0) return null
  const outcomes = cellsOf(report, 'requests')
    .filter(cell => cell.column.key === column && cell.row.key.startsWith('outcomes.'))
    .map(({ key }) => key)
    .filter(key => (numberAt(report, key) ?? 0) > 0)
  if (outcomes.length === 0) return null
  const table = tableName('requests')
  const place = columnPlace(columnLabelOf(edition, 'requests', column))
  const filled = listOf(
    outcomes.map(key => {
      const name = cellName(report, key)
      return { zh: `${name.zh}填 ${numberAt(report, key)}`, en: `${name.en} is ${numberAt(report, key)}` }
    }),
  )
  return {
    message: {
      zh: `${table.zh}${place.zh}：本年新收和上年结转都是 0，却有办理结果：${filled.zh}。没有收到申请就不会有办理结果，请核对该列。`,
      en: `In ${table.en}, ${place.en}: nothing new and nothing carried over, yet there are outcomes: ${filled.en}. Check this column.`,
    },
    cells: [...outcomes, ...intake],
    expected: 0,
    actual: Math.max(...outcomes.map(key => numberAt(report, key) ?? 0)),
  }
}

export const requestsOutcomeWithoutIntake = defineCheck({
  id: 'requests-outcome-without-intake',
  severity: 'warning',
  title: { zh: '无收件而有办理结果', en: 'Outcomes in a column that received nothing' },
  explanation: {
    zh: '某一类申请人本年新收和上年结转都是 0，办理结果却大于 0，多为数字填错了列。“总计”列只在各分列都没有这种情况时提示。',
    en: 'A kind of applicant has outcomes but no intake: usually a figure in the wrong column. The total column is reported only where no single column is.',
  },
  source: '由表三的勾稽关系推得',
  find: report => {
    const columns = [...new Set(cellsOf(report, 'requests').map(({ column }) => column.key))]
    const parts = columns.filter(column => column !== 'total').map(column => draftOf(report, column))
    const found = parts.filter(draft => draft !== null)
    const total = found.length > 0 ? null : draftOf(report, 'total')
    return total === null ? found : [total]
  },
})
