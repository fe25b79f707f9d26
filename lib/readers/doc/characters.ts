import type { TextStyle } from '../story/paragraph.ts'
import { eachSprm, sprm } from './sprm.ts'

/** How characters are set, and what special characters among them stand for. */
export interface Characters extends TextStyle {
  readonly hidden: boolean
  readonly deleted: boolean
  readonly struck: boolean
  readonly raised: boolean
  readonly white: boolean
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
  white: false,
  special: false,
  data: false,
  object: false,
  symbol: '',
}

/** Half-points; Word raises or lowers notes by three points or more. */
const leastShift = 3

/** Parts of red, green and blue in white, or nearly so; its place among the sixteen colours (2.9.119). */
const palest = 0xf8
const whiteIndex = 8

/** A toggle (2.9.327): on, off, as in the style, or the opposite of the style. */
const toggled = (operand: number, inStyle: boolean): boolean =>
  operand === 0x80 ? inStyle : operand === 0x81 ? !inStyle : operand !== 0

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
          now.white = style.white
          break
        case sprm.cPlain:
          now.hidden = style.hidden
          now.struck = style.struck
          now.raised = style.raised
          now.white = style.white
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
          now.white = [0, 1, 2].every(at => operand.getUint8(at) >= palest)
          break
        case sprm.cColourIndex:
          now.white = first === whiteIndex
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
  return now
}
