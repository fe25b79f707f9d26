import { readByOcr } from '../../checks/cells/read-by-ocr.ts'
import type { Finding } from '../../checks/check.ts'
import type { PagePlace } from '../../model/picture.ts'
import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { area, around, type PageBox, shared } from './boxes.ts'
import {
  headerOver,
  type PageSource,
  partsByPage,
  rowsAround,
  steepness,
  type TableOnPage,
} from './table-on-page.ts'

/** A part of a page that shows cells of a finding, and how it is shown. */
export interface View extends PagePlace {
  readonly turn: TableOnPage['turn']
  readonly frames: readonly { readonly box: PageBox; readonly main: boolean }[]
}

/** Where a finding is seen in the original. */
export interface FindingViews {
  /** The column headers over the first view, where they stand apart from it on the same page. */
  readonly header: View | null
  /** The cell to look at, with the others where they are near. */
  readonly first: View
  /** All cells, where they are not near, by their pages. */
  readonly rest: readonly View[]
}

/** Cells that reach further than this part of a row's length are shown apart, and so is the one to look at. */
const stripHeight = 0.32
/** A table that reaches no further is shown whole. */
const smallTable = 0.4
/** Parts of pages beside the first. A table goes over two pages. */
const mostRest = 2
/** Headers nearer to the rows than this are shown with them, in parts of their height. */
const near = 1.2

/** Where the figures of a report stand, by page and table. */
const figuresOn = rememberFor((report: Report): ReadonlySet<string> => {
  const places = new Set<string>()
  for (const { source } of report.figures.values())
    if (source?.kind === 'page') places.add(`${source.page} ${source.box.join(' ')}`)
  return places
})

/** The tables of a report by their numbers, as they stand on its pages. */
const tablesOf = rememberFor(
  (report: Report) => new Map(report.tables.map(({ table }) => [table.number, partsByPage(table)])),
)

/** The cells of a finding that stand in one table on one page. */
interface Part {
  readonly table: TableOnPage
  readonly boxes: readonly PageBox[]
}

const partsOf = (report: Report, sources: readonly PageSource[]): Part[] =>
  [...Map.groupBy(sources, ({ page, table }) => `${page} ${table}`).values()].flatMap(own => {
    const { page, table: number } = own[0]!
    const table = tablesOf(report).get(number)?.get(page)
    return table ? [{ table, boxes: own.map(({ box }) => box) }] : []
  })

/** Null where the finding has no cell with a place on a page, and for the one whose cells are all shown one by one. */
export const viewsOf = (report: Report, { check, cells }: Finding): FindingViews | null => {
  if (check === readByOcr.id) return null
  const sources = cells.flatMap((key): PageSource[] => {
    const source = report.figures.get(key)?.source
    return source?.kind === 'page' ? [source] : []
  })
  const [main] = sources
  const parts = partsOf(report, sources)
  const [part, ...others] = parts
  if (!main || !part) return null
  const figures = figuresOn(report)
  const headerOf = ({ table, boxes }: Part): PageBox | null =>
    headerOver(table, boxes[0]!, box => figures.has(`${table.page} ${box.join(' ')}`))
  const viewOf = ({ table, boxes }: Part, box: PageBox): View => ({
    page: table.page,
    box,
    turn: table.turn,
    frames: boxes.map(frame => ({ box: frame, main: frame === main.box })),
  })
  const wholeOf = (each: Part): View => {
    const header = headerOf(each)
    const rows = rowsAround(each.table, each.boxes)
    return viewOf(each, header ? around([header, rows]) : rows)
  }
  const { table } = part
  const restOf = (all: readonly Part[]): View[] =>
    all
      .slice(0, mostRest)
      .map(wholeOf)
      .toSorted((one, other) => one.page - other.page)
  if (steepness(table, table.boxes) <= smallTable)
    return { header: null, first: viewOf(part, rowsAround(table, table.boxes)), rest: restOf(others) }
  const isStrip = steepness(table, part.boxes) <= stripHeight
  const shown: Part = isStrip ? part : { table, boxes: [main.box] }
  const rows = rowsAround(table, shown.boxes)
  const header = headerOf(shown)
  const rest = restOf(isStrip ? others : parts)
  if (header === null) return { header: null, first: viewOf(shown, rows), rest }
  const both = around([header, rows])
  const isNear = area(both) <= (area(header) + area(rows) - area(shared(header, rows))) * near
  return isNear
    ? { header: null, first: viewOf(shown, both), rest }
    : { header: viewOf({ table, boxes: [] }, header), first: viewOf(shown, rows), rest }
}
