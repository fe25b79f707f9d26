import { defineCrossCheck } from '../define-cross-check.ts'

export const unitLate = defineCrossCheck({
  id: 'unit-late',
  severity: 'warning',
  title: { zh: '逾期', en: 'Late' },
  explanation: {
    zh: '名册写明期限的，首次上传晚于期限；没有写明的，落款日期（没有落款的，首次上传日期）晚于法定期限。重新报送不算逾期。',
    en: 'Where the roster gives a deadline: first uploaded after it. Else: dated after the legal one, or without a date, first uploaded after it. Handing in again is not late.',
  },
  source: '《政府信息公开条例》第四十九条',
  statements: ({ year, tables }) => [
    `SELECT e.unit, e.due_on, CASE WHEN e.due_given = 1 OR r.signed_on IS NULL THEN r.first_uploaded_on ELSE r.signed_on END AS came_on
FROM ${tables.expected} e
  JOIN ${tables.reports} r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year}
  AND CASE WHEN e.due_given = 1 OR r.signed_on IS NULL THEN r.first_uploaded_on ELSE r.signed_on END > e.due_on
ORDER BY e.unit`,
  ],
  drafts: (rows, { year, nameOf, subject }) =>
    rows.map(row => {
      const unit = String(row['unit'])
      return {
        message: {
          zh: `${nameOf(unit)} ${year} 年的报告应于 ${row['due_on']} 前报送，实为 ${row['came_on']}。请说明原因。`,
          en: `The report of ${nameOf(unit)} for ${year} was due on ${row['due_on']} and came on ${row['came_on']}. Explain why.`,
        },
        subjects: [subject(unit, year)],
      }
    }),
})
