import { type FormKey, formKeys } from '../../../../lib/forms/form.ts'
import { unprovenCells } from '../../../../lib/model/figures-of.ts'
import { columnLabel, rowLabel } from '../../../../lib/model/form-words.ts'
import type { Message } from '../../../../lib/model/message.ts'
import type { PagePlace } from '../../../../lib/model/picture.ts'
import type { Figure, NamedReport } from '../../../../lib/model/report.ts'
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
  /** The picture that is read off; null where the cell was not met in the pictures. */
  readonly picture: {
    readonly crop: string
    /** In points. */
    readonly width: number
    readonly height: number
    /** How far it is turned clockwise to be read. */
    readonly turn: View['turn']
  } | null
  /** What readers made of it, each text once; what is to be said of that. */
  readonly texts: readonly string[]
  readonly words: Message
}

const pictureOf = ({ figures }: Read, figure: Figure): ConfirmView['picture'] => {
  const { unproven } = figure
  const view = cropView(figures, figure)
  if (!view || !unproven) return null
  const [left, top, right, bottom] = view.box
  return { crop: unproven.crop, width: right - left, height: bottom - top, turn: view.turn }
}

/** Whose report a scan is and of which year, as a person confirms it from the picture of its title. */
export interface NameView {
  /** Null where no title was met on the first page: it is looked for in the original. */
  readonly picture: ConfirmView['picture']
  /** What a reader made of it. */
  readonly read: { readonly authority: string | null; readonly year: number | null }
  /** What a person said of that picture. */
  readonly said: NamedReport | null
  /** Whether the report is judged by it. */
  readonly isJudged: boolean
}

const titleView = ({ scan }: Read): (PagePlace & { readonly crop: string }) | null => scan?.title ?? null

/** Null where the report is no scan. */
export const nameView = (read: Read, named: NamedReport | null): NameView | null => {
  const { scan } = read
  if (!scan) return null
  const title = titleView(read)
  const [left, top, right, bottom] = title?.box ?? [0, 0, 0, 0]
  const said = named && (named.crop === undefined || named.crop === title?.crop) ? named : null
  return {
    picture: title && { crop: title.crop, width: right - left, height: bottom - top, turn: 0 },
    read: scan.read,
    said,
    isJudged: (scan.named !== undefined) === (said !== null),
  }
}

export const confirmView = (read: Read): readonly ConfirmView[] =>
  formKeys.flatMap(form =>
    unprovenCells(read, form).map(({ key, row, column }) => {
      const figure = read.figures.get(key)!
      return {
        ...{ cell: key, form, title: formName(form), picture: pictureOf(read, figure) },
        row: rowLabel(row),
        column: columnLabel(column),
        ...candidatesOf(figure.unproven?.readings ?? []),
      }
    }),
  )

/** By this the picture of the title is asked for. */
export const titleCell = 'title'

/** So many pictures are made at once: those that are seen together. */
const together = 20

/** The places that are drawn with that of a cell, and which of them it is; null where the cell has none. */
export const cropsBeside = (
  read: Read,
  cell: string,
): { readonly places: readonly PagePlace[]; readonly at: number } | null => {
  const title = titleView(read)
  if (cell === titleCell) return title && { places: [{ page: title.page, box: title.box }], at: 0 }
  const all = formKeys.flatMap(form =>
    unprovenCells(read, form).flatMap(({ key }) => {
      const view = cropView(read.figures, read.figures.get(key)!)
      return view ? [{ key, page: view.page, box: view.box }] : []
    }),
  )
  const at = all.findIndex(({ key }) => key === cell)
  if (at < 0) return null
  const first = at - (at % together)
  const places = all.slice(first, first + together).map(({ page, box }) => ({ page, box }))
  return { places, at: at - first }
}
