import type { Look } from '../style/look.ts'

/**
 * What text in a group is for. `shape` is a drawing, of which only the text box counts; `rows` a nested row's
 * definition; `alternative` text for old readers, beside which the same stands in Unicode.
 */
export type Destination =
  | 'body'
  | 'skipped'
  | 'fonts'
  | 'colours'
  | 'styles'
  | 'instruction'
  | 'shape'
  | 'box'
  | 'rows'
  | 'alternative'

export interface Field {
  instruction: string
  /** Characters said before its result; null where none is met. */
  before: number | null
}

export interface Colours {
  readonly text: number
  readonly highlight: number
  /** Shading of the text, and of its paragraph. */
  readonly shading: number
  readonly paragraph: number
}

export const noColours: Colours = { text: 0, highlight: 0, shading: 0, paragraph: 0 }

/** What holds inside a group and is restored behind it. */
export interface Group {
  destination: Destination
  /** Nothing but `\*` has been met in it: the next word tells what the group is. */
  fresh: boolean
  /** The group begins with `\*`: skipped unless its word is known. */
  ignorable: boolean
  font: number | undefined
  /** The font of Chinese characters, where it is another one. */
  eastAsianFont: number | undefined
  /** Font words now are of the Chinese characters. */
  eastAsian: boolean
  /** How many characters after `\u` stand in for it. */
  standIns: number
  look: Look
  /** What text and grounds are coloured with: entries of the colour table, 0 for none. */
  colours: Colours
  /** The paragraph is a frame at a place of its own. */
  placed: boolean
  inTable: boolean
  depth: number
  level: number | undefined
  numbered: boolean
  /** The field it belongs to. */
  field: Field | undefined
  /** The field is this group itself. */
  isField: boolean
}

export const firstGroup = (): Group => ({
  destination: 'body',
  fresh: false,
  ignorable: false,
  font: undefined,
  eastAsianFont: undefined,
  eastAsian: false,
  standIns: 1,
  look: {},
  colours: noColours,
  placed: false,
  inTable: false,
  depth: 0,
  level: undefined,
  numbered: false,
  field: undefined,
  isField: false,
})
