import { UsageError } from '../terminal/usage-error.ts'
import type { Language } from '../terminal/words.ts'

/** The value of `--lang`. */
export const languageOf = (given: string | undefined): Language => {
  if (given === undefined || given === 'zh' || given === 'en') return given ?? 'zh'
  throw new UsageError(`--lang 只能是 zh 或 en (not ${given})`)
}

/** A whole number within bounds, or null where the option was not given. */
export const wholeNumber = (
  name: string,
  given: string | undefined,
  least: number,
  most: number,
): number | null => {
  if (given === undefined) return null
  const value = Number(given)
  if (/^\d+$/.test(given) && value >= least && value <= most) return value
  throw new UsageError(`${name} 应为 ${least} 至 ${most} 的整数 (a whole number, not ${given})`)
}

/** A day as people write it for computers. */
export const dayOf = (name: string, given: string): string => {
  const date = new Date(`${given}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/u.test(given) && date.toJSON()?.startsWith(given)) return given
  throw new UsageError(`${name} 应为日期，如 2025-02-01 (a day, not ${given})`)
}
