import type { RawRow } from '../story/grid.ts'

/** A paragraph or table found in flattened text, before it is numbered and cleaned. */
export type Draft =
  | { readonly kind: 'paragraph'; readonly text: string; readonly level?: number }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      /** Every row has the same cells, blank ones included. */
      readonly columnsKnown?: boolean
      /** Blank cells may hide where the text does not show them. */
      readonly uncertain?: boolean
      /** Each row is a printed line: a row of the table may run over several. */
      readonly printedLines?: true
    }
  | {
      /** Cells span rows and columns as drawn. */
      readonly kind: 'grid'
      readonly rows: readonly RawRow[]
    }

/** Finds one flavour of table in lines. */
export interface Flavour {
  /** Where the region that starts at `start` ends (exclusive), or `start` when none starts there. */
  readonly end: (lines: readonly string[], start: number) => number
  /** Reads a region; null when it turns out to be plain text. */
  readonly read: (region: readonly string[]) => Draft[] | null
}

/** One paragraph per line that has something on it. */
export const paragraphs = (lines: readonly string[]): Draft[] =>
  lines
    .map(line => line.trim())
    .filter(text => text !== '')
    .map(text => ({ kind: 'paragraph', text }))
