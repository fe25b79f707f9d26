import { limits } from '../limits.ts'
import { tooComplex } from '../package/refusals.ts'
import type { AttributeValue } from '../package/walk.ts'
import type { StoryBlock, StoryCell, StoryLoss } from '../story/model.ts'
import { type ParagraphBuilder, paragraphBuilder } from '../story/paragraph.ts'
import { type Colour, white } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { tooMuchText } from '../within-limits.ts'
import type { Styles } from './styles.ts'

/** Something that holds paragraphs and tables: the body, a cell, a text box. */
export interface Story {
  readonly blocks: StoryBlock[]
  readonly inCell: boolean
  /** A box at a place of its own. */
  readonly placed: boolean | 'anywhere'
  readonly tables: OpenTable[]
}

export interface OpenParagraph {
  readonly builder: ParagraphBuilder
  readonly level: number | undefined
  /** How text is set here, innermost last. */
  readonly looks: Look[]
  /** Ground below its text. */
  readonly ground: Colour
  /** It stands in a row too low to show it. */
  readonly flat: boolean
  /** All of it is hidden. */
  hidden: boolean
  /** Content of text boxes, to stand after it. */
  readonly boxes: StoryBlock[]
  /** A space here would be the second one, or the first of the paragraph: it is none (ODF 1.3, 6.1.2). */
  spaceDone: boolean
}

/** What had been counted when something began that may be repeated: what it holds counts as often as it is repeated. */
export interface Counted {
  readonly kept: number
  readonly characters: number
}

export interface OpenTable {
  readonly rows: (readonly StoryCell[])[]
  row: StoryCell[]
  rowRepeats: number
  /** The row is too low to show its text. */
  rowFlat: boolean
  rowBegan: Counted
  cell: {
    readonly repeats: number
    readonly began: Counted
    readonly rowSpan: number
    readonly columnSpan: number
    readonly losses: StoryLoss[]
    /** Ground of its own. */
    readonly ground: Colour | null
    /** Merged into another one and not shown. */
    readonly covered: boolean
  } | null
  /** Text boxes of its cells, to stand after it. */
  readonly after: StoryBlock[]
}

/** Where the pass over the content stands. */
export interface Reading {
  readonly styles: Styles
  readonly stories: Story[]
  readonly paragraphs: OpenParagraph[]
  /** Losses that have no place of their own. */
  readonly losses: StoryLoss[]
  /** Drawings being read, and whether what they show has been accounted for. */
  readonly frames: { done: boolean; readonly placed: Story['placed'] }[]
  /** The item of a list has begun, and no paragraph of it. */
  numberDue: boolean
  kept: number
  characters: number
}

export type Opener = (reading: Reading, value: AttributeValue) => boolean | undefined
export type Closer = (reading: Reading) => void

export const newStory = (inCell: boolean, placed: Story['placed'] = false): Story => ({
  blocks: [],
  inCell,
  placed,
  tables: [],
})

export const newReading = (styles: Styles): Reading => ({
  styles,
  stories: [newStory(false)],
  paragraphs: [],
  losses: [],
  frames: [],
  numberDue: false,
  kept: 0,
  characters: 0,
})

export const storyOf = (reading: Reading): Story => reading.stories.at(-1)!

/** Counts text. Throws Problem `too-large`. */
export const keepText = (reading: Reading, text: string): void => {
  reading.characters += text.length
  if (reading.characters > limits.characters) throw tooMuchText()
}

/** Counts what is kept. Throws Problem `too-complex`. */
export const keep = (reading: Reading, count: number): void => {
  reading.kept += count
  if (reading.kept > limits.kept)
    throw tooComplex('段落和单元格过多', 'it has more paragraphs and cells than any report')
}

/** Counts what was kept since `began` for each further time it is repeated. Throws Problem. */
export const keepRepeats = (reading: Reading, { kept, characters }: Counted, repeats: number): void => {
  const further = repeats - 1
  if (further === 0) return
  reading.characters += further * (reading.characters - characters)
  if (reading.characters > limits.characters) throw tooMuchText()
  keep(reading, further * Math.max(1, reading.kept - kept))
}

/** A paragraph of that style, on the ground of its own or of the cells around it. */
export const newParagraph = (
  reading: Reading,
  level: number | undefined,
  style: string | undefined,
): OpenParagraph => {
  const { styles, stories } = reading
  const tables = stories.flatMap(story => story.tables)
  const around = tables.findLast(({ cell }) => typeof cell?.ground === 'number')?.cell?.ground
  const ground = styles.ground('paragraph', style) ?? around ?? white
  const flat = tables.some(({ rowFlat }) => rowFlat)
  return {
    builder: paragraphBuilder(),
    level,
    looks: [styles.look('paragraph', style)],
    ground,
    flat,
    hidden: false,
    boxes: [],
    spaceDone: true,
  }
}

/** Notes a loss in the paragraph or cell being read. */
export const lose = (reading: Reading, code: StoryLoss['code'], detail = ''): undefined => {
  keep(reading, 1)
  const paragraph = reading.paragraphs.at(-1)
  const cell = reading.stories.at(-2)?.tables.at(-1)?.cell
  if (paragraph) paragraph.builder.lose(code, detail)
  else (cell?.losses ?? reading.losses).push({ code, detail })
  return undefined
}

/** A whole number from an attribute, within bounds. */
export const count = (text: string | undefined, most: number): number => {
  const value = Number(text ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1
}
