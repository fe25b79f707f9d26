import type { Question } from './question.ts'

/** What was found in the reports and across them. */

const findingsOf = (year: number | string, where: string): string =>
  `SELECT f.unit, u.name, f.check_id, f.severity, f.outcome, f.expected, f.actual, f.message_zh, f.decision, f.id
FROM findings f LEFT JOIN units u ON u.unit = f.unit
WHERE ${where}f.year = ${year} ORDER BY f.id`

export const faults: readonly Question[] = [
  {
    id: 'verdicts',
    title: { zh: '各单位结论', en: 'verdict of each report' },
    about: {
      zh: '计入的每份报告单独核对的结论和发现数；跨报告的发现见“全部发现”。',
      en: 'Verdict and findings of each report that counts, taken alone; for those across reports see “findings”.',
    },
    sql: year => `SELECT r.unit, r.name, r.verdict, r.errors, r.warnings, r.key
FROM reports r WHERE r.year = ${year} ORDER BY r.unit`,
  },
  {
    id: 'findings',
    title: { zh: '全部发现', en: 'all findings across reports' },
    about: {
      zh: '跨报告核对的发现；broken 为不成立，unassessable 为无法核对。已有处理决定的也列出。',
      en: 'What was found across reports: broken, or not to be assessed. Those that were decided on are listed too.',
    },
    sql: year => findingsOf(year, ''),
  },
  {
    id: 'findings-by-check',
    title: { zh: '各类发现', en: 'findings of each check' },
    about: {
      zh: '每条规则的发现数、涉及的单位数和已有处理决定的。',
      en: 'Of each check: findings, units concerned, and how many were decided on.',
    },
    sql: year => `SELECT f.check_id, f.severity, f.outcome, count(*) AS findings,
  count(DISTINCT f.unit) AS units, count(f.decision) AS decided
FROM findings f WHERE f.year = ${year}
GROUP BY f.check_id, f.severity, f.outcome ORDER BY f.check_id, f.severity, f.outcome`,
  },
  {
    id: 'carried-over',
    title: { zh: '结转不符', en: 'carried over otherwise than last year' },
    about: {
      zh: '上年结转与上年报告的结转下年度不符，或无法核对。',
      en: 'What was carried over is not what last year carried forward, or that cannot be assessed.',
    },
    sql: year => findingsOf(year, "f.check_id = 'carried-over-against-last-year' AND "),
  },
  {
    id: 'summary',
    title: { zh: '上下级不符', en: 'parents against their units' },
    about: {
      zh: '全域口径的汇总与下级之和不符，或无法核对。',
      en: 'A summary of a whole area is not the sum of its units, or that cannot be assessed.',
    },
    sql: year => findingsOf(year, "f.check_id = 'summary-against-units' AND "),
  },
  {
    id: 'blanks',
    title: { zh: '无数的格', en: 'cells without a number' },
    about: {
      zh: '有格没有数字的报告：几格，是哪些格，印的是什么。没有读到的整张表不在其中，其表式版本为空。',
      en: 'Reports with cells that have no number: how many, which, and what is printed. Whole tables that were not read are not among them: their edition is null.',
    },
    sql: year => `SELECT r.unit, r.name, json_array_length(r.without_number) AS blank_cells, r.without_number,
  r.edition_proactive_disclosure, r.edition_requests, r.edition_reconsideration_and_litigation
FROM reports r
WHERE r.year = ${year} AND (r.without_number <> '[]' OR r.edition_proactive_disclosure IS NULL
  OR r.edition_requests IS NULL OR r.edition_reconsideration_and_litigation IS NULL)
ORDER BY blank_cells DESC, r.unit`,
  },
  {
    id: 'all-zero',
    title: { zh: '全为零', en: 'reports without a number other than zero' },
    about: {
      zh: '没有一个非零数字的报告：可能确实没有，也可能没有填。',
      en: 'Reports without any number other than zero: there may have been nothing, or nothing was filled in.',
    },
    sql: year => `SELECT r.unit, r.name, r.kind, r.verdict, json_array_length(r.without_number) AS blank_cells, r.key
FROM reports r WHERE r.year = ${year} AND r.figures_hash IS NULL ORDER BY r.unit`,
  },
]
