/** East Asian wide and fullwidth ranges (Unicode UAX #11), and emoji: two columns in a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u

const widthOfCharacter = (character: string): number =>
  zero.test(character) ? 0 : wide.test(character) ? 2 : 1

/** Columns a text takes in a terminal. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

/** The text in at most `columns` columns, cut with … where it is longer. */
export const shortened = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 1
  for (const character of text) {
    width += widthOfCharacter(character)
    if (width > columns) break
    kept += character
  }
  return `${kept}…`
}

/** The text in exactly `columns` columns: cut, or filled with blanks at the end (or at the start). */
export const padded = (text: string, columns: number, side: 'left' | 'right' = 'left'): string => {
  const kept = shortened(text, columns)
  const blanks = ' '.repeat(columns - widthOf(kept))
  return side === 'left' ? kept + blanks : blanks + kept
}

/** Text from a document made harmless: no escape sequence may reach the terminal, nothing may turn the line around. */
export const printable = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
