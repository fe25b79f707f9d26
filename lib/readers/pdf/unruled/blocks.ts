import { overlap } from '../geometry.ts'
import { areAligned, type LooseCell } from './cells.ts'
import { bordersOf, type Column, fitsColumns, lowest, provenColumns, withoutGroups } from './columns.ts'
import { type LooseRow, labelledRows, valueRows } from './rows.ts'

/** A table without rulings, or what of it stands under one set of headings. */
export interface Block {
  readonly columns: readonly Column[]
  /** Headings over the columns that the lowest ones name, and whatever stands over the labels. */
  readonly headings: readonly LooseCell[]
  readonly corner: readonly LooseCell[]
  readonly rows: readonly LooseRow[]
  /** The last heading is on an earlier page. */
  readonly goesOn: boolean
  readonly cells: readonly LooseCell[]
}

/** Figures of one row stand at the end of it; what follows figures is no label. */
interface Band {
  readonly values: LooseCell[]
  readonly top: number
}

const section = /^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])/u
const sentence = /[。；！？]/u

/** Headings stand no farther above what they head, in ems. */
const farthestHeading = 3
const mostHeadings = 60

const isProse = (cell: LooseCell): boolean => sentence.test(cell.text) || cell.text.length > 60

/** Cells that stand above a row, nearest first, as long as nothing but headings comes. */
const above = (cells: readonly LooseCell[], top: number, floor: number): LooseCell[] => {
  const found: LooseCell[] = []
  let reach = top
  const candidates = cells
    .filter(cell => cell.bottom < top && cell.bottom > floor)
    .sort((a, b) => b.bottom - a.bottom)
  for (const cell of candidates) {
    if (reach - cell.bottom > farthestHeading * cell.size || found.length >= mostHeadings) break
    const alone = !cells.some(other => other !== cell && Math.abs(other.bottom - cell.bottom) < cell.size / 2)
    if (cell.isValue || isProse(cell) || (alone && section.test(cell.text))) break
    found.push(cell)
    reach = Math.min(reach, cell.top)
  }
  return found
}

/** A run of rows of figures between which nothing but labels stands. */
const runsOf = (rows: readonly LooseCell[][], others: readonly LooseCell[]): Band[][] => {
  const runs: Band[][] = []
  for (const values of rows) {
    const top = values[0]!.top
    const run = runs.at(-1)
    const left = Math.min(values[0]!.box.left, ...(run ?? []).map(band => band.values[0]!.box.left))
    const last = run?.at(-1)
    const between =
      last !== undefined &&
      others.some(
        cell =>
          cell.top > last.top + cell.size / 2 && cell.bottom < top - cell.size / 2 && cell.box.right > left,
      )
    if (run && !between) run.push({ values, top })
    else runs.push([{ values, top }])
  }
  return runs
}

/** Numbers at the end of their line: no words stand to the right of them. */
const atEnd = (row: readonly LooseCell[], others: readonly LooseCell[]): LooseCell[] =>
  row.filter(
    value =>
      !others.some(
        other =>
          other.box.left >= value.box.right &&
          other.lines.some(line => Math.abs(line.base - value.top) < value.size / 2),
      ),
  )

/** What the page before tells of a table that goes on at the top of this one: its columns, or its headings alone. */
export interface Before {
  readonly columns: readonly Column[] | null
  readonly headings: readonly LooseCell[]
}

/** Headings of one column above each other, painted one after the other: of which cell the upper one is a part is not known. */
const isTorn = (heads: readonly LooseCell[], leaves: readonly LooseCell[]): boolean =>
  heads.some(head => {
    const under = leaves.filter(
      leaf => leaf !== head && overlap(leaf.box.left, leaf.box.right, head.box.left, head.box.right) > 0,
    )
    const [leaf] = under
    return (
      under.length === 1 &&
      head.last + 1 === leaf!.first &&
      leaf!.top - head.bottom < farthestHeading * head.size &&
      areAligned(head, leaf!)
    )
  })

/** The headings of the page before lie above those of this one. */
const raised = (cells: readonly LooseCell[]): LooseCell[] => {
  const end = cells.reduce((most, { bottom }) => Math.max(most, bottom), 0)
  return cells.map(cell => ({ ...cell, top: cell.top - end, bottom: cell.bottom - end, last: -2 }))
}

/** A heading of the page before, below which one heading of this page stands: whether they are one cell is not known. */
const isCutApart = (leaves: readonly LooseCell[], earlier: readonly LooseCell[]): boolean =>
  earlier.some(
    head =>
      leaves.filter(
        leaf => leaf !== head && overlap(leaf.box.left, leaf.box.right, head.box.left, head.box.right) > 0,
      ).length === 1,
  )

interface Headed {
  readonly columns: readonly Column[]
  readonly headings: readonly LooseCell[]
}

/** Columns by the headings of this page with those that ended the page before, or by those of this page alone. */
const headedBy = (
  values: readonly LooseCell[],
  own: readonly LooseCell[],
  earlier: readonly LooseCell[],
): Headed | null => {
  const above = raised(earlier)
  for (const headings of above.length > 0 ? [[...above, ...own], own] : [own]) {
    const leaves = withoutGroups(lowest(headings), values)
    if (leaves.length === 0 || isTorn(headings, leaves)) continue
    if (headings !== own && own.length > 0 && isCutApart(leaves, above)) continue
    const columns = provenColumns(values, leaves)
    if (columns) return { columns, headings }
  }
  return null
}

const blockOf = (
  run: readonly Band[],
  others: readonly LooseCell[],
  floor: number,
  before: Before | null,
): Block | null => {
  const values = run.flatMap(band => band.values)
  const first = run[0]!
  const last = run.at(-1)!
  const left = Math.min(...values.map(({ box }) => box.left))
  const size = first.values[0]!.size
  const labels = others.filter(
    cell =>
      cell.box.right <= left + 1 &&
      cell.bottom > first.top - size &&
      cell.top < last.top + size &&
      cell.bottom > floor,
  )
  // A figure among the labels: of a column with words in it, or a part of another figure.
  if (labels.some(label => label.isValue)) return null
  const labelTop = Math.min(first.top, ...labels.map(label => label.top))
  const labelRight = Math.max(...labels.map(({ box }) => box.right), Number.NEGATIVE_INFINITY)
  const headings = above(
    others.filter(cell => !labels.includes(cell)),
    Math.max(labelTop, first.top - 1.5 * size) - 0.5 * size,
    floor,
  )
  const isOverLabels = ({ box }: LooseCell): boolean => box.left < labelRight && box.right <= left + size
  const isHead = (cell: LooseCell): boolean => !isOverLabels(cell)
  const own = headings.filter(isHead)
  const earlier = before?.headings.filter(isHead) ?? []
  const found = headedBy(values, own, earlier)
  const goesOn =
    found === null && own.length === 0 && before?.columns != null && fitsColumns(values, before.columns)
  const columns = found?.columns ?? (goesOn ? before.columns : null)
  if (columns === null || columns.length === 0 || columns[0]!.from < labelRight - 1) return null
  const rows = labelledRows(
    run.map(band => band.values),
    labels,
  )
  if (rows === null) return null
  const borders = bordersOf(columns)
  const columnOf = ({ box }: LooseCell): number =>
    borders.filter(border => border < (box.left + box.right) / 2).length
  const clean = rows.every(row => new Set(row.values.map(columnOf)).size === row.values.length)
  if (!clean) return null
  return {
    columns,
    headings: found?.headings ?? [],
    corner: goesOn ? [] : (own.length > 0 ? headings : (before?.headings ?? [])).filter(isOverLabels),
    rows,
    goesOn,
    cells: [...values, ...labels, ...(own.length > 0 ? headings : [])],
  }
}

/** The tables without rulings among the cells of a page. `before`: the columns of the one that ended the page before. */
export const blocksOf = (cells: readonly LooseCell[], before: Before | null): Block[] => {
  const numbers = cells.filter(cell => cell.isValue && cell.lines.length === 1)
  const others = cells.filter(cell => !numbers.includes(cell))
  const rows = valueRows(numbers)
    .map(row => atEnd(row, others))
    .filter(row => row.length > 0)
  const values = new Set(rows.flat())
  const rest = cells.filter(cell => !values.has(cell))
  const blocks: Block[] = []
  const used = new Set<LooseCell>()
  let floor = Number.NEGATIVE_INFINITY
  for (const run of runsOf(rows, rest)) {
    const free = rest.filter(cell => !used.has(cell))
    const block = blockOf(run, free, floor, floor === Number.NEGATIVE_INFINITY ? before : null)
    if (block) blocks.push(block)
    for (const cell of block?.cells ?? []) used.add(cell)
    floor = run.at(-1)!.top
  }
  return blocks
}

/** Headings that end a page: those of a table of which no figure stands on it. */
export const headingsAtEnd = (cells: readonly LooseCell[]): LooseCell[] => {
  const figures = cells.filter(cell => cell.isValue)
  const floor = figures.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY)
  const end = cells.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY)
  return above(cells, end + 1, floor)
}
