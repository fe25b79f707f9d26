import { type Package, visitPart } from './parts.ts'

/** The number format of each cell style, by its index. */
export type NumberFormats = readonly string[]

/** Formats that every program knows by number (ECMA-376 18.8.30), Chinese ones from 27 on. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}
const isChineseDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

const formatOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? BUILT_IN[id] ?? (isChineseDate(id) ? 'yyyy"年"m"月"d"日"' : 'General')

/** Reads the number formats of the cell styles. */
export const readNumberFormats = (book: Package, part: string | undefined): NumberFormats => {
  const own = new Map<number, string>()
  const formats: string[] = []
  if (part === undefined) return formats
  visitPart(book, part, {
    open: (name, value, path) => {
      if (name === 'x:numFmt') own.set(Number(value('numFmtId')), value('formatCode') ?? 'General')
      else if (name === 'x:xf' && path.at(-1) === 'x:cellXfs')
        formats.push(formatOf(Number(value('numFmtId') ?? 0), own))
      return undefined
    },
  })
  return formats
}
