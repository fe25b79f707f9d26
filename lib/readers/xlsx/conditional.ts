import { limits } from '../limits.ts'
import type { AttributeValue } from '../package/walk.ts'
import { parseRange, type Region } from './address.ts'
import type { CellText } from './strings.ts'

/**
 * Conditional formats that can hide a figure or show another one: white, struck, on black, with a number format of their own, a bar in its place.
 * Whether the condition holds is Excel's to compute: the figures in their range are read as stored, and said.
 */

const pictures: ReadonlySet<string> = new Set(['x:dataBar', 'x:iconSet'])
/** The elements `open` wants to see. */
export const conditionalParts: ReadonlySet<string> = new Set([
  'x:conditionalFormatting',
  'x:cfRule',
  ...pictures,
])

export interface Conditional {
  readonly open: (name: string, attribute: AttributeValue) => void
  /** The cells with a loss at each figure that such a format may change. */
  readonly marked: (cells: Map<number, Map<number, CellText>>) => void
}

/** Gathers the ranges of a sheet's conditional formats. `changing`: whether each differential style can change a figure. */
export const conditionalFormats = (changing: readonly boolean[]): Conditional => {
  const regions: Region[] = []
  let current: Region[] = []
  return {
    open: (name, attribute) => {
      if (name === 'x:conditionalFormatting')
        current = (attribute('sqref') ?? '')
          .split(/\s+/u, limits.xlsx.ranges)
          .flatMap(reference => parseRange(reference) ?? [])
      else if (
        name === 'x:cfRule' &&
        changing[Number(attribute('dxfId') ?? -1)] &&
        regions.length < limits.xlsx.ranges
      )
        regions.push(...current)
      // A bar or a picture in the place of the number.
      else if (pictures.has(name) && attribute('showValue') === '0' && regions.length < limits.xlsx.ranges)
        regions.push(...current)
    },
    marked: cells => {
      if (regions.length === 0) return
      for (const [row, inRow] of cells) {
        const across = regions.filter(({ top, bottom }) => row >= top && row <= bottom)
        if (across.length === 0) continue
        for (const [column, { text, losses }] of inRow)
          if (/\d/u.test(text) && across.some(({ left, right }) => column >= left && column <= right))
            inRow.set(column, { text, losses: [...losses, { code: 'number-format-ignored', detail: text }] })
      }
    },
  }
}
