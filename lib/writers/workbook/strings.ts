import { remember } from '../../util/remember.ts'
import { cellText, escapeCodes, escapeXml } from './text.ts'

/** The strings of a workbook, each stored once whatever the number of cells that show it. */
export interface Strings {
  /** Index of the text; what a cell cannot hold is left out of the string it stands for. */
  readonly indexOf: (text: string) => number
  /** The part `xl/sharedStrings.xml` with every text asked for so far. */
  readonly xml: () => string
}

/** Most strings are the form's own labels and our own words, the same in every workbook. */
const itemXml = remember((text: string): string => {
  const content = escapeXml(escapeCodes(cellText(text)))
  return /^\s|\s$|\n/.test(content)
    ? `<si><t xml:space="preserve">${content}</t></si>`
    : `<si><t>${content}</t></si>`
})

export const newStrings = (): Strings => {
  const indexes = new Map<string, number>()
  return {
    indexOf: text => {
      const known = indexes.get(text)
      if (known !== undefined) return known
      indexes.set(text, indexes.size)
      return indexes.size - 1
    },
    xml: () =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${indexes.size}">` +
      `${[...indexes.keys()].map(itemXml).join('')}</sst>`,
  }
}
