/** What a cell of a spreadsheet can hold at most, and the words that replace the rest. */
const longest = 32_767
const cut = '…（原文过长，已截断 / truncated）'

const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const lineEnds = /\r\n?/g
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Most texts hold none of these, and need no further look. */
const suspect = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/

/** Text as a cell can hold it: characters that XML forbids taken out, over-long text cut so that it shows. */
export const cellText = (text: string): string => {
  const clean = suspect.test(text)
    ? text.replace(lineEnds, '\n').replace(illegal, '').replace(loneSurrogates, '\ufffd')
    : text
  if (clean.length <= longest) return clean
  return clean.slice(0, longest - cut.length).replace(/[\ud800-\udbff]$/, '') + cut
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text as XML content. */
export const escapeXml = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, char => escapes[char]!) : text

/** Excel reads _x0041_ in a string as a code; the underscore is then written as one itself (ECMA-376 22.9.2.19). */
export const escapeCodes = (text: string): string =>
  text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text

/** Excel would take such text for a formula as soon as someone edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t]/.test(text)

/** Width of a line in characters of the default font: Chinese ones take two. */
const widthOf = (line: string): number => {
  let width = 0
  for (let index = 0; index < line.length; index++)
    width += line.charCodeAt(index) > 0x2e7f || line[index] === '“' || line[index] === '”' ? 2 : 1
  return width
}

/** Lines the text takes in a column of that width. */
export const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0)
