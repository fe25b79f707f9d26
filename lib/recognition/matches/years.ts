import { compact } from '../../util/compact.ts'

/** Years printed over, in or beside a table: whose figures it holds. */

/** A year as printed, or the words for it: 本年, 上年. */
export type YearMark = number | 'this' | 'last'

const alone = /^[（(【[]?((?:19|20)\d\d)\s*(?:年度?)?(?:情况|数据?)?[）)】\]]?$/u
const thisYear = /^[（(]?(?:本|今|当)年(?:度|数)?[）)]?$/u
const lastYear = /^[（(]?(?:[去上前]一?年(?:度|数|同期)?)[）)]?$/u
const withinCaption = /(?:19|20)\d\d(?=年|[^\d.,，]|$)/gu
/** The number of a notice, of whatever year: 国办公开办函〔2021〕30号. */
const noticeNumber = /[〔[（(【](?:19|20)\d\d[〕\]）)】]\d+号/gu
/** A line that names a year and says no more than what table stands below. */
const longestCaption = 30

/** The year a cell prints and nothing else: 2023年, 上年. */
export const yearMark = (text: string): YearMark | null => {
  if (text.length > longestCaption) return null
  const bare = compact(text)
  const year = alone.exec(bare)?.[1]
  if (year) return Number(year)
  return thisYear.test(bare) ? 'this' : lastYear.test(bare) ? 'last' : null
}

/** The year a caption names: 2023年政府信息公开申请情况, 上年数据. Null where it names none or several, or a date. */
export const captionYear = (text: string): YearMark | null => {
  const bare = compact(text).replace(noticeNumber, '')
  if (bare === '' || bare.length > longestCaption || /[月日。；]/u.test(bare)) return null
  const years = [...new Set(bare.match(withinCaption))]
  if (years.length > 1) return null
  if (years.length === 1) return Number(years[0])
  return /^[（(]?(?:去年|上年度?|上一年度?)(?:数据|情况|表|同期)/u.test(bare) ? 'last' : yearMark(bare)
}

/** Whether a mark names the report's year; null where that cannot be told. */
export const isOfYear = (mark: YearMark | null, year: number | null): boolean | null => {
  if (mark === null) return null
  if (typeof mark === 'string') return mark === 'this'
  return year === null ? null : mark === year
}

/** Words over an example that nobody filled in for this report. */
export const namesSample = (text: string): boolean =>
  text.length <= longestCaption && /样表|空表|样例|示例|模板|填表范例|表样/u.test(text)
