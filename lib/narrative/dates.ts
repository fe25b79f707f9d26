/** Dates as the reports print them: 2021年1月8日, 二〇二一年一月八日, 2021-01-08. */

const chineseDigits = '〇一二三四五六七八九'
const digitOf = (character: string): number =>
  character === '○' || character === '零' || character === 'Ｏ' || character === 'O'
    ? 0
    : chineseDigits.indexOf(character)

/** 二〇二一 read digit by digit; null where it is not four digits. */
const chineseYear = (text: string): number | null => {
  const digits = [...text].map(digitOf)
  return digits.length === 4 && digits.every(digit => digit >= 0) ? Number(digits.join('')) : null
}

/** 一 to 三十一; null where it is none. */
const chineseSmall = (text: string): number | null => {
  const match = /^([二三]?)(十?)([一二三四五六七八九]?)$/u.exec(text)
  if (!match || text === '') return null
  const [, tens = '', ten = '', ones = ''] = match
  if (tens && !ten) return ones ? null : digitOf(tens)
  return (ten ? (tens ? digitOf(tens) : 1) * 10 : 0) + (ones ? digitOf(ones) : 0)
}

const numberOf = (text: string): number | null => (/^\d+$/u.test(text) ? Number(text) : chineseSmall(text))

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

export const yearPattern = '(20\\d{2}|二[〇○零ＯO][一二三四五六七八九〇○零][一二三四五六七八九〇○零])'
const dayPattern = `${yearPattern}年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日`
const dashed = /(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/u

/** A year as printed, in Arabic or Chinese digits. */
export const readYear = (text: string): number | null =>
  /^\d{4}$/u.test(text) ? Number(text) : chineseYear(text)

/** The first date in a text without white space, as ISO; null where none is printed or it is none of the calendar. */
export const readDate = (text: string): string | null => {
  const match = new RegExp(dayPattern, 'u').exec(text)
  const plain = match ? null : dashed.exec(text)
  const [year, month, day] = match
    ? [readYear(match[1]!), numberOf(match[2]!), numberOf(match[3]!)]
    : plain
      ? [Number(plain[1]), Number(plain[2]), Number(plain[3])]
      : [null, null, null]
  return year && month && day ? iso(year, month, day) : null
}

const day = '(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?'
const until = '(?:起|始)?[,，]?(?:截?至|截?止到?|到|—+|-+|~+|～+|－+|–+)'
const periodPattern = new RegExp(
  `${yearPattern}${day}${until}(?:${yearPattern}年?|同年|当年)?(?:[./-])?(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?`,
  'u',
)

/** The statistic period 从2020年1月1日起至2020年12月31日止; a second year left out is the first. */
export const readPeriod = (text: string): { from: string; to: string } | null => {
  const match = periodPattern.exec(text.replace(/\s/gu, ''))
  if (!match) return null
  const start = readYear(match[1]!)!
  const end = match[4] ? readYear(match[4])! : start
  const from = iso(start, Number(match[2]), Number(match[3]))
  const to = iso(end, Number(match[5]), Number(match[6]))
  return from && to ? { from, to } : null
}

const speaksOfPeriod =
  /统计(?:数据)?的?(?:期|时限|时段|周期|时间|起止)|数据[^。；\n]{0,8}(?:期限|时限|时段|起止)/gu
const shortestPeriod = 8

/** The clause in which a text states its statistic period, as printed; null where it states none. */
export const periodClause = (text: string): string | null => {
  for (const { index } of text.matchAll(speaksOfPeriod)) {
    const clause = text
      .slice(index)
      .split(/[。；\n]/u)[0]!
      .trim()
    if (clause.length >= shortestPeriod && /\d/u.test(clause) && /[年月日]/u.test(clause)) return clause
  }
  return null
}
