import { black, type Colour, isUnseen, white } from '../story/colour.ts'
import type { TextStyle } from '../story/paragraph.ts'
import { isCrowded, isNarrow, isSmall, isTiny } from '../story/sizes.ts'
import { eachSprm, sprm } from './sprm.ts'

/** How characters are set, and what special characters among them stand for. */
export interface Characters extends TextStyle {
  readonly hidden: boolean
  readonly deleted: boolean
  readonly struck: boolean
  readonly raised: boolean
  /** `null`: automatic. */
  readonly colour: Colour | null
  /** Shading of the text itself, or a marker over it; `null`: none. */
  readonly shading: Colour | null
  readonly highlight: Colour | null
  /** Not to be told from its ground; the ground of a cell counts as white. */
  readonly white: boolean
  readonly small: boolean
  readonly tiny: boolean
  readonly stacked: boolean
  readonly rightToLeft: boolean
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
  hidden: false,
  deleted: false,
  struck: false,
  raised: false,
  colour: null,
  shading: null,
  highlight: null,
  white: false,
  small: false,
  tiny: false,
  stacked: false,
  rightToLeft: false,
  font: -1,
  special: false,
  data: false,
  object: false,
  symbol: '',
}

/** Half-points; Word raises or lowers notes by three points or more. */
const leastShift = 3

/** The sixteen colours (2.9.119), from 1; 0 is automatic. */
const palette: readonly (Colour | null)[] = [
  null,
  0x000000,
  0x0000ff,
  0x00ffff,
  0x00ff00,
  0xff00ff,
  0xff0000,
  0xffff00,
  0xffffff,
  0x000080,
  0x008080,
  0x008000,
  0x800080,
  0x800000,
  0x808000,
  0x808080,
  0xc0c0c0,
]

/** Red, green and blue, and a byte that says whether they are automatic (2.9.43, COLORREF). */
const colourAt = (operand: DataView, at: number): Colour | null =>
  at + 4 > operand.byteLength || operand.getUint8(at + 3) === 0xff
    ? null
    : (operand.getUint8(at) << 16) | (operand.getUint8(at + 1) << 8) | operand.getUint8(at + 2)

/** The pattern of a shading that is all foreground; other patterns leave some of the ground. */
const solid = 1

/** A toggle (2.9.327): on, off, as in the style, or the opposite of the style. */
const toggled = (operand: number, inStyle: boolean): boolean =>
  operand === 0x80 ? inStyle : operand === 0x81 ? !inStyle : operand !== 0

/** What a style sets of how characters look. */
const looksOf = ({ colour, shading, highlight, small, tiny, font }: Characters): Partial<Characters> => ({
  colour,
  shading,
  highlight,
  small,
  tiny,
  font,
})

const isLost = ({ colour, shading, highlight }: Characters): boolean => {
  // Automatic colour turns white on dark shading, but stays black under a marker.
  if (colour === null) return highlight !== null && isUnseen(black, highlight)
  return isUnseen(colour, highlight ?? shading ?? white)
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
          now.hidden = style.hidden
          now.struck = style.struck
          now.raised = style.raised
          Object.assign(now, looksOf(style))
          break
        case sprm.cPlain:
          now.hidden = style.hidden
          now.struck = style.struck
          now.raised = style.raised
          Object.assign(now, looksOf(style))
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
          now.raised ||= Math.abs(operand.getInt16(0, true)) >= leastShift
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
          now.small = isSmall(operand.getUint16(0, true))
          now.tiny = isTiny(operand.getUint16(0, true))
          break
        case sprm.cScale:
          now.tiny ||= isNarrow(operand.getUint16(0, true))
          break
        case sprm.cSpace:
          now.tiny ||= isCrowded(operand.getInt16(0, true))
          break
        case sprm.cFont:
          now.font = operand.getUint16(0, true)
          break
        case sprm.cRightToLeft:
          now.rightToLeft = toggled(first, false)
          break
        case sprm.cLayout:
          now.stacked = operand.byteLength > 1 && operand.getUint8(1) !== 0
          break
        case sprm.cDeleted:
          now.deleted = toggled(first, false)
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
  now.white = isLost(now)
  return now
}
