import { even } from '../../util/even.ts'
import type { Span } from './unit.ts'

const written = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u
const unbroken = /^(\d{4})(\d{2})(\d{2})$/u

const two = (part: string): string => part.padStart(2, '0')

const exists = (iso: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}

const lastOfMonth = (year: string, month: string): string =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)

/**
 * A day as people write it, as ISO: 2024-1-31, 2024/01/31, 2024年1月31日, 20240131. A year or a month alone is its first
 * or its last day. Null where it is none.
 */
export const readDay = (text: string, end: 'first' | 'last'): string | null => {
  const [, year, month, day] = written.exec(even(text)) ?? unbroken.exec(even(text)) ?? []
  if (year === undefined) return null
  if (month === undefined) return end === 'first' ? `${year}-01-01` : `${year}-12-31`
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return end === 'first' ? `${year}-${two(month)}-01` : lastOfMonth(year, month)
  const iso = `${year}-${two(month)}-${two(day)}`
  return exists(iso) ? iso : null
}

/** A deadline as month and day, `01-31`: of a whole date its year does not matter. Null where it is none. */
export const readMonthDay = (text: string): string | null => {
  const whole = readDay(text, 'last')
  if (whole !== null) return whole.slice(5)
  const [, month, day] = /^(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(even(text)) ?? []
  if (month === undefined || day === undefined) return null
  const iso = `2023-${two(month)}-${two(day)}`
  return exists(iso) ? iso.slice(5) : null
}

const between = /~|～|—+|–|\.\.|至|到|起|止/u

/** Two days with something between them, either of which may be left out: 2019~2021-06-30, ~2020, 2022起, 2019至今. Null where it is none. */
export const readSpan = (text: string): Span | null => {
  const evened = even(text).replace(/(?<=至|到|~|～|—|–|\.\.)今$/u, '')
  const [from = '', to = ''] =
    evened.endsWith('止') && !between.test(evened.slice(0, -1))
      ? ['', evened.slice(0, -1)]
      : evened.split(between)
  if (!between.test(evened) || (from === '' && to === '')) return null
  const since = from === '' ? null : readDay(from, 'first')
  const until = to === '' ? null : readDay(to, 'last')
  return (from !== '' && since === null) || (to !== '' && until === null) ? null : { since, until }
}
