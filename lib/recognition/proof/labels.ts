import type { Label } from '../../forms/form.ts'
import { bareLabel } from '../labels/labels.ts'
import type { Vocabulary } from '../labels/vocabulary.ts'
import type { StreamCell } from '../stream/stream-row.ts'

/** The innermost label of a row or column, ready to be compared. */
export const ownLabel = ({ path }: { readonly path: readonly Label[] }): string =>
  bareLabel(path.at(-1)!.label)

/** Whether a cell prints a caption or a column label of the form; those of two characters (其他, 总计) head other tables as well. */
export const isColumnLabel = ({ text, bare }: StreamCell, vocabulary: Vocabulary): boolean =>
  vocabulary.findCaption(text) !== null ||
  (bare.length > 2 && vocabulary.form.blocks.some(block => vocabulary.findColumn(block, bare) !== null))
