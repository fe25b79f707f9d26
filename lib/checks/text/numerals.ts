const digits = '零一二三四五六七八九'
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Value of a Chinese numeral up to 9999万 (二十二, 一百零五, 两千), or null where it is none. */
export const chineseNumeral = (text: string): number | null => {
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const character of text) {
    const value = digits.indexOf(character === '两' ? '二' : character === '〇' ? '零' : character)
    const scale = scales[character]
    if (value > 0) {
      if (digit !== null) return null
      digit = value
    } else if (scale !== undefined) {
      section += (digit ?? 1) * scale
      digit = null
    } else if (character === '万') {
      total = (section + (digit ?? 0)) * 10_000
      section = 0
      digit = null
    } else if (value !== 0) return null
  }
  return text === '' ? null : total + section + (digit ?? 0)
}

const fullWidth = /[０-９．％]|\d，\d/u

/** Full-width digits, points, percent signs and commas between digits as ASCII; every index stays the same. */
export const halfWidth = (text: string): string =>
  fullWidth.test(text)
    ? text
        .replace(/[０-９．％]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
        .replace(/(?<=\d)，(?=\d{3}(?!\d))/gu, ',')
    : text
