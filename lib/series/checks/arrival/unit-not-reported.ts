import { defineCrossCheck } from '../define-cross-check.ts'
import { quote } from '../outcome-sql.ts'

export const unitNotReported = defineCrossCheck({
  id: 'unit-not-reported',
  severity: 'warning',
  title: { zh: '应报未报', en: 'Not reported' },
  explanation: {
    zh: '名册中年末仍在的单位，期限已过而没有可以计入的报告（没有报送，报送的文件未被受理，或结果由我方损坏、未能转换）。期限以名册为准；名册没有写的，政府部门为次年 1 月 31 日，人民政府为 3 月 31 日。',
    en: 'A unit that the roster has at the end of the year, without a report that counts after its deadline (none came, its file was refused, or failed with us): the roster’s, else 31 January of the next year for departments and 31 March for governments.',
  },
  source: '《政府信息公开条例》第四十九条',
  statements: ({ year, asOf, tables }) => [
    `SELECT e.unit, e.due_on
FROM ${tables.expected} e
  LEFT JOIN ${tables.reports} r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year} AND r.unit IS NULL AND e.due_on < ${quote(asOf)}
ORDER BY e.unit`,
  ],
  drafts: (rows, { year, nameOf, subject }) =>
    rows.map(row => {
      const unit = String(row['unit'])
      return {
        message: {
          zh: `${nameOf(unit)} ${year} 年的报告应于 ${row['due_on']} 前报送，至今没有可以计入的报告。请先看“未计入的文件”：被拒收的，请其重新提交；未能转换或结果损坏的，由我方重做，不是该单位的问题。确未报送的，请催报；单位已撤并的，请在名册写明终止日期和承接单位。`,
          en: `The report of ${nameOf(unit)} for ${year} was due on ${row['due_on']}, and there is none that counts. Look first at the files left out: ask again for one that was refused; one that failed or whose result is damaged is ours to do again, no fault of the unit’s. Where none came, remind it; where the unit is no more, say so in the roster.`,
        },
        subjects: [subject(unit, year)],
      }
    }),
})
