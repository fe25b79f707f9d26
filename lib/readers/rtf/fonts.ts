import { limits } from '../limits.ts'
import { isSymbolFont } from '../style/size.ts'
import { codePageOf, isEastAsian } from './code-pages.ts'

/** The code pages of a document's fonts, and of the document as such. */
export interface Fonts {
  /** A word inside the font table. */
  readonly take: (name: string, value: number) => void
  /** The name of the current font, or a part of it. */
  readonly name: (text: string) => void
  /** Whether digits in this font look like something else. */
  readonly isSymbols: (font: number | undefined) => boolean
  /** The page the whole document is written in (`\ansicpg`). */
  readonly setDocument: (page: number) => void
  /** The pages text in these fonts may be in, the likeliest first. */
  readonly pages: (font: number | undefined, eastAsianFont: number | undefined) => (number | undefined)[]
}

const longestName = 100

export const fontTable = (): Fonts => {
  const pages = new Map<number, number | undefined>()
  const names = new Map<number, string>()
  let current = 0
  let document = 1252
  return {
    take: (name, value) => {
      if (name === 'f') current = value
      else if (pages.size < limits.fonts || pages.has(current)) {
        if (name === 'fcharset') pages.set(current, codePageOf(value))
        else if (name === 'cpg') pages.set(current, value)
      }
    },
    name: text => {
      if (names.size < limits.fonts || names.has(current))
        names.set(current, `${names.get(current) ?? ''}${text}`.slice(0, longestName))
    },
    isSymbols: font => font !== undefined && isSymbolFont(names.get(font) ?? ''),
    setDocument: page => {
      document = page
    },
    pages: (font, eastAsianFont) => {
      const own = font === undefined ? undefined : pages.get(font)
      const other = eastAsianFont === undefined ? undefined : pages.get(eastAsianFont)
      const eastAsian = [own, other, document].filter(isEastAsian)
      return [...eastAsian, own, document, 1252]
    },
  }
}
