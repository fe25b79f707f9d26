import { type Colour, markerColours } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { isCrowded, isNarrow, isShifted, isSmall, isTiny } from '../style/size.ts'
import { fromHalfPoints, fromTwips } from '../style/units.ts'
import { eachSprm, sprm } from './sprm.ts'

/** How characters are set, and what special characters among them stand for. */
export interface Characters extends Look {
  /** By number. */
  readonly font: number
  /** Characters of this run may be marks: a footnote's, a symbol's. */
  readonly special: boolean
  /** A mark that stands for data of a form field or link, not for a picture. */
  readonly data: boolean
  /** A mark that stands for an embedded object. */
  readonly object: boolean
  /** The character meant by a symbol mark. */
  readonly symbol: string
}

export interface Style {
  /** Outline level of its paragraphs, 1 = outermost. */
  readonly level: number | undefined
  readonly numbered: boolean
  readonly characters: Characters
}

/** Styles by their number. */
export type StyleSheet = ReadonlyMap<number, Style>

type Changing = { -readonly [key in keyof Characters]: Characters[key] }

export const plainCharacters: Characters = {
  font: -1,
  special: false,
  data: false,
  object: false,
  symbol: '',
}

/** The colours a number stands for (2.9.119), from 1; 0 is automatic. */
const palette: readonly (Colour | null)[] = [null, ...Object.values(markerColours)]

/** Red, green and blue, and a byte that says whether they are automatic (2.9.43, COLORREF). */
const colourAt = (operand: DataView, at: number): Colour | null =>
  at + 4 > operand.byteLength || operand.getUint8(at + 3) === 0xff
    ? null
    : (operand.getUint8(at) << 16) | (operand.getUint8(at + 1) << 8) | operand.getUint8(at + 2)

/** The pattern of a shading that is all foreground; other patterns leave some of the ground. */
const solid = 1

/** A toggle (2.9.327): on, off, as in the style, or the opposite of the style. */
const toggled = (operand: number, inStyle = false): boolean =>
  operand === 0x80 ? inStyle : operand === 0x81 ? !inStyle : operand !== 0

/** What a style sets of how characters look; a deletion, the direction and the layout are the run's own. */
const setByStyle = (style: Characters) => {
  const { hidden, struck, raised, colour, shading, highlight, small, tiny, font } = style
  return { hidden, struck, raised, colour, shading, highlight, small, tiny, font }
}

/** Applies modifiers upon the character properties of a style. */
export const applyCharacters = (
  base: Characters,
  lists: readonly Uint8Array[],
  styles?: StyleSheet,
): Characters => {
  let style = base
  const now: Changing = { ...base }
  for (const list of lists)
    eachSprm(list, (opcode, operand) => {
      const first = operand.getUint8(0)
      switch (opcode) {
        case sprm.cStyle:
          style = styles?.get(operand.getUint16(0, true))?.characters ?? style
          Object.assign(now, setByStyle(style))
          break
        case sprm.cPlain:
          Object.assign(now, setByStyle(style))
          break
        case sprm.cHidden:
          now.hidden = toggled(first, style.hidden)
          break
        case sprm.cStrike:
        case sprm.cDoubleStrike:
          now.struck = toggled(first, style.struck)
          break
        case sprm.cRaised:
          now.raised = first !== 0
          break
        case sprm.cPosition:
          now.raised ||= isShifted(fromHalfPoints(operand.getInt16(0, true)))
          break
        case sprm.cColour:
          now.colour = colourAt(operand, 0)
          break
        case sprm.cColourIndex:
          now.colour = palette[first] ?? null
          break
        case sprm.cHighlight:
          now.highlight = palette[first] ?? null
          break
        case sprm.cShading:
          if (operand.byteLength >= 11)
            now.shading = colourAt(operand, operand.getUint16(9, true) === solid ? 1 : 5)
          break
        case sprm.cShading80: {
          const bits = operand.getUint16(0, true)
          now.shading = palette[bits >> 10 === solid ? bits & 31 : (bits >> 5) & 31] ?? null
          break
        }
        case sprm.cSize:
          now.small = isSmall(fromHalfPoints(operand.getUint16(0, true)))
          now.tiny = isTiny(fromHalfPoints(operand.getUint16(0, true)))
          break
        case sprm.cScale:
          now.tiny ||= isNarrow(operand.getUint16(0, true))
          break
        case sprm.cSpace:
          now.tiny ||= isCrowded(fromTwips(operand.getInt16(0, true)))
          break
        case sprm.cFont:
          now.font = operand.getUint16(0, true)
          break
        case sprm.cRightToLeft:
          now.rightToLeft = toggled(first)
          break
        case sprm.cLayout:
          now.stacked = operand.byteLength > 1 && operand.getUint8(1) !== 0
          break
        case sprm.cDeleted:
          now.deleted = toggled(first)
          break
        case sprm.cSpecial:
          now.special = first !== 0
          break
        case sprm.cData:
          now.data = first !== 0
          break
        case sprm.cOle:
        case sprm.cObject:
          now.object = first !== 0
          break
        case sprm.cSymbol:
          now.symbol = String.fromCharCode(operand.getUint16(2, true))
          break
      }
    })
  return now
}
