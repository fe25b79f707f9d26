/** Labels that are printed in two languages: 行政许可 with its Tibetan, Mongolian, Uyghur, Zhuang or English beside it. */

/** Blocks of other scripts; a letter of theirs is looked for only where one of their characters stands. */
const beyond = /[A-Za-z\u00aa-\u1fff\u2c00-\u2dff\ua000-\uabff\uac00-\ud7ff\ufb00-\ufdff\ufe70-\ufefc]/u
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
  if (text.length > longestBilingual || !beyond.test(text) || !foreign.test(text) || !han.test(text))
    return text
  return text
    .split('\n')
    .filter(line => !foreign.test(line) || han.test(line))
    .join('\n')
    .replace(run, ' ')
}
