import { rememberFor } from '../util/remember.ts'
import { type Form, type FormBlock, figureKey, type Label } from './form.ts'

/** What a printed cell of the form is for. */
export type LayoutKind = 'caption' | 'corner' | 'columnHeader' | 'rowHeader' | 'figure'

/** One printed cell of an official form; rows and columns count from 1, merged cells stand once. */
export interface LayoutCell {
  readonly kind: LayoutKind
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** The official label; for a figure its key. */
  readonly text: string
  /** Which of the form's stacked blocks it belongs to, from 0. */
  readonly block: number
}

/** A form as it is printed: the rectangle of its cells, in reading order block by block. */
export interface FormLayout {
  readonly form: Form
  readonly rows: number
  readonly columns: number
  /** Columns at the left that hold row labels. */
  readonly labelColumns: number
  /** Rows at the top that hold column labels; 0 where blocks with headers of their own are stacked. */
  readonly headerRows: number
  readonly cells: readonly LayoutCell[]
  readonly figures: ReadonlyMap<string, LayoutCell>
}

interface Span {
  readonly label: string
  readonly level: number
  /** Levels it takes: a label with nothing below it reaches down to the innermost level. */
  readonly levels: number
  readonly start: number
  readonly count: number
}

/** Neighbours that share a label share one merged cell; both header columns and row labels are such trees. */
const spansOf = (paths: readonly (readonly Label[])[], depth: number, level = 0, from = 0): Span[] => {
  const spans: Span[] = []
  for (let start = 0; start < paths.length; ) {
    const label = paths[start]?.[level]?.label
    if (label === undefined) {
      start++
      continue
    }
    const isLeaf = paths[start]!.length === level + 1
    let end = start + 1
    if (!isLeaf) while (end < paths.length && paths[end]?.[level]?.label === label) end++
    spans.push({ label, level, levels: isLeaf ? depth - level : 1, start: from + start, count: end - start })
    if (!isLeaf) spans.push(...spansOf(paths.slice(start, end), depth, level + 1, from + start))
    start = end
  }
  return spans
}

const deepest = (paths: readonly (readonly Label[])[]): number =>
  paths.reduce((depth, path) => Math.max(depth, path.length), 0)

const blockCells = (form: Form, index: number, block: FormBlock, top: number, size: Size): LayoutCell[] => {
  const { labelColumns, columns } = size
  const cells: LayoutCell[] = []
  const add = (
    kind: LayoutKind,
    text: string,
    [row, column]: [number, number],
    [rows, cols]: [number, number],
  ) => cells.push({ kind, row, column, rowSpan: rows, columnSpan: cols, text, block: index })
  // The last column of a narrower block reaches to the right edge, as 本年处理决定数量 does in table 2.
  const right = (column: number, count: number) =>
    column + count === block.columns.length ? columns - labelColumns - column : count
  const headerDepth = deepest(block.columns.map(({ path }) => path))
  let row = top
  if (block.caption) add('caption', block.caption.label, [row++, 1], [1, columns])
  if (block.corner) add('corner', block.corner.label, [row, 1], [headerDepth, labelColumns])
  for (const span of spansOf(
    block.columns.map(({ path }) => path),
    headerDepth,
  ))
    add(
      'columnHeader',
      span.label,
      [row + span.level, labelColumns + span.start + 1],
      [span.levels, right(span.start, span.count)],
    )
  row += headerDepth
  for (const span of spansOf(
    block.rows.map(({ path }) => path),
    labelColumns,
  ))
    add('rowHeader', span.label, [row + span.start, span.level + 1], [span.count, span.levels])
  block.rows.forEach((formRow, rowIndex) => {
    block.columns.forEach((column, columnIndex) => {
      add(
        'figure',
        figureKey(form.key, formRow.key, column.key),
        [row + rowIndex, labelColumns + columnIndex + 1],
        [1, right(columnIndex, 1)],
      )
    })
  })
  return cells
}

interface Size {
  readonly labelColumns: number
  readonly columns: number
}

const build = (form: Form): FormLayout => {
  const labelColumns = deepest(form.blocks.flatMap(block => block.rows.map(({ path }) => path)))
  const columns = labelColumns + Math.max(...form.blocks.map(block => block.columns.length))
  const cells: LayoutCell[] = []
  let rows = 0
  form.blocks.forEach((block, index) => {
    const added = blockCells(form, index, block, rows + 1, { labelColumns, columns })
    cells.push(...added)
    rows = added.reduce((bottom, cell) => Math.max(bottom, cell.row + cell.rowSpan - 1), rows)
  })
  const figures = new Map(cells.filter(({ kind }) => kind === 'figure').map(cell => [cell.text, cell]))
  const firstFigure = figures.values().next().value
  const headerRows = form.blocks.length === 1 && firstFigure ? firstFigure.row - 1 : 0
  return { form, rows, columns, labelColumns, headerRows, cells, figures }
}

/** The official printed layout of a form with its merged headers, derived from the edition's data alone. */
export const layoutOf = rememberFor(build)

/** The header cells a reader of the figure looks at: caption, column labels from the top, row labels from the left. */
export const headersOf = (layout: FormLayout, figure: LayoutCell): LayoutCell[] =>
  layout.cells.filter(cell => {
    if (cell.block !== figure.block) return false
    if (cell.kind === 'caption') return true
    if (cell.kind === 'columnHeader')
      return cell.column <= figure.column && figure.column < cell.column + cell.columnSpan
    return cell.kind === 'rowHeader' && cell.row <= figure.row && figure.row < cell.row + cell.rowSpan
  })
