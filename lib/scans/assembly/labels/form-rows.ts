import { formsOf } from '../../../forms/distinct-forms.ts'
import {
  type Form,
  type FormBlock,
  type FormKey,
  formKeys,
  type Label,
  type Row,
} from '../../../forms/form.ts'

export const wordingsOf = ({ label, alsoWritten = [] }: Label): readonly string[] => [label, ...alsoWritten]

/** A row of a form that is known by its label. */
export interface FormRow {
  readonly block: FormBlock
  readonly row: Row
  readonly wordings: readonly string[]
  /** Labels of the groups it stands in, the outermost first. */
  readonly groups: readonly Label[]
}

/** The rows of a form in printed order. */
export const formRows = ({ blocks }: Form): FormRow[] =>
  blocks.flatMap(block =>
    block.rows.map(row => ({
      block,
      row,
      wordings: wordingsOf(row.path.at(-1)!),
      groups: row.path.slice(0, -1),
    })),
  )

/** The forms of a reading, those of one key together. */
export const formsRead = (reading: Form['reading']): readonly (readonly Form[])[] =>
  formKeys
    .map((key: FormKey) => formsOf(key).filter(form => form.reading === reading))
    .filter(forms => forms.length > 0)
