import type { PagePlace } from '../../model/picture.ts'
import type { Printed, Reading } from '../../model/scan.ts'
import type { Box } from '../../readers/pdf/geometry.ts'
import type { Ruling } from '../../readers/pdf/ink/model.ts'
import type { GridCell } from '../../readers/pdf/rulings/grid.ts'

/** A line of text as it was read. Boxes are in points of the straight page, places on the page as it was handed in. */
export interface ReadLine {
  readonly box: Box
  readonly place: PagePlace['box']
  readonly text: string
}

/** What a cell holds by what was read there; `unread`: something is printed, or may be, and nobody knows what. */
export type Content = 'words' | 'figure' | 'blank' | 'unread'

/** A cell of a grid as it was read. */
export interface ReadCell extends GridCell {
  readonly place: PagePlace['box']
  readonly content: Content
  readonly printed: Printed
  readonly lines: readonly ReadLine[]
  /** What the readers of figures make of it. */
  readonly readings: readonly Reading[]
  readonly crop: string
}

/** A ruled table of a page, or what of it stands there. */
export interface ReadGrid {
  readonly page: number
  readonly box: Box
  readonly cells: readonly ReadCell[]
}

/** A page as it was read; nothing of its picture is kept. */
export interface ReadPage {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly rulings: readonly Ruling[]
  readonly grids: readonly ReadGrid[]
  /** Lines outside the grids. */
  readonly lines: readonly ReadLine[]
  /** Of the first page, where the title of the report stands on it. */
  readonly title?: { readonly place: PagePlace['box']; readonly crop: string }
  readonly onOriginal: (box: Box) => PagePlace['box']
}

export const textOf = ({ lines }: Pick<ReadCell, 'lines'>): string => lines.map(({ text }) => text).join('')
