import { limits } from '../limits.ts'
import { tooComplex } from '../package/refusals.ts'
import {
  isPrinted,
  type StoryBlock,
  type StoryCell,
  type StoryLoss,
  type StoryParagraph,
  type StoryTable,
} from '../story/model.ts'
import type { Region } from './address.ts'
import { damaged } from './refusals.ts'
import { withRuledBoxes } from './ruled-boxes.ts'
import type { Sheet } from './sheet.ts'
import type { CellText } from './strings.ts'

/** A cell with the slots it covers, on the rows and columns that are shown. */
interface Placed extends Region {
  readonly content: CellText
}

/** Slots that all sheets of a workbook may have together. */
export interface Budget {
  slots: number
}

export const newBudget = (): Budget => ({ slots: 2 * limits.slots })

const paragraphOf = ({ text, losses }: CellText): StoryParagraph => ({ kind: 'paragraph', text, losses })

/** Rows or columns from 0 to `last`: which are shown, and at which place among those. */
const shownAmong = (last: number, hidden: ReadonlySet<number>) => {
  const shown: number[] = []
  /** How many are shown before each. */
  const before: number[] = []
  for (let index = 0; index <= last; index++) {
    before.push(shown.length)
    if (!hidden.has(index)) shown.push(index)
  }
  before.push(shown.length)
  /** The first and last place of a range; null where all of it is hidden. */
  const range = (from: number, to: number): [number, number] | null => {
    const [first, end] = [before[from]!, before[to + 1]!]
    return first < end ? [first, end - 1] : null
  }
  return { shown, range }
}

/** What merging has hidden below the first cell of an area: Excel keeps it and shows none of it. */
const coveredText = (
  { cells }: Sheet,
  { top, left }: Region,
  rows: readonly number[],
  columns: readonly number[],
): string => {
  const covered: string[] = []
  for (const row of rows)
    for (const column of columns) {
      const text = row === top && column === left ? '' : (cells.get(row)?.get(column)?.text ?? '')
      if (isPrinted(text)) covered.push(text)
    }
  return covered.join(' ')
}

/** The sheet as rows of cells, merged cells once, hidden rows and columns left out. */
const place = (
  sheet: Sheet,
  budget: Budget,
  least: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 },
): { rows: (Placed | null)[][]; hidden: string } => {
  const printed = sheet.merged.filter(({ top, left }) =>
    isPrinted(sheet.cells.get(top)?.get(left)?.text ?? ''),
  )
  const columnsIn = [...sheet.cells.values()].flatMap(row => [...row.keys()])
  const lastRow = [...sheet.cells.keys(), ...printed.map(({ bottom }) => bottom)].reduce(
    (a, b) => Math.max(a, b),
    least.rows - 1,
  )
  const lastColumn = [...columnsIn, ...printed.map(({ right }) => right)].reduce(
    (a, b) => Math.max(a, b),
    least.columns - 1,
  )
  const slots = (lastRow + 1) * (lastColumn + 1)
  budget.slots -= slots
  if (slots > limits.slots || budget.slots < 0) throw tooComplex('工作表过大', 'its sheets are too large')
  const down = shownAmong(lastRow, sheet.hiddenRows)
  const across = shownAmong(lastColumn, sheet.hiddenColumns)
  const rows = down.shown.map(() => new Array<Placed | null | undefined>(across.shown.length).fill(undefined))
  let looked = 0
  for (const region of sheet.merged) {
    // An area that shows nothing may reach far beyond what is used.
    if (region.top > lastRow || region.left > lastColumn) continue
    const vertical = down.range(region.top, Math.min(region.bottom, lastRow))
    const horizontal = across.range(region.left, Math.min(region.right, lastColumn))
    if (!vertical || !horizontal) continue
    const [top, bottom] = vertical
    const [left, right] = horizontal
    const shown = sheet.cells.get(region.top)?.get(region.left) ?? { text: '', losses: [] }
    looked += (bottom - top + 1) * (right - left + 1)
    if (looked > 4 * limits.slots) throw damaged('合并单元格重叠', 'merged cells overlap')
    const covered = coveredText(
      sheet,
      region,
      down.shown.slice(top, bottom + 1),
      across.shown.slice(left, right + 1),
    )
    if (covered === '' && !isPrinted(shown.text)) continue
    const losses: StoryLoss[] = [...shown.losses]
    if (covered !== '') losses.push({ code: 'merged-cell-text-dropped', detail: covered })
    const content = { text: shown.text, losses }
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        if (rows[row]![column] !== undefined) throw damaged('合并单元格重叠', 'merged cells overlap')
        rows[row]![column] = row === top && column === left ? { top, bottom, left, right, content } : null
      }
  }
  const hidden = [...sheet.cells].flatMap(([row, cells]) =>
    [...cells]
      .filter(([column]) => sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column))
      .map(([, { text }]) => text),
  )
  const filled = rows.map((slots, row) =>
    slots.map((slot, column): Placed | null => {
      if (slot !== undefined) return slot
      const content = sheet.cells.get(down.shown[row]!)?.get(across.shown[column]!) ?? {
        text: '',
        losses: [],
      }
      return { top: row, bottom: row, left: column, right: column, content }
    }),
  )
  return { rows: filled, hidden: hidden.filter(isPrinted).join(' ') }
}

const printedIn = (row: readonly (Placed | null)[]): Placed[] =>
  row.filter((cell): cell is Placed => cell !== null && isPrinted(cell.content.text))

const toCell = ({ top, bottom, left, right, content }: Placed): StoryCell => ({
  blocks: [paragraphOf(content)],
  rowSpan: bottom - top + 1,
  columnSpan: right - left + 1,
  losses: [],
})

const inside = (outer: Region, { top, left, bottom, right }: Region): boolean =>
  top >= outer.top && left >= outer.left && bottom <= outer.bottom && right <= outer.right

/** The part of a sheet within a region, counted from the region's first cell. */
const partOf = (sheet: Sheet, region: Region): Sheet => {
  const { top, left, bottom, right } = region
  const shifted = (indexes: ReadonlySet<number>, from: number, to: number): Set<number> =>
    new Set([...indexes].filter(index => index >= from && index <= to).map(index => index - from))
  const within = (cells: ReadonlyMap<number, CellText>) =>
    new Map(
      [...cells]
        .filter(([column]) => column >= left && column <= right)
        .map(([column, cell]) => [column - left, cell]),
    )
  const rows = [...sheet.cells].filter(([row]) => row >= top && row <= bottom)
  return {
    cells: new Map(rows.map(([row, cells]) => [row - top, within(cells)])),
    merged: sheet.merged
      .filter(merged => inside(region, merged))
      .map(merged => ({
        top: merged.top - top,
        bottom: merged.bottom - top,
        left: merged.left - left,
        right: merged.right - left,
      })),
    hiddenRows: shifted(sheet.hiddenRows, top, bottom),
    hiddenColumns: shifted(sheet.hiddenColumns, left, right),
    hasDrawing: false,
    rules: new Map(),
  }
}

/** One region of a sheet as a table, blank edges included. */
export const regionTable = (
  sheet: Sheet,
  region: Region,
  budget: Budget,
): { table: StoryTable; losses: StoryLoss[] } => {
  const size = { rows: region.bottom - region.top + 1, columns: region.right - region.left + 1 }
  const { rows, hidden } = place(partOf(sheet, region), budget, size)
  const cells = rows.map(row => row.filter(cell => cell !== null).map(toCell))
  const losses = hidden === '' ? [] : [{ code: 'hidden-cells-dropped' as const, detail: hidden }]
  return { table: { kind: 'table', rows: cells, columnsKnown: true }, losses }
}

/** 四、政府信息公开行政复议、行政诉讼情况: no row of a table that begins with a numeral ends so. */
const sectionTitle = /^\s*[一二三四五六][、.．]\s*\S.{0,40}(?:情况|事项|问题|改进)\s*$/u

/** A row that is the title of a section, typed into its first cell. */
const isTitle = (row: readonly (Placed | null)[]): boolean => {
  const [first, ...others] = printedIn(row)
  return (
    first !== undefined && others.length === 0 && first.left === 0 && sectionTitle.test(first.content.text)
  )
}

/**
 * The paragraphs and tables of a sheet. Empty rows and titles of sections part tables; rows with one text alone before a table are titles,
 * and one over the whole width behind it is a remark: paragraphs. Nothing parts the rows a merged cell reaches over.
 */
export const sheetBlocks = (sheet: Sheet, budget: Budget): { blocks: StoryBlock[]; losses: StoryLoss[] } => {
  const { rows, hidden } = place(withRuledBoxes(sheet), budget)
  const blocks: StoryBlock[] = []
  const reach = rows.map(row => row.reduce((bottom, cell) => Math.max(bottom, cell?.bottom ?? -1), -1))
  let end = 0
  for (let start = 0; start < rows.length; start = end) {
    let reached = start
    for (end = start; end < rows.length; end++) {
      const alone = end > reached || end === start
      const own = reach[end]! <= end
      if (alone && own && (printedIn(rows[end]!).length === 0 || (end > start && isTitle(rows[end]!)))) break
      reached = Math.max(reached, reach[end]!)
    }
    writeSegment(
      rows.slice(start, end),
      reach.slice(start, end).map(bottom => bottom - start),
      blocks,
    )
    if (end === start) end++
  }
  const losses: StoryLoss[] = sheet.hasDrawing ? [{ code: 'drawing-dropped', detail: '' }] : []
  if (hidden !== '') losses.push({ code: 'hidden-cells-dropped', detail: hidden })
  return { blocks, losses }
}

const writeSegment = (
  rows: readonly (Placed | null)[][],
  reach: readonly number[],
  blocks: StoryBlock[],
): void => {
  const isLine = (row: number): boolean => printedIn(rows[row]!).length === 1 && reach[row] === row
  const isWide = (row: number): boolean => {
    const { left, right } = printedIn(rows[row]!)[0]!
    return left === 0 && right > 0 && right === rows[row]!.length - 1
  }
  let first = 0
  while (first < rows.length && isLine(first)) first++
  let end = rows.length
  // A label alone at the end has blank figures: only a text over the whole width is a remark.
  while (
    end > first &&
    isLine(end - 1) &&
    isWide(end - 1) &&
    !reach.slice(0, end - 1).some(row => row >= end - 1)
  )
    end--
  const line = (row: number): void => {
    blocks.push(paragraphOf(printedIn(rows[row]!)[0]!.content))
  }
  for (let row = 0; row < first; row++) line(row)
  if (first < end) {
    const cells = rows.slice(first, end).map(row => row.filter(cell => cell !== null).map(toCell))
    blocks.push({ kind: 'table', rows: cells, columnsKnown: true })
  }
  for (let row = end; row < rows.length; row++) line(row)
}
