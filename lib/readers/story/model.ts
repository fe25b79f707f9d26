import type { LossCodeOf } from '../../losses/index.ts'

/** Something met in a paragraph or cell and not carried over; `detail` is what was lost, as far as it can be told. */
export interface StoryLoss {
  readonly code: LossCodeOf<'office'>
  readonly detail: string
  /** In which line of its paragraph, from 0. */
  readonly line?: number
}

export interface StoryParagraph {
  readonly kind: 'paragraph'
  /** With `\n` where the line is broken. */
  readonly text: string
  /** Outside of a table that is no mere frame, where texts set in different ways are not kept apart; if it differs. */
  readonly asOneLine?: string | undefined
  /** For headings, 1 = outermost. */
  readonly level?: number | undefined
  readonly losses: readonly StoryLoss[]
  /** It stands in a box or frame at a place of its own, not where the file has it; maybe on any page. */
  readonly placed?: boolean | 'anywhere'
}

export interface StoryCell {
  readonly blocks: readonly StoryBlock[]
  readonly rowSpan: number
  readonly columnSpan: number
  readonly losses: readonly StoryLoss[]
}

export interface StoryTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly StoryCell[])[]
  /** False where the file only says which cell follows which in a row; spans are 1 then. */
  readonly columnsKnown: boolean
}

/** What a word processor's file holds, in reading order, before paragraphs and tables are numbered. */
export type StoryBlock = StoryParagraph | StoryTable

/** Anything but white space, padding and zero-width characters. */
const PRINTED = /[^\s\u200b-\u200d\u2060]/
export const isPrinted = (text: string): boolean => PRINTED.test(text)

/** All that is printed in blocks, a line for each paragraph. */
export const textOf = (blocks: readonly StoryBlock[]): string =>
  blocks
    .map(block =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.flatMap(row => row.map(cell => textOf(cell.blocks))).join('\n'),
    )
    .join('\n')

/** A cell of its own slot. */
export const plainCell = (blocks: readonly StoryBlock[], losses: readonly StoryLoss[] = []): StoryCell => ({
  blocks,
  rowSpan: 1,
  columnSpan: 1,
  losses,
})
