import type { SqlRow } from '../cross-check.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'

const keyOf = (row: SqlRow): string => String(row['key'])

export const reportedTwice = defineCrossCheck({
  id: 'reported-twice',
  severity: 'warning',
  title: { zh: '同一单位同一年度有两份报告', en: 'Two reports of one unit and year' },
  explanation: {
    zh: '同一单位同一年度有两个不同的文件都在（不是同一文件的新版本），计入的是最后上传的一份。数字不同为警告，相同为提示。',
    en: 'Two files of one unit and year, not two versions of one. The one uploaded last counts. A warning where their figures differ, else a hint.',
  },
  source: '一个单位一个年度只有一份年度报告',
  statements: ({ year, tables }) => [
    `SELECT r.unit, r.key, r.version, r.figures_hash, CASE WHEN c.key = r.key THEN 1 ELSE 0 END AS is_counted
FROM ${tables.live} r
  JOIN (SELECT unit FROM ${tables.live} WHERE year = ${year} AND unit IS NOT NULL GROUP BY unit HAVING count(*) > 1) d ON d.unit = r.unit
  JOIN ${tables.reports} c ON c.unit = r.unit AND c.year = r.year
WHERE r.year = ${year}
ORDER BY r.unit, r.key`,
  ],
  drafts: (rows, { year, nameOf }) =>
    [...Map.groupBy(rows, row => String(row['unit']))].map(([unit, those]): CrossDraft => {
      const differ = new Set(those.map(row => row['figures_hash'])).size > 1
      const counted = those.find(row => Number(row['is_counted']) === 1)
      const files = those.map(keyOf).join('、')
      const taken = counted ? keyOf(counted) : ''
      return {
        severity: differ ? 'warning' : 'info',
        message: {
          zh: `${nameOf(unit)} ${year} 年有 ${those.length} 份报告，数字${differ ? '不同' : '相同'}：${files}。计入的是“${taken}”。请撤回多余的一份。`,
          en: `${nameOf(unit)} has ${those.length} reports for ${year} with ${differ ? 'different' : 'the same'} figures: ${files}. “${taken}” counts. Withdraw those that should not.`,
        },
        subjects: those.map(row => ({ unit, year, version: String(row['version']), cells: [] })),
      }
    }),
})
