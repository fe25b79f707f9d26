import type { Message } from '../model/message.ts'

/** A question with its SQL over the tables of the data set, in what DuckDB and Trino have in common. */
export interface Question {
  /** Permanent. */
  readonly id: string
  readonly title: Message
  /** What the answer says, and what it leaves out. */
  readonly about?: Message
  /** `year`: a number, or SQL that gives one. */
  readonly sql: (year: number | string) => string
}

const findingsOf = (year: number | string, where: string): string =>
  `SELECT f.unit, u.name, f.severity, f.outcome, f.message_zh, f.decision
FROM findings f LEFT JOIN units u ON u.unit = f.unit
WHERE ${where} AND f.year = ${year} ORDER BY f.id`

/** The questions that are asked most, in the order of the list. */
export const questions: readonly Question[] = [
  {
    id: 'not-reported',
    title: { zh: '应报未报', en: 'who has not reported' },
    sql: year => `SELECT e.unit, u.name, u.parent, e.due_on
FROM expected e JOIN units u ON u.unit = e.unit
LEFT JOIN reports r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year} AND r.unit IS NULL ORDER BY e.due_on, e.unit`,
  },
  {
    id: 'late',
    title: { zh: '逾期报送', en: 'who reported late' },
    sql: year => `SELECT e.unit, u.name, e.due_on, r.first_uploaded_on
FROM expected e JOIN units u ON u.unit = e.unit
JOIN reports r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year} AND r.first_uploaded_on > e.due_on ORDER BY r.first_uploaded_on, e.unit`,
  },
  {
    id: 'carried-over',
    title: { zh: '结转不符', en: 'carried over otherwise than last year' },
    sql: year => findingsOf(year, "f.check_id = 'carried-over-against-last-year'"),
  },
  {
    id: 'summary',
    title: { zh: '上下级不符', en: 'parents against their units' },
    sql: year => findingsOf(year, "f.check_id = 'summary-against-units'"),
  },
  {
    id: 'findings',
    title: { zh: '全部发现', en: 'all findings across reports' },
    sql: year => findingsOf(year, '1 = 1'),
  },
  {
    id: 'handed-in-again',
    title: { zh: '重新报送', en: 'who handed in again' },
    sql: year => `SELECT r.unit, r.name, r.versions, r.first_uploaded_on, r.uploaded_at
FROM reports r WHERE r.year = ${year} AND r.versions > 1 ORDER BY r.versions DESC, r.unit`,
  },
  {
    id: 'unplaced',
    title: { zh: '未对应单位', en: 'reports of nobody known' },
    sql: () => 'SELECT p.key, p.year, p.authority, p.reason, p.proposals FROM unplaced p ORDER BY p.key',
  },
  {
    id: 'totals',
    title: { zh: '各年合计', en: 'totals of each year' },
    sql: () => `SELECT r.year, count(*) AS reports,
  sum(r.requests_new_requests_total) AS received, sum(r.requests_carried_over_total) AS carried_over,
  sum(r.requests_outcomes_total_total) AS handled, sum(r.requests_carried_forward_total) AS carried_forward
FROM reports r GROUP BY r.year ORDER BY r.year`,
  },
  {
    id: 'ranking',
    title: { zh: '排名', en: 'most new requests' },
    sql: year => `SELECT r.unit, r.name, r.requests_new_requests_total AS received
FROM reports r WHERE r.year = ${year} AND r.requests_new_requests_total IS NOT NULL
ORDER BY r.requests_new_requests_total DESC, r.unit LIMIT 20`,
  },
  {
    id: 'verdicts',
    title: { zh: '各单位结论', en: 'verdict of each report' },
    sql: year => `SELECT r.unit, r.name, r.verdict, r.errors, r.warnings, r.key
FROM reports r WHERE r.year = ${year} ORDER BY r.unit`,
  },
]
