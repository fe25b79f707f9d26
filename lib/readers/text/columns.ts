/**
 * How many columns of a line a character takes. Programs that draw tables with characters count those of Chinese as
 * two or as one, and quotes and box lines, which are as wide as the font makes them, as one or as two.
 */
export type Widths = 'wide' | 'ambiguous' | 'even'

/** In the order they are tried. */
export const widths: readonly Widths[] = ['wide', 'even', 'ambiguous']

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const AMBIGUOUS =
  /[\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010\u2013-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2025-\u2027\u2030\u2460-\u24ff\u2500-\u257f]/u
const ASTRAL = /[\u{20000}-\u{3fffd}]/u

const widthOf = (character: string, how: Widths): number => {
  if (character < '\u00a1' || how === 'even') return 1
  if (WIDE.test(character) || ASTRAL.test(character)) return 2
  return how === 'ambiguous' && AMBIGUOUS.test(character) ? 2 : 1
}

/** A line with one entry for each of its columns; the second column of a wide character is empty. */
export const columnsOf = (line: string, how: Widths): string[] => {
  const columns: string[] = []
  for (const character of line) {
    columns.push(character)
    if (widthOf(character, how) === 2) columns.push('')
  }
  return columns
}

/** What stands between two columns. */
export const between = (columns: readonly string[], from: number, to: number): string =>
  columns.slice(from, to).join('')

const isNumberBoth = (before: string, after: string): boolean => /\d$/u.test(before) && /^\d/u.test(after)
const isLatinBoth = (before: string, after: string): boolean =>
  /[\w,;:)]$/u.test(before) && /^[\w(]/u.test(after)

/** The lines of one cell put together: a blank line parts paragraphs, and two numbers are never made one. */
export const joinLines = (lines: readonly string[]): string => {
  let text = ''
  let apart = false
  for (const line of lines.map(each => each.trim())) {
    if (line === '') apart = text !== ''
    else {
      const gap =
        text === '' ? '' : apart || isNumberBoth(text, line) ? '\n' : isLatinBoth(text, line) ? ' ' : ''
      text += gap + line
      apart = false
    }
  }
  return text
}
