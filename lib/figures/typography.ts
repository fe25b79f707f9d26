/** What the eye does not tell apart, brought to one way of writing. Never NFKC: it would make digits of `①` and `²`. */

/** Characters without width that programs leave inside text: zero-width spaces and joiners, soft hyphens, marks of order. */
const invisible = /[\u00ad\u180e\u200b-\u200e\u2060-\u2064\ufeff]/gu

const padding = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]/u

/** Without the white space around it: blanks, no-break spaces, ideographic spaces, zero-width characters. */
export const trimPadding = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && padding.test(text[start]!)) start++
  while (end > start && padding.test(text[end - 1]!)) end--
  return text.slice(start, end)
}

const beyondAscii = /[\u0080-\uffff]/u
const evened = /[\uff01-\uff5e\u2010-\u2015\u2212\ufe63〔【〕】｡]/gu

const evenedTo = (character: string): string => {
  if (character >= '\uff01' && character <= '\uff5e')
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  if (character === '｡') return '。'
  if (character === '〔' || character === '【') return '['
  return character === '〕' || character === '】' ? ']' : '-'
}

/** Full-width forms, the many dashes and brackets as ASCII, character for character. */
export const toAscii = (text: string): string =>
  beyondAscii.test(text) ? text.replace(evened, evenedTo) : text

export interface Seen {
  readonly text: string
  /** The code points left out, each once: `U+200B`. */
  readonly invisible: readonly string[]
}

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** The text as it is seen, without characters that have no width. */
export const asSeen = (text: string): Seen => {
  const found = text.match(invisible)
  if (!found) return { text, invisible: [] }
  return { text: text.replace(invisible, ''), invisible: [...new Set(found.map(codePoint))] }
}

/** Digits of both widths in one number are two hands at work. */
export const mixesWidths = (text: string): boolean => /\d/u.test(text) && /[０-９]/u.test(text)
