import { formKeys } from '../../forms/form.ts'
import { openCells } from '../../model/figures-of.ts'
import type { PagePlace } from '../../model/picture.ts'
import type { Figure, Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { around, type PageBox } from './boxes.ts'
import { isWithheld, showsPersonal } from './shows-personal.ts'
import { type PageSource, turnOf } from './table-on-page.ts'
import type { View } from './views.ts'

/** What of the paper is shown around a cell, in points: its rulings, and what of the number reaches over them. */
const rim = 2.5

/** How far each table is turned on each page. */
const turns = rememberFor((figures: Report['figures']): ReadonlyMap<string, View['turn']> => {
  const sources = [...figures.values()].flatMap(({ source }): PageSource[] =>
    source?.kind === 'page' ? [source] : [],
  )
  return new Map(
    [...Map.groupBy(sources, ({ page, table }) => `${page} ${table}`)].map(([name, own]) => [
      name,
      turnOf(own),
    ]),
  )
})

const withRim = ([left, top, right, bottom]: PageBox): PageBox => [
  left - rim,
  top - rim,
  right + rim,
  bottom + rim,
]

/** The cell of a figure of a scan as it is on the paper; null where the figure was not read from a picture, or may be a person's number. */
export const cropView = (
  figures: Report['figures'],
  { unproven, source }: Pick<Figure, 'unproven' | 'source'>,
): View | null => {
  if (!unproven || isWithheld(unproven)) return null
  const { page, box } = unproven
  const turn = source?.kind === 'page' ? turns(figures).get(`${source.page} ${source.table}`) : undefined
  return { page, box: withRim(box), turn: turn ?? 0, frames: [] }
}

/** Where a cell stands that is shown, and in what. */
interface Shown {
  readonly place: PagePlace
  readonly row: string
  readonly table: string
}

const shownIn = (report: Report): readonly Shown[] =>
  formKeys.flatMap(form =>
    openCells(report, form).flatMap(({ key, row }): Shown[] => {
      const view = cropView(report.figures, report.figures.get(key)!)
      if (!view || showsPersonal(report, view)) return []
      const { page, box } = view
      const table = `${form} ${page}`
      return [{ place: { page, box }, row: `${table} ${row.key}`, table }]
    }),
  )

const together = (all: readonly Shown[], name: (shown: Shown) => string): PagePlace[] =>
  [...Map.groupBy(all, name).values()].map(own => ({
    page: own[0]!.place.page,
    box: around(own.map(({ place }) => place.box)),
  }))

/** So many pictures of cells are drawn one by one; of more, those of a row are one, or those of a table. */
const most = 30

/** The places of all figures that wait for a person: cell by cell, or where they are many in rows, or by tables. */
export const wantedCrops = (report: Report): readonly PagePlace[] => {
  const all = shownIn(report)
  if (all.length <= most) return all.map(({ place }) => place)
  const rows = together(all, ({ row }) => row)
  const wider = rows.length <= most ? rows : together(all, ({ table }) => table)
  return wider.filter(place => !showsPersonal(report, place))
}
