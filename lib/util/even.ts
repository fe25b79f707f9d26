import { hanAlone } from './scripts.ts'
import { inSimplified } from './simplified.ts'

const white = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/gu
const openBracket = /[〔［【]/gu
const closeBracket = /[〕］】]/gu
const fullWidth = /[\uff01-\uff5e]/gu
const toHalfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

/** White space and typography evened out, simplified characters, full-width punctuation as ASCII. */
export const even = (text: string): string => {
  const kept = hanAlone(text)
    .normalize('NFC')
    .replace(white, '')
    .replace(openBracket, '(')
    .replace(closeBracket, ')')
  return inSimplified(kept.replace(fullWidth, toHalfWidth))
}
