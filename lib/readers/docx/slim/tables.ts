import { limits } from '../../limits.ts'
import { damaged } from '../../package/refusals.ts'
import type { AttributeValue } from '../../package/walk.ts'
import { isFlat } from '../../style/size.ts'
import { fromTwips } from '../../style/units.ts'
import { isOn } from '../look.ts'
import { everyPart, tableLookOf } from '../table-style.ts'
import { type Cell, type Merge, moveAll, newCell, newRow, newStory, startOf } from './model.ts'
import { endParagraph, endStory } from './paragraphs.ts'
import { endRow } from './rows.ts'
import { type Closer, lose, type Opener, type Slim } from './state.ts'

const misplaced = () => damaged('表格的行或单元格位置错误', 'a table row or cell stands outside its table')

const merge = (value: AttributeValue): Merge => (value('val') === 'restart' ? 'restart' : 'continue')

const inTable = (slim: Slim, path: readonly string[], parent: string): boolean =>
  slim.table !== null && path.at(-1) === parent

/** Number of grid columns, brought into 1 … limit (or `least`) with a loss. */
const columns = (slim: Slim, printed: string | undefined, least: 0 | 1): number => {
  const count = Number.parseInt(printed ?? '', 10)
  if (count >= least && count <= limits.columnSpan) return count
  lose(slim, 'span-invalid', printed ?? '')
  return count > limits.columnSpan ? limits.columnSpan : least
}

const cellOf = (slim: Slim, path: readonly string[]): Cell | null =>
  inTable(slim, path, 'tcPr') ? (slim.table!.row?.cell ?? null) : null

/** Tables, rows, cells and their properties. Whatever else stands between them is let through without trace. */
export const tableOpeners: Readonly<Record<string, Opener>> = {
  tbl: slim => {
    endParagraph(slim, slim.story)
    slim.table = {
      kind: 'table',
      outer: slim.table,
      within: slim.table?.row?.cell ?? slim.lastParagraph ?? undefined,
      style: slim.styles.table(undefined),
      look: everyPart,
      shading: null,
      rows: [],
      columnsKnown: true,
      lines: [],
      row: null,
      merging: new Map(),
      after: [],
    }
    return undefined
  },
  tr: slim => {
    if (!slim.table || slim.table.row) throw misplaced()
    slim.table.row = newRow()
    return undefined
  },
  tc: slim => {
    const { table } = slim
    if (!table?.row || table.row.cell) throw misplaced()
    table.row.cell = newCell(table)
    slim.story = newStory('cell', slim.story)
    return undefined
  },
  tblStyle: (slim, value, path) => {
    if (inTable(slim, path, 'tblPr')) slim.table!.style = slim.styles.table(value('val'))
    return undefined
  },
  tblLook: (slim, value, path) => {
    if (inTable(slim, path, 'tblPr')) slim.table!.look = tableLookOf(value)
    return undefined
  },
  trHeight: (slim, value, path) => {
    const row = slim.table?.row
    const height = fromTwips(Number(value('val')))
    if (row && inTable(slim, path, 'trPr') && value('hRule') === 'exact') row.flat = isFlat(height)
    return undefined
  },
  /** Columns from right to left, in one row only: its cells then stand under others than their order says. */
  bidiVisual: (slim, value, path) => {
    const row = slim.table?.row
    if (row && inTable(slim, path, 'tblPrEx')) row.turned = isOn(value('val'))
    return undefined
  },
  gridBefore: (slim, value, path) => {
    const row = slim.table?.row
    if (row && inTable(slim, path, 'trPr')) row.before = columns(slim, value('val'), 0)
    return undefined
  },
  gridAfter: (slim, value, path) => {
    const row = slim.table?.row
    if (row && inTable(slim, path, 'trPr')) row.after = columns(slim, value('val'), 0)
    return undefined
  },
  hidden: (slim, value, path) => {
    const row = slim.table?.row
    if (row && inTable(slim, path, 'trPr')) row.hidden = !['0', 'false', 'off'].includes(value('val') ?? '')
    return undefined
  },
  gridSpan: (slim, value, path) => {
    const cell = cellOf(slim, path)
    if (cell) cell.span = columns(slim, value('val'), 1)
    return undefined
  },
  vMerge: (slim, value, path) => {
    const cell = cellOf(slim, path)
    if (cell) cell.vertical = merge(value)
    return undefined
  },
  hMerge: (slim, value, path) => {
    const cell = cellOf(slim, path)
    if (cell) cell.horizontal = merge(value)
    return undefined
  },
  cellDel: (slim, _value, path) => {
    const cell = cellOf(slim, path)
    if (cell) cell.deleted = true
    return lose(slim, 'tracked-changes-accepted')
  },
  /** A tracked merge (17.13.5.3): `rest` begins a region, `cont` continues it. */
  cellMerge: (slim, value, path) => {
    const cell = cellOf(slim, path)
    if (cell && value('vMerge') === 'cont') cell.vertical = 'continue'
    if (cell && value('vMerge') === 'rest') cell.vertical = 'restart'
    return lose(slim, 'tracked-changes-accepted')
  },
}

export const tableClosers: Readonly<Record<string, Closer>> = {
  tc: slim => {
    const { story } = slim
    const table = slim.table!
    const row = table.row!
    const cell = row.cell!
    endStory(slim, story)
    // A text box may float anywhere on the page: it is the cell's content only where the cell has no other.
    if (story.blocks.length > 0 && story.boxes.length > 0) {
      lose(slim, 'text-box-moved', startOf(story.boxes))
      moveAll(story.boxes, table.after)
    }
    cell.blocks = story.blocks.length > 0 ? story.blocks : story.boxes
    cell.start = startOf(cell.blocks)
    row.cells.push(cell)
    row.cell = null
    slim.story = story.outer!
  },
  tr: slim => {
    const table = slim.table!
    endRow(slim, table, table.row!)
    table.row = null
  },
  tbl: slim => {
    const table = slim.table!
    const { story } = slim
    slim.table = table.outer
    if (table.lines.length > 0) story.blocks.push(table)
    moveAll(table.after, story.kind === 'cell' ? story.boxes : story.blocks)
  },
}
