import { type Chance, pick } from '../seed.ts'

/** Characters that have meant something to some reader once. */
export const curious = [
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\t',
  '\n',
  '\r',
  '|',
  '||',
  '-',
  '/',
  '—',
  '0',
  '1',
  '9',
  '１',
  '①',
  '²',
  '[1]',
  ',',
  '，',
  '.',
  '、',
  '（',
  '）',
  '(',
  '其他',
  '总计',
  '一、',
  '（一）',
  '1.',
  '无',
  '\u202e',
  '\u0301',
  '\ud800',
  '\ufffd',
  '\u0000',
  '<',
  '&',
  '=',
  '%',
  '元',
  '万元',
  '件',
  '+',
  '−',
]

/** A text with one spot spoilt. */
export const spoilText = (text: string, chance: Chance): string => {
  const at = chance(text.length + 1)
  const length = 1 + chance(3)
  switch (chance(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length)
    case 1:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at)
    case 2:
      return text.slice(0, at) + [...text.slice(at, at + length)].reverse().join('') + text.slice(at + length)
    case 3:
      return text.slice(0, at) + pick(curious, chance) + text.slice(at + length)
    default:
      return text.slice(0, at) + pick(curious, chance) + text.slice(at)
  }
}
