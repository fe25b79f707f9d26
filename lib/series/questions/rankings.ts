import { columnOf } from '../columns.ts'
import { denied, isFlagged, isInSums, type Question } from './question.ts'

/** Who has most. Summaries of whole areas are no rival of the units that they sum up. */

const most = 20

/** With fewer requests handled a share says little. */
const fewestHandled = 10

const unlisted = {
  zh: `全域口径的汇总报告，其下级有报告的不列；所用的格没有数字的不列；is_flagged 为 1 的，所用的数字被单份报告的发现涉及或读取存疑。最多 ${most} 家。`,
  en: `Without summaries of areas whose units have reported, and without reports that lack a number used here; is_flagged is 1 where a finding of the report names a number used, or it was read with a doubt. At most ${most}.`,
}

const cell = (key: string): string => `r.${columnOf(key).name}`

const keys = {
  received: 'requests.newRequests.total',
  forward: 'requests.carriedForward.total',
  handled: 'requests.outcomes.total.total',
  denied: denied.map(row => `requests.outcomes.${row}.total`),
  reconsideration: 'reconsiderationAndLitigation.reconsideration.total',
  litigation: ['directLitigation', 'litigationAfterReconsideration'].map(
    row => `reconsiderationAndLitigation.${row}.total`,
  ),
} as const

const received = cell(keys.received)
const carriedForward = cell(keys.forward)
const handled = cell(keys.handled)
// One blank among them and the sum is blank.
const denials = keys.denied.map(cell).join(' + ')
const reconsideration = cell(keys.reconsideration)
const litigation = keys.litigation.map(cell).join(' + ')

const { name: receivedName } = columnOf(keys.received)

/** Received last year by those that a unit goes on with, where all of them say so. */
const lastYear = (
  year: number | string,
): string => `SELECT l.unit, CAST(sum(o.received) AS BIGINT) AS last_year
  FROM lineage l LEFT JOIN (
    SELECT b.unit, b.${receivedName} AS received FROM reports b WHERE b.year = ${year} - 1
  ) o ON o.unit = l.unit_before
  WHERE l.year = ${year} GROUP BY l.unit HAVING count(o.received) = count(*)`

export const rankings: readonly Question[] = [
  {
    id: 'ranking',
    title: { zh: '排名', en: 'most new requests' },
    about: { zh: `新收申请最多的单位。${unlisted.zh}`, en: `Units with most new requests. ${unlisted.en}` },
    sql: year => `SELECT r.unit, r.name, ${received} AS received, ${isFlagged(keys.received)}
FROM reports r WHERE r.year = ${year} AND ${received} IS NOT NULL AND ${isInSums}
ORDER BY received DESC, r.unit LIMIT ${most}`,
  },
  {
    id: 'growth',
    title: { zh: '增长最快', en: 'new requests grown most' },
    about: {
      zh: `新收申请比上年增加最多的单位；合并来的单位与被并各单位上年之和比较，缺一家的不列。${unlisted.zh}`,
      en: `Units whose new requests grew most since last year; after a merger against the sum of all that were merged, if none of them is missing. ${unlisted.en}`,
    },
    sql: year => `SELECT r.unit, r.name, s.last_year, ${received} AS this_year, ${received} - s.last_year AS increase,
  CASE WHEN s.last_year > 0 THEN round(CAST(100 * (${received} - s.last_year) AS DOUBLE) / s.last_year, 1) END AS percent,
  ${isFlagged(keys.received)}
FROM reports r JOIN (
  ${lastYear(year)}
) s ON s.unit = r.unit
WHERE r.year = ${year} AND ${received} > s.last_year AND ${isInSums}
ORDER BY increase DESC, r.unit LIMIT ${most}`,
  },
  {
    id: 'backlog',
    title: { zh: '结转最多', en: 'most carried forward' },
    about: {
      zh: `结转下年度继续办理最多的单位。${unlisted.zh}`,
      en: `Units that carry most forward into the next year. ${unlisted.en}`,
    },
    sql: year => `SELECT r.unit, r.name, ${carriedForward} AS carried_forward, ${handled} AS handled, ${isFlagged(keys.forward, keys.handled)}
FROM reports r WHERE r.year = ${year} AND ${carriedForward} > 0 AND ${handled} IS NOT NULL AND ${isInSums}
ORDER BY carried_forward DESC, r.unit LIMIT ${most}`,
  },
  {
    id: 'denial-rate',
    title: { zh: '不予公开率', en: 'highest share of denials' },
    about: {
      zh: `不予公开各项之和占办理结果总计的百分比，只列办理 ${fewestHandled} 件以上的。${unlisted.zh}`,
      en: `Denials in per cent of all that was handled, of units that handled ${fewestHandled} or more. ${unlisted.en}`,
    },
    sql: year => `SELECT r.unit, r.name, ${denials} AS denied, ${handled} AS handled,
  round(CAST(100 * (${denials}) AS DOUBLE) / ${handled}, 1) AS percent,
  ${isFlagged(...keys.denied, keys.handled)}
FROM reports r
WHERE r.year = ${year} AND ${handled} >= ${fewestHandled} AND ${denials} IS NOT NULL AND ${isInSums}
ORDER BY percent DESC, denied DESC, r.unit LIMIT ${most}`,
  },
  {
    id: 'disputes',
    title: { zh: '复议诉讼最多', en: 'most reconsideration and litigation' },
    about: {
      zh: `行政复议和行政诉讼总数最多的单位。${unlisted.zh}`,
      en: `Units with most administrative reconsideration and litigation. ${unlisted.en}`,
    },
    sql: year => `SELECT r.unit, r.name, ${reconsideration} AS reconsideration, ${litigation} AS litigation,
  ${isFlagged(keys.reconsideration, ...keys.litigation)}
FROM reports r WHERE r.year = ${year} AND ${reconsideration} + ${litigation} > 0 AND ${isInSums}
ORDER BY ${reconsideration} + ${litigation} DESC, r.unit LIMIT ${most}`,
  },
]
