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
