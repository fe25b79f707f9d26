import { type FormKey, formKeys } from '../../../../lib/forms/form.ts'
import { cellsOf } from '../../../../lib/model/figures-of.ts'
import { columnLabel, rowLabel } from '../../../../lib/model/form-words.ts'
import type { Message } from '../../../../lib/model/message.ts'
import type { PagePlace } from '../../../../lib/model/picture.ts'
import { cropView } from '../../../../lib/writers/pictures/crops.ts'
import type { View } from '../../../../lib/writers/pictures/views.ts'
import { candidatesOf } from '../../../../lib/writers/scan-words.ts'
import { formName } from '../../../../lib/writers/words.ts'
import type { Read } from './forms.ts'

/** A figure of a scan that was not proven, as a person confirms it from the picture of its cell. */
export interface ConfirmView {
  readonly cell: string
  readonly form: FormKey
  readonly title: string
  readonly row: string
  readonly column: string
  /** SHA-256 of the picture that is read off. */
  readonly crop: string
  /** The size of the picture, in points, and how far it is turned clockwise to be read. */
  readonly width: number
  readonly height: number
  readonly turn: View['turn']
  /** What readers made of it, each text once; what is to be said of that. */
  readonly texts: readonly string[]
  readonly words: Message
}

const unproven = (read: Read) =>
  formKeys.flatMap(form =>
    cellsOf(read, form).flatMap(cell => {
      const figure = read.figures.get(cell.key)!
      const view = cropView(read.figures, figure)
      return view && figure.unproven ? [{ form, cell, view, ...figure.unproven }] : []
    }),
  )

export const confirmView = (read: Read): readonly ConfirmView[] =>
  unproven(read).map(({ form, cell, view, crop, readings }) => {
    const [left, top, right, bottom] = view.box
    return {
      ...{ cell: cell.key, form, title: formName(form), crop, turn: view.turn },
      row: rowLabel(cell.row),
      column: columnLabel(cell.column),
      width: right - left,
      height: bottom - top,
      ...candidatesOf(readings),
    }
  })

/** So many pictures are made at once: those that are seen together. */
const together = 20

/** The places that are drawn with that of a cell, and which of them it is; null where the cell has none. */
export const cropsBeside = (
  read: Read,
  cell: string,
): { readonly places: readonly PagePlace[]; readonly at: number } | null => {
  const all = unproven(read)
  const at = all.findIndex(each => each.cell.key === cell)
  if (at < 0) return null
  const first = at - (at % together)
  const places = all.slice(first, first + together).map(({ view: { page, box } }) => ({ page, box }))
  return { places, at: at - first }
}
