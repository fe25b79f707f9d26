import type { LossCodeOf } from '../../../losses/index.ts'
import { type FieldStack, fieldStack } from '../../story/fields.ts'
import type { StoryCell, StoryParagraph, StoryTable } from '../../story/model.ts'
import type { Colour } from '../../style/colour.ts'
import type { Frame } from '../geometry.ts'
import type { Looking } from '../look.ts'
import type { TableLook, TablePart, TableStyle } from '../table-style.ts'

/** What the properties of a run say about its text. */
export interface Run extends Looking {
  /** The text of this run is the author's own mark of a note (`customMarkFollows`, 17.11.14). */
  noteMark?: boolean
}

/** What a paragraph holds. `code` of a symbol font's character is its four or two hex digits. */
export type Piece =
  | { readonly kind: 'text'; text: string }
  | { readonly kind: 'break' }
  /** Keeps texts apart that are set in different ways; in a cell only. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'symbol'; readonly font: string; readonly code: string }

/** A text of one look. */
export interface Said {
  text: string
  /** Why a person might not read it. */
  readonly doubts: readonly LossCodeOf<'office'>[]
  /** How it looks beside others. */
  readonly look: string
}

export interface Paragraph extends StoryParagraph {
  /** As mammoth reads it. */
  text: string
  asOneLine: string | undefined
  /** Content so far. */
  readonly content: Piece[]
  /** The first characters, to name the place by. */
  start: string
  /** The last character that is no space. */
  last: string
  /** Raised text not yet known to be marks of notes or text. */
  readonly raised: Said[]
  /** Lines with print in them: outside tables each becomes a paragraph of the Document. */
  lines: number
  lineBlank: boolean
  level: number | undefined
  /** A page or column break was met; it separates text, but is none by itself. */
  breakDue: boolean
  /** How the last text in it is set that must not run together with other text: struck, white. */
  look: string
  /** The paragraph mark is deleted by a tracked change: the next paragraph continues this one (17.13.5.15). */
  markDeleted: boolean
  numbered: boolean
  /** How its style sets the runs that say nothing else. */
  styled: Run
  run: Run
  /** Ground of its own. */
  shading: Colour | null
  /** It is a frame at a place of its own. */
  frame: Frame | null
  /** A new page begins behind it. */
  endsPage: boolean
  /** How it is set in a box: `left`, `center`, `right`; and how large its letters are, in half-points. */
  alignment: string
  size: number | undefined
  /** Why a person might not read some of its text. */
  doubts: readonly LossCodeOf<'office'>[]
  /** Read by the place it stands at, not where the file has it. */
  byPlace: boolean
  /** It is no paragraph, but stands for the document of that relationship. */
  readonly chunk?: string
  /** Its lines are too low to show their text. */
  flat: boolean
  /** The paragraph with print before this one. */
  readonly before: Paragraph | null
}

export type Merge = 'none' | 'restart' | 'continue'

export interface Cell extends StoryCell {
  /** As mammoth reads it. */
  rowSpan: number
  columnSpan: number
  readonly table: Table
  span: number
  vertical: Merge
  horizontal: Merge
  deleted: boolean
  /** Ground of its own. */
  shading: Colour | null
  /** How the table's style may set it, once asked for. */
  parts: readonly TablePart[] | undefined
  blocks: readonly Block[]
  start: string
  /** The cell it was merged into. */
  into: Cell | undefined
}

export interface Row {
  before: number
  after: number
  deleted: boolean
  hidden: boolean
  /** Too low to show its text. */
  flat: boolean
  /** Its columns run the other way than those of its table. */
  turned: boolean
  shading: Colour | null
  cell: Cell | null
  readonly cells: Cell[]
}

export interface Table extends StoryTable {
  /** Its cells as mammoth reads them, without those merged into others. */
  rows: readonly (readonly StoryCell[])[]
  readonly outer: Table | null
  /** Where it stands: the cell or paragraph around or before it. */
  readonly within: Cell | Paragraph | undefined
  style: TableStyle | undefined
  look: TableLook
  shading: Colour | null
  /** Its rows as they were read. */
  readonly lines: { readonly before: number; readonly after: number; readonly cells: readonly Cell[] }[]
  /** The row being read. */
  row: Row | null
  /** Vertically merged cells of the last row, by first column. */
  merging: ReadonlyMap<number, Cell>
  /** Text boxes of its cells, to stand after it. */
  readonly after: Block[]
}

export type Block = Paragraph | Table

/** Something that holds paragraphs and tables: the body, a cell, a text box. */
export interface Story {
  readonly kind: 'body' | 'cell' | 'box'
  readonly outer: Story | null
  readonly blocks: Block[]
  /** Content of text boxes waiting for the place where it may stand. */
  readonly boxes: Block[]
  paragraph: Paragraph | null
  readonly fields: FieldStack
}

export const newStory = (kind: Story['kind'], outer: Story | null): Story => ({
  kind,
  outer,
  blocks: [],
  boxes: [],
  paragraph: null,
  fields: fieldStack(),
})

export const newCell = (table: Table, blocks: readonly Block[] = []): Cell => ({
  table,
  span: 1,
  vertical: 'none',
  horizontal: 'none',
  deleted: false,
  shading: null,
  parts: undefined,
  blocks,
  start: '',
  rowSpan: 1,
  columnSpan: 1,
  losses: [],
  into: undefined,
})

const none: readonly LossCodeOf<'office'>[] = []

export const newParagraph = (before: Paragraph | null): Paragraph => ({
  kind: 'paragraph',
  text: '',
  asOneLine: undefined,
  losses: [],
  content: [],
  start: '',
  last: '',
  raised: [],
  lines: 0,
  lineBlank: true,
  level: undefined,
  breakDue: false,
  look: '',
  markDeleted: false,
  numbered: false,
  styled: {},
  run: {},
  shading: null,
  frame: null,
  endsPage: false,
  alignment: 'left',
  size: undefined,
  doubts: none,
  byPlace: false,
  flat: false,
  before,
})

export const newRow = (): Row => ({
  before: 0,
  after: 0,
  deleted: false,
  hidden: false,
  flat: false,
  turned: false,
  shading: null,
  cell: null,
  cells: [],
})

/** The first words of blocks, to name them by. */
export const startOf = (blocks: readonly Block[]): string =>
  blocks.find(block => block.kind === 'paragraph')?.start ?? ''

/** Moves all of `from` to the end of `to`; `push(...from)` would overflow the stack on long lists. */
export const moveAll = (from: Block[], to: Block[]): void => {
  for (const block of from) to.push(block)
  from.length = 0
}
