import { refusal } from './errors.ts'
import { Refused } from './refused.ts'

/** Parameters of an address. One that is not known, or wrong, is refused: an answer to another question would look like one to this. */

export const wrong = (zh: string, en: string): Refused => new Refused(refusal('parameter-wrong', { zh, en }))

/** Throws Refused where there are others than `names`, or one twice that may come once. */
export const onlyThese = (
  given: URLSearchParams,
  names: readonly string[],
  several: readonly string[] = [],
): void => {
  for (const name of new Set(given.keys())) {
    if (!names.includes(name)) throw wrong(`没有参数 ${name}`, `there is no parameter ${name}`)
    if (!several.includes(name) && given.getAll(name).length > 1)
      throw wrong(`${name} 只能给出一次`, `${name} may be given once`)
  }
}

/** A whole number within bounds; `usual` where it is left out. */
export const wholeNumberOf = (
  given: URLSearchParams,
  name: string,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number => {
  const text = given.get(name)
  if (text === null) return usual
  const value = Number(text)
  if (/^\d{1,9}$/u.test(text) && value >= least && value <= most) return value
  throw wrong(`${name} 应为 ${least} 至 ${most} 的整数`, `${name} is a whole number from ${least} to ${most}`)
}

/** One of a few words; null where it is left out. */
export const oneOf = (given: URLSearchParams, name: string, words: readonly string[]): string | null => {
  const text = given.get(name)
  if (text === null || words.includes(text)) return text
  throw wrong(`${name} 应为 ${words.join('、')} 之一`, `${name} is one of ${words.join(', ')}`)
}

/** What a pattern lets through; null where it is left out. */
export const matching = (given: URLSearchParams, name: string, pattern: RegExp): string | null => {
  const text = given.get(name)
  if (text === null || pattern.test(text)) return text
  throw wrong(`${name} 的写法不对`, `${name} is not written as it has to be`)
}
