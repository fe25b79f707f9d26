import { columnOf } from '../../columns.ts'
import type { GrowthClaim } from '../../growth-claims.ts'
import { isTrue } from '../../growth-claims.ts'
import { defineCrossCheck } from '../define-cross-check.ts'

const cell = 'requests.newRequests.total'
const { name } = columnOf(cell)

export const growthClaim = defineCrossCheck({
  id: 'growth-claim',
  severity: 'warning',
  title: {
    zh: '文字所述增减与上年报告不符',
    en: 'A change that the text claims, against last year’s report',
  },
  explanation: {
    zh: '“收到申请 44 件，同比增长 10%”“比上年减少 5 件”：所述件数与本年表三新收总计一致，而增减与上年报告的新收总计不符。四舍五入和直接舍去都认可，“约”不核对，上年为 0 的百分比不核对。',
    en: 'The text names the requests received as the table does, and a change that last year’s total does not bear out. Rounding and cutting off are both accepted; rounded claims, and percentages of nothing, are not checked.',
  },
  source: '报告文字与上年报告的一致性',
  statements: ({ year, tables }) => [
    `SELECT t.unit, t.growth_claims AS claims, CAST(t.${name} AS VARCHAR) AS received, CAST(s.past AS VARCHAR) AS past
FROM ${tables.reports} t
  JOIN (
    SELECT l.unit AS unit, sum(o.${name}) AS past
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
      return (JSON.parse(String(row['claims'])) as readonly GrowthClaim[])
        .filter(claim => claim.now === received && (claim.measure === 'count' || past > 0))
        .filter(claim => !isTrue(claim, past))
        .map(claim => ({
          message: {
            zh: `${nameOf(unit)} ${year} 年写“${claim.quote}”，而上年报告新收 ${past} 件，本年 ${received} 件。请核对文字和两年的数。`,
            en: `${nameOf(unit)} ${year} says “${claim.quote}”, but received ${past} last year and ${received} this year. Check the text and both years.`,
          },
          subjects: [subject(unit, year, [cell]), subject(unit, year - 1, [cell])],
          place: claim.quote,
        }))
    }),
})
