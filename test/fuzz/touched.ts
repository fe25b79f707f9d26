import { numbersIn } from './seed.ts'

const isOfNumber = (character: string | undefined): boolean =>
  character !== undefined && /[\d.,+\-\0０-９，．−－–]/u.test(character)

/**
 * The numbers a change may have reached: those in what differs and within `reach` characters around it, each to its
 * end, as they were and as they are.
 */
export const touchedBetween = (before: string, after: string, reach: number): string[] => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const around = (text: string): string => {
    let from = Math.max(0, start - reach)
    let to = Math.min(text.length, text.length - end + reach)
    while (from > 0 && isOfNumber(text[from - 1]) && isOfNumber(text[from])) from--
    while (to < text.length && isOfNumber(text[to]) && isOfNumber(text[to - 1])) to++
    return text.slice(from, to)
  }
  // Digits of UTF-16 stand among zeros.
  return [around(before), around(after)].flatMap(text => [
    ...numbersIn(text),
    ...numbersIn(text.replaceAll('\0', '')),
  ])
}
