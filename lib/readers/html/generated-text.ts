import { attribute, type Element } from './walk.ts'

const TOKEN =
  /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|attr\(\s*([-\w]+)[^()]*\)|(open-quote|close-quote|no-open-quote|no-close-quote)|\s+|\/[\s\S]*$/giuy
/** Icons: characters that only the fonts of the page know. */
const ICONS = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/gu

const unescaped = (text: string): string =>
  text
    .replace(/\\\r?\n/gu, '')
    .replace(/\\([\da-f]{1,6})\s?|\\([\s\S])/giu, (_, hex: string | undefined, plain: string | undefined) =>
      hex === undefined ? plain! : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ffff)),
    )

/**
 * The text a style puts in by `content`; undefined where it is a picture, a counter or what else we do not know.
 */
export const generatedText = (content: string, element: Element): string | undefined => {
  let text = ''
  TOKEN.lastIndex = 0
  for (let at = 0; at < content.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(content)
    if (found === null) return undefined
    const [, double, single, name, quote] = found
    if (name !== undefined) text += attribute(element, name.toLowerCase()) ?? ''
    else if (quote !== undefined) text += quote === 'open-quote' ? '“' : quote === 'close-quote' ? '”' : ''
    else text += unescaped(double ?? single ?? '')
  }
  return text.replace(ICONS, '')
}
