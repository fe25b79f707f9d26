/** Numbers in Chinese numerals: 五, 十二, 一百零五, 三千二百. */

const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

const belowTenThousand = (value: number): string => {
  let written = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = written !== ''
      continue
    }
    written += `${gap ? '零' : ''}${digits[digit]}${places[place]}`
    gap = false
  }
  return written
}

/** A number up to 99,999,999 as it is written: the one form we accept, but for 一十 and 十. */
const written = (value: number): string => {
  if (value === 0) return '零'
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : ''
  return `${high > 0 ? `${belowTenThousand(high)}万` : ''}${gap}${belowTenThousand(low)}`
}

const evaluated = (text: string): number => {
  let total = 0
  let part = 0
  let digit = 0
  for (const character of text) {
    const value = digits.indexOf(character)
    const place = places.indexOf(character)
    if (value >= 0) digit = value
    else if (place > 0) {
      part += digit * 10 ** place
      digit = 0
    } else {
      total = (part + digit) * 10_000
      part = 0
      digit = 0
    }
  }
  return total + part + digit
}

const longest = 16

/** The value of a whole number in Chinese numerals; null for anything not written in the one regular way. */
export const numeralValue = (text: string): number | null => {
  if (text === '' || text.length > longest) return null
  const regular = text
    .replaceAll('〇', '零')
    .replace(/两(?=[百千万])|^两$/gu, '二')
    .replace(/^十/u, '一十')
    .replace(/([零万])十/gu, '$1一十')
  const value = evaluated(regular)
  return written(value) === regular ? value : null
}
