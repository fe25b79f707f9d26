import type { Message } from './message.ts'
import type { Source } from './source.ts'

/** What a reader can meet and not carry over. Codes are permanent: the JSON has them. `lib/losses` says of each what it means. */
export type LossCode =
  // left-out
  | 'picture-dropped'
  | 'picture-page'
  | 'drawing-dropped'
  | 'drawing-too-dense'
  | 'shape-over-text'
  | 'object-dropped'
  | 'embedded-document-dropped'
  | 'text-art-dropped'
  | 'text-box-moved'
  | 'text-box-dropped'
  | 'box-without-place'
  | 'box-over-table'
  | 'form-field-dropped'
  | 'formula-dropped'
  | 'formula-flattened'
  | 'ruby-dropped'
  // marks
  | 'note-mark-dropped'
  | 'superscript-dropped'
  | 'raised-digits-kept'
  | 'raised-digits-dropped'
  | 'anchor-digits-dropped'
  | 'bookmark-dropped'
  | 'numbering-dropped'
  | 'number-prefix-dropped'
  | 'entered-mark-dropped'
  // sight
  | 'hidden-text-dropped'
  | 'deleted-text-dropped'
  | 'struck-text-kept'
  | 'white-text-kept'
  | 'tiny-text-kept'
  | 'table-style-kept'
  | 'symbol-font-kept'
  | 'stacked-text-kept'
  | 'direction-ignored'
  | 'style-sheet-not-read'
  | 'generated-text-kept'
  | 'rotated-text-dropped'
  | 'watermark-dropped'
  | 'picture-text-kept'
  | 'drawing-in-cell'
  | 'text-overdrawn'
  | 'text-overlaps'
  // tables
  | 'nested-table-moved'
  | 'merged-cell-text-dropped'
  | 'merge-mismatch'
  | 'span-invalid'
  | 'columns-uncertain'
  | 'hidden-cells-dropped'
  | 'hidden-sheet-dropped'
  | 'table-without-rulings'
  | 'text-crosses-ruling'
  | 'row-cut-uncertain'
  | 'cell-beyond-page'
  // contents
  | 'tracked-changes-accepted'
  | 'field-without-result'
  | 'formula-without-result'
  | 'number-format-ignored'
  | 'characters-unreadable'
  | 'page-unreadable'
  | 'converter-note'

/**
 * Something the reader met and could not carry into the Document. `source` tells where, when it is known.
 */
export interface Loss {
  readonly code: LossCode
  readonly message: Message
  readonly source?: Source
}
