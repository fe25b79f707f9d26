/** Labels that are printed in two languages: 行政许可 with its Tibetan, Mongolian, Uyghur, Zhuang or English beside it. */

const foreign = /(?=\p{L})\P{Script=Han}/u
const han = /\p{Script=Han}/u
/**
 * From one foreign letter on, with a bracket before it, to where Chinese begins again: with its number, or the bracket
 * it stands in.
 */
const run =
  /(?:(?<=[\p{Script=Han}）)])\s*\d{1,2}[.、．]?\s*)?[([（［〔【]?(?=\p{L})\P{Script=Han}(?:[([（［〔【](?![\p{Script=Han}\d])|(?!\d{1,2}[.、．]?\s*\p{Script=Han})[^\p{Script=Han}([（［〔【])*/gu

/** The longest label in two languages; longer text is narrative. */
export const longestBilingual = 800

/** The Chinese part of a label; the whole of one without any. Lines of another script go with their numbers. */
export const hanAlone = (text: string): string => {
  if (text.length > longestBilingual || !foreign.test(text) || !han.test(text)) return text
  return text
    .split('\n')
    .filter(line => !foreign.test(line) || han.test(line))
    .join('\n')
    .replace(run, ' ')
}
