import { arrivalDaySql } from '../arrival-day.ts'
import type { Question } from './question.ts'

/** What has come and what has not. */

export const arrival: readonly Question[] = [
  {
    id: 'progress',
    title: { zh: '报送进度', en: 'how far each parent’s units are' },
    about: {
      zh: '每个上级直属的应报单位、已报、未报和已过期限的未报；上级为空的是没有上级的单位。',
      en: 'Of the units right under each parent: due, reported, not reported, and overdue. Without a parent: the units that have none.',
    },
    sql: year => `SELECT u.parent, p.name AS parent_name, count(*) AS expected, count(r.unit) AS reported,
  count(*) - count(r.unit) AS missing,
  count(CASE WHEN r.unit IS NULL AND e.due_on < s.as_of THEN 1 END) AS overdue
FROM expected e CROSS JOIN season s JOIN units u ON u.unit = e.unit
  LEFT JOIN units p ON p.unit = u.parent
  LEFT JOIN reports r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year}
GROUP BY u.parent, p.name ORDER BY missing DESC, u.parent`,
  },
  {
    id: 'not-reported',
    title: { zh: '应报未报', en: 'who has not reported' },
    about: {
      zh: '名册年末仍在而没有报告的单位；is_overdue 为 1 的已过期限。',
      en: 'Units that the roster has at the end of the year, without a report; is_overdue is 1 after the deadline.',
    },
    sql: year => `SELECT e.unit, u.name, u.parent, p.name AS parent_name, e.due_on,
  CASE WHEN e.due_on < s.as_of THEN 1 ELSE 0 END AS is_overdue
FROM expected e CROSS JOIN season s JOIN units u ON u.unit = e.unit
  LEFT JOIN units p ON p.unit = u.parent
  LEFT JOIN reports r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year} AND r.unit IS NULL ORDER BY e.due_on, e.unit`,
  },
  {
    id: 'late',
    title: { zh: '逾期报送', en: 'who reported late' },
    about: {
      zh: '名册写明期限的按首次上传日期；没有写明的按落款日期。没有落款日期，或只知道期限过后一年多才上传的，无从判断，不列。',
      en: 'By the first upload where the roster gives the deadline; else by the date of the signature. Without one, or where all that is known is an upload more than a year after the deadline, none is listed.',
    },
    sql: year => `SELECT e.unit, u.name, e.due_on, ${arrivalDaySql} AS came_on
FROM expected e JOIN units u ON u.unit = e.unit
  JOIN reports r ON r.unit = e.unit AND r.year = e.year
WHERE e.year = ${year} AND ${arrivalDaySql} > e.due_on ORDER BY came_on, e.unit`,
  },
  {
    id: 'handed-in-again',
    title: { zh: '重新报送', en: 'who handed in again' },
    about: {
      zh: '该年度报送过不止一个版本的单位；计入的是最后一个。改了什么见 season.json 和年报季工作簿。',
      en: 'Units with more than one version for the year; the last one counts. What changed is in season.json and in the workbook.',
    },
    sql: year => `SELECT r.unit, r.name, r.versions, r.first_uploaded_on, r.uploaded_at
FROM reports r WHERE r.year = ${year} AND r.versions > 1 ORDER BY r.versions DESC, r.unit`,
  },
  {
    id: 'not-counted',
    title: { zh: '未计入', en: 'what does not count, and why' },
    about: {
      zh: '上传了而没有计入的文件：没有找到单位，或同一单位同一年度另有一份更新的；年度不明的也列出。被退回、未能转换的见 season.json。',
      en: 'Uploads that do not count: of no known unit, or with a newer one of the same unit and year; those of no known year too. What was refused or not converted is in season.json.',
    },
    sql: year => `SELECT l.key, l.year, l.authority, l.unit, c.key AS counted_key,
  CASE WHEN l.unit IS NULL THEN '没有找到单位' WHEN l.year IS NULL THEN '年度不明' ELSE '另有一份计入' END AS reason
FROM live l
  LEFT JOIN reports c ON c.unit = l.unit AND c.year = l.year
WHERE (l.year = ${year} OR l.year IS NULL) AND (c.key IS NULL OR c.key <> l.key)
ORDER BY l.key, l.version`,
  },
  {
    id: 'unplaced',
    title: { zh: '未对应单位', en: 'reports of nobody known' },
    about: {
      zh: '没有找到单位的报告和可能的单位；年度不明的也列出。',
      en: 'Reports that no unit was found for, and who they may be of; those of no known year too.',
    },
    sql: year => `SELECT p.key, p.year, p.authority, p.reason, p.proposals
FROM unplaced p WHERE p.year = ${year} OR p.year IS NULL ORDER BY p.key, p.version`,
  },
  {
    id: 'not-expected',
    title: { zh: '不必报而报', en: 'who reported without having to' },
    about: {
      zh: '有报告而名册年末没有的单位：可能是已撤并的，或名册的日期不对。',
      en: 'Units with a report that the roster does not have at the end of the year: merged ones, or wrong dates in the roster.',
    },
    sql: year => `SELECT r.unit, r.name, u.until, u.successor, r.key
FROM reports r JOIN units u ON u.unit = r.unit
  LEFT JOIN expected e ON e.unit = r.unit AND e.year = r.year
WHERE r.year = ${year} AND e.unit IS NULL ORDER BY r.unit`,
  },
]
