import type { VisitPart } from '../package/parts.ts'
import type { AttributeValue } from '../package/walk.ts'

/** What a cell style says of the cell's content. */
export interface CellStyle {
  readonly format: string
  readonly struck: boolean
  /** White on a ground that is not another colour, of the colour of its ground, or too small to be seen. */
  readonly unseen: boolean
  /** On a ground on which white can be read. */
  readonly shaded: boolean
  /** Lines ruled above and below the cell. */
  readonly ruled: Ruled | null
}

export interface Ruled {
  readonly top: boolean
  readonly bottom: boolean
}

/** The styles of cells by their index, and of the differential ones whether they can change a figure. */
export interface CellStyles {
  readonly cells: readonly CellStyle[]
  readonly changing: readonly boolean[]
}

export const plainStyle: CellStyle = {
  format: 'General',
  struck: false,
  unseen: false,
  shaded: false,
  ruled: null,
}

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
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}
const isChineseDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

const formatOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? BUILT_IN[id] ?? (isChineseDate(id) ? 'yyyy"年"m"月"d"日"' : 'General')

/** The lightest grey of Excel's palette is white less five in a hundred: nobody reads it on white, nor white on it. */
const palest = -0.06

/** White or nearly so; by theme and by the old palette as well (18.8.3, 18.8.27). */
export const isWhiteColour = (value: AttributeValue): boolean => {
  const rgb = value('rgb')
  if (rgb !== undefined) return /^(?:[\da-f]{2})?(?:f[\da-f]){3}$/i.test(rgb)
  if (value('theme') !== undefined) return value('theme') === '0' && Number(value('tint') ?? 0) >= palest
  return value('indexed') === '9' || value('indexed') === '1'
}

/** Black or nearly so, as text is where no colour is given (automatic, 64). */
const isBlackColour = (value: AttributeValue): boolean => {
  const rgb = value('rgb')
  if (rgb !== undefined) return /^(?:[\da-f]{2})?(?:[0-2][\da-f]){3}$/i.test(rgb)
  if (value('theme') !== undefined) return value('theme') === '1' && Number(value('tint') ?? 0) < 0.2
  return isOn(value('auto') ?? '0') || /^(?:0|8|64)$/.test(value('indexed') ?? '')
}

/** A border part without a style is no line (18.8.4). */
const isRuled = (value: AttributeValue): boolean => (value('style') ?? 'none') !== 'none'

export const isOn = (value: string | undefined): boolean => !/^(?:0|false)$/.test(value ?? '1')

/** A colour by which the file means it, so that the same one can be known again; null where none is given. */
const colourName = (value: AttributeValue): string | null => {
  const rgb = value('rgb')
  if (rgb !== undefined) return `rgb ${rgb.slice(-6).toLowerCase()}`
  const [by, tint] = [value('theme'), value('tint') ?? '0']
  if (by !== undefined) return `theme ${by} ${Number(tint)}`
  return value('indexed') === undefined ? null : `indexed ${value('indexed')}`
}

interface Font {
  struck: boolean
  white: boolean
  black: boolean
  colour: string | null
  size: number
}

interface Fill {
  shaded: boolean
  black: boolean
  colour: string | null
}

/** Points below which nobody reads a digit. */
export const smallestSize = 3

/** Reads the cell styles: number formats, and what of fonts and fills decides whether a figure counts and is seen. */
export const readCellStyles = (visit: VisitPart, part: string | undefined): CellStyles => {
  const own = new Map<number, string>()
  const fonts: Font[] = []
  const fills: Fill[] = []
  const borders: { top: boolean; bottom: boolean }[] = []
  const styles: CellStyle[] = []
  const changing: boolean[] = []
  if (part === undefined) return { cells: styles, changing }
  visit(part, {
    open: (name, value, path) => {
      const around = path.at(-1)
      const inFont = around === 'x:font' && path.at(-2) === 'x:fonts'
      const inFill = around === 'x:patternFill' && path.at(-3) === 'x:fills'
      if (name === 'x:dxf') changing.push(false)
      else if (path.includes('x:dxf')) {
        const white = name === 'x:color' && around === 'x:font' && isWhiteColour(value)
        const struck = name === 'x:strike' && isOn(value('val'))
        const blacked = name === 'x:bgColor' && isBlackColour(value)
        if (white || struck || blacked || name === 'x:numFmt') changing[changing.length - 1] = true
      } else if (name === 'x:numFmt') own.set(Number(value('numFmtId')), value('formatCode') ?? 'General')
      else if (name === 'x:font' && around === 'x:fonts')
        fonts.push({ struck: false, white: false, black: true, colour: null, size: 11 })
      else if (name === 'x:strike' && inFont) fonts.at(-1)!.struck = isOn(value('val'))
      else if (name === 'x:color' && inFont) {
        fonts.at(-1)!.white = isWhiteColour(value)
        fonts.at(-1)!.black = isBlackColour(value)
        fonts.at(-1)!.colour = colourName(value)
      } else if (name === 'x:sz' && inFont) fonts.at(-1)!.size = Number(value('val') ?? 11)
      else if (name === 'x:fill' && around === 'x:fills')
        fills.push({ shaded: false, black: false, colour: null })
      else if (name === 'x:gradientFill' && around === 'x:fill')
        fills[fills.length - 1] = { shaded: true, black: false, colour: null }
      else if (name === 'x:fgColor' && inFill)
        fills[fills.length - 1] = {
          shaded: !isWhiteColour(value),
          black: isBlackColour(value),
          colour: colourName(value),
        }
      else if (name === 'x:border' && around === 'x:borders') borders.push({ top: false, bottom: false })
      else if ((name === 'x:top' || name === 'x:bottom') && around === 'x:border' && isRuled(value))
        borders.at(-1)![name === 'x:top' ? 'top' : 'bottom'] = true
      else if (name === 'x:xf' && around === 'x:cellXfs') {
        const font = fonts[Number(value('fontId') ?? 0)]
        const fill = fills[Number(value('fillId') ?? 0)] ?? { shaded: false, black: false, colour: null }
        const border = borders[Number(value('borderId') ?? 0)]
        const blacked = fill.black && (font?.black ?? true)
        const same = font?.colour !== null && font?.colour === fill.colour
        styles.push({
          format: formatOf(Number(value('numFmtId') ?? 0), own),
          struck: font?.struck ?? false,
          unseen:
            blacked ||
            (font !== undefined && ((font.white && !fill.shaded) || same || font.size < smallestSize)),
          shaded: fill.shaded,
          ruled: border && (border.top || border.bottom) ? border : null,
        })
      }
      return undefined
    },
  })
  return { cells: styles, changing }
}
