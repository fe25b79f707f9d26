import type { LossCodeOf } from '../../../losses/index.ts'
import type { Box } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import type { Line } from '../spelling/lines.ts'
import type { Part } from '../tables/part.ts'
import type { UnseenIn } from '../tables/unseen-in.ts'

/** A line of text outside tables. */
export interface TextLine {
  readonly kind: 'line'
  readonly page: number
  readonly line: Line
}

/** A table, or what of it stands on a page. */
export interface TablePart {
  readonly kind: 'part'
  readonly page: number
  readonly part: Part
}

export type Item = TextLine | TablePart

/** A page as lines and tables from top to bottom. */
export interface PageFlow {
  readonly page: number
  /** From its places to those on the page as it is shown. */
  readonly toPage: (box: Box) => Box
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
  /** Characters outside ruled tables in the order of painting. */
  readonly outside: readonly Glyph[]
  /** What of a cell is not read as it is seen. */
  readonly unseenIn: UnseenIn
  readonly lost: readonly LossCodeOf<'pages'>[]
}

export const boxOf = (item: Item): Box => (item.kind === 'line' ? item.line.box : item.part.box)
