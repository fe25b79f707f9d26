import { arrivalDaySql, isByUploadSql } from '../../arrival-day.ts'
import { defineCrossCheck } from '../define-cross-check.ts'

const byUpload = ['首次收到日期为', 'it was first received on'] as const
const bySignature = ['落款日期为', 'it is signed'] as const

export const unitLate = defineCrossCheck({
  id: 'unit-late',
  severity: 'warning',
  title: { zh: '逾期', en: 'Late' },
  explanation: {
    zh: '名册写明期限的，首次上传晚于期限；没有写明的，落款日期晚于法定期限。没有写明期限又没有落款日期的，以及期限过后一年多才上传、又没有落款日期的，无从判断，不作认定。重新报送不算逾期。',
    en: 'Where the roster gives a deadline: first uploaded after it. Else: dated after the legal one. Without a date, and where the only day known is an upload more than a year after the deadline, nothing is said. Handing in again is not late.',
  },
  source: '《政府信息公开条例》第四十九条',
  statements: ({ year, tables }) => [
    `SELECT e.unit, e.due_on, ${arrivalDaySql} AS came_on,
  ${isByUploadSql} AS is_by_upload
FROM ${tables.expected} e
  JOIN ${tables.reports} r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year}
  AND ${arrivalDaySql} > e.due_on
ORDER BY e.unit`,
  ],
  drafts: (rows, { year, nameOf, subject }) =>
    rows.map(row => {
      const unit = String(row['unit'])
      const [zh, en] = Number(row['is_by_upload']) === 1 ? byUpload : bySignature
      return {
        message: {
          zh: `${nameOf(unit)} ${year} 年的报告应于 ${row['due_on']} 前报送，${zh} ${row['came_on']}。请说明原因。`,
          en: `The report of ${nameOf(unit)} for ${year} was due on ${row['due_on']}; ${en} ${row['came_on']}. Explain why.`,
        },
        subjects: [subject(unit, year)],
      }
    }),
})
