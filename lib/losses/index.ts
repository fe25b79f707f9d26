import type { LossCode } from '../model/loss.ts'
import { contents } from './catalogue/contents.ts'
import { leftOut } from './catalogue/left-out.ts'
import { marks } from './catalogue/marks.ts'
import { sight } from './catalogue/sight.ts'
import { tables } from './catalogue/tables.ts'
import type { LossKind, Medium } from './kind.ts'

/** The one list of everything a reader can lose, in the order of its page. */
const kinds = { ...leftOut, ...marks, ...sight, ...tables, ...contents } as const satisfies Readonly<
  Record<LossCode, LossKind>
>

export const lossKinds: Readonly<Record<LossCode, LossKind>> = kinds

/** The losses that have words for a medium. */
export type LossCodeOf<M extends Medium> = {
  [Code in LossCode]: (typeof kinds)[Code] extends Readonly<Record<M, unknown>> ? Code : never
}[LossCode]

/** Codes of versions before, and what took their place. None is used again. */
export const retiredCodes: Readonly<Record<string, LossCode>> = {
  'footnote-mark-dropped': 'note-mark-dropped',
  'deleted-text-kept': 'struck-text-kept',
  'hidden-text-in-cell': 'hidden-text-dropped',
}
