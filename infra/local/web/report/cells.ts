import { formKeys } from '../../../../lib/forms/form.ts'
import { cellsOf } from '../../../../lib/model/figures-of.ts'
import { cellName } from '../../../../lib/model/form-words.ts'
import type { Message } from '../../../../lib/model/message.ts'
import type { EnteredFigure, Figure } from '../../../../lib/model/report.ts'
import { formWords, placeWords } from '../../../../lib/writers/words.ts'

import type { Read } from './forms.ts'

/** One figure as the page shows it beside its place in the original. */
export interface CellView extends Pick<Figure, 'value' | 'unit' | 'state' | 'text' | 'source'> {
  readonly name: Message
  /** Where it stands, in a few words. */
  readonly place: string
  /** What a person read in the original instead. */
  readonly entered: EnteredFigure | null
  /** What had been read of it, once what was entered is judged. */
  readonly was: NonNullable<Figure['entered']>['was'] | null
}

export const cellsView = (
  read: Read,
  entered: readonly EnteredFigure[],
): Readonly<Record<string, CellView>> => {
  const byCell = new Map(entered.map(each => [each.cell, each]))
  return Object.fromEntries(
    formKeys.flatMap(form =>
      cellsOf(read, form).map(({ key }) => {
        const figure = read.figures.get(key)!
        const { value, unit, state, text, source } = figure
        const { zh, en } = cellName(read, key)
        const view: CellView = {
          ...{ value, state, text, source },
          ...(unit ? { unit } : {}),
          name: { zh: `${formWords[form].short} ${zh}`, en },
          place: placeWords(source),
          entered: byCell.get(key) ?? null,
          was: figure.entered?.was ?? null,
        }
        return [key, view]
      }),
    ),
  )
}
