import { columnOf } from '../../columns.ts'
import type { GrowthClaim } from '../../growth-claims.ts'
import { isTrue } from '../../growth-claims.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { isDoubtful } from '../doubt-sql.ts'

const cell = 'requests.newRequests.total'
const column = columnOf(cell)
const { name } = column

export const growthClaim = defineCrossCheck({
  id: 'growth-claim',
  severity: 'warning',
  title: {
    zh: '文字所述增减与上年报告不符',
    en: 'A change that the text claims, against last year’s report',
  },
  explanation: {
    zh: '“收到申请 44 件，同比增长 10%”“比上年减少 5 件”：所述件数与本年表三新收总计一致，而增减与上年报告的新收总计不符。四舍五入和直接舍去都认可，“约”不核对，上年为 0 的百分比不核对。上年新收一格读取时有疑点的，列为无法核对。',
    en: 'The text names the requests received as the table does, and a change that last year’s total does not bear out. Rounding and cutting off are both accepted; rounded claims, and percentages of nothing, are not checked. Where last year’s total was read with a doubt it is unassessable.',
  },
  source: '报告文字与上年报告的一致性',
  statements: ({ year, tables }) => [
    `SELECT t.unit, t.growth_claims AS claims, CAST(t.${name} AS VARCHAR) AS received, CAST(s.past AS VARCHAR) AS past, s.doubts
FROM ${tables.reports} t
  JOIN (
    SELECT l.unit AS unit, sum(o.${name}) AS past, count(CASE WHEN ${isDoubtful('o', column)} THEN 1 END) AS doubts
    FROM ${tables.lineage} l LEFT JOIN ${tables.reports} o ON o.unit = l.unit_before AND o.year = ${year - 1}
    WHERE l.year = ${year}
    GROUP BY l.unit HAVING count(o.${name}) = count(*)
  ) s ON s.unit = t.unit
WHERE t.year = ${year} AND t.growth_claims <> '[]' AND t.${name} IS NOT NULL
ORDER BY t.unit`,
  ],
  drafts: (rows, { year, nameOf, subject }) =>
    rows.flatMap(row => {
      const unit = String(row['unit'])
      const [received, past] = [Number(row['received']), Number(row['past'])]
      const isDoubtful = Number(row['doubts']) > 0
      // This year's number is the one of the text too, whatever was doubtful in its cell.
      return (JSON.parse(String(row['claims'])) as readonly GrowthClaim[])
        .filter(claim => claim.now === received && (claim.measure === 'count' || past > 0))
        .filter(claim => !isTrue(claim, past))
        .map((claim): CrossDraft => {
          const subjects = [subject(unit, year, [cell]), subject(unit, year - 1, [cell])]
          return isDoubtful
            ? {
                outcome: 'unassessable',
                severity: 'info',
                message: {
                  zh: `${nameOf(unit)} ${year} 年写“${claim.quote}”，而上年报告的新收总计读取时有疑点（读作 ${past} 件），无法核对。请与上年的原文件核对。`,
                  en: `${nameOf(unit)} ${year} says “${claim.quote}”, but how many were received last year was read with a doubt (as ${past}): compare with the file of last year.`,
                },
                subjects,
                place: claim.quote,
              }
            : {
                message: {
                  zh: `${nameOf(unit)} ${year} 年写“${claim.quote}”，而上年报告新收 ${past} 件，本年 ${received} 件。请核对文字和两年的数。`,
                  en: `${nameOf(unit)} ${year} says “${claim.quote}”, but received ${past} last year and ${received} this year. Check the text and both years.`,
                },
                subjects,
                place: claim.quote,
              }
        })
    }),
})
