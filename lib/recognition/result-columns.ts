import { bareLabel } from './labels.ts'
import {
  groupLabel,
  resultColumns,
  resultGroups,
  resultLabel,
  resultOf,
  resultOfBare,
  resultsInGroup,
  tornLabel,
} from './result-labels.ts'
import { groupOrder } from './result-order.ts'
import type { StreamCell, StreamRow } from './stream-row.ts'

/** Headers of table 4: which of its fifteen columns a run of result labels (结果维持 … 总计) stands for. */

export interface ResultHeader {
  /** Column keys of the form in printed order; null where the printed labels do not tell them. */
  readonly keys: readonly string[] | null
  readonly cells: readonly StreamCell[]
  /** Header cells over columns of their own whose label is none of the form's; only of a grid. */
  readonly strangers: readonly StreamCell[]
  readonly grid: boolean
  readonly variants: readonly { readonly cell: StreamCell; readonly official: string }[]
}

interface Result {
  readonly cell: StreamCell
  readonly key: string
  readonly variant: boolean
}

interface Group {
  readonly cell: StreamCell
  readonly key: string
}

/** Runs of result labels; a new one begins where a label comes again. */
const runs = (labels: readonly Result[]): Result[][] => {
  const all: Result[][] = []
  for (const label of labels) {
    const current = all[all.length - 1]
    if (!current || current.some(other => other.key === label.key)) all.push([label])
    else current.push(label)
  }
  return all
}

const named = (found: readonly Result[][], names: readonly string[]): string[] =>
  found.flatMap((run, at) => run.map(({ key }) => `${names[at]}.${key}`))

/** By the columns that the labels of the groups span. */
const byColumns = (labels: readonly Result[], groups: readonly Group[]): string[] | null => {
  const keys: string[] = []
  for (const { cell, key } of labels) {
    const above = groups.filter(group => group.cell.from <= cell.from && cell.to <= group.cell.to)
    if (above.length !== 1) return null
    keys.push(`${above[0]!.key}.${key}`)
  }
  return new Set(keys).size === keys.length ? keys : null
}

/** By the columns where groups and runs begin, where merged cells are not told: the one group left over is the one run's left over. */
const byStarts = (labels: readonly Result[], groups: readonly Group[]): string[] | null => {
  const found = runs(labels)
  if (found.length !== resultGroups.length || !found.every(isWhole)) return null
  const names = found.map(run =>
    groups.filter(({ cell }) => cell.from === run[0]!.cell.from).map(({ key }) => key),
  )
  if (names.some(each => new Set(each).size > 1)) return null
  const known = names.flatMap(each => each.slice(0, 1))
  const rest = resultGroups.filter(key => !known.includes(key))
  const left = rest.length === 1 && groups.every(({ key }) => key !== rest[0]) ? rest[0] : undefined
  const all = names.map(each => each[0] ?? left)
  return new Set(all).size === all.length && all.every(each => each !== undefined) ? named(found, all) : null
}

const isWhole = (run: readonly Result[]): boolean => run.length === resultsInGroup
const sameOrder = (found: readonly Result[][]): boolean =>
  found.every(run => run.every(({ key }, at) => key === found[0]![at]!.key))

/** The bare labels of a row that are no results, such as an extractor tears them. */
const groupText = ({ cells }: StreamRow): string =>
  cells
    .filter(cell => !cell.continued && cell.bare.length <= 12 && !resultLabel(cell))
    .map(({ bare }) => tornLabel(bare)?.rest ?? bare)
    .join('')

const isLitigation = (cell: StreamCell): boolean => {
  const group = groupLabel(cell)
  return group !== null && cell.bare !== '行政复议'
}

/** Whether a whole run stands before the first or behind the last group of 行政诉讼 in the row that prints them. */
const runBeside = (rows: readonly StreamRow[]): { runFirst: boolean; runLast: boolean } => {
  const all = rows.flatMap(row => row.cells)
  const first = all.findIndex(isLitigation)
  const before = all.slice(0, Math.max(0, first)).filter(cell => resultLabel(cell)).length
  const row = rows.find(({ cells }) => cells.some(isLitigation))
  const last = row && rows.length > 1 ? row.cells.slice(row.cells.findLastIndex(isLitigation)) : []
  const behind = last.filter(cell => resultLabel(cell)).length
  return { runFirst: before === resultsInGroup, runLast: behind === resultsInGroup }
}

/** By the order in which labels follow each other: three whole runs under three groups, or one under its one. */
const byOrder = (
  rows: readonly StreamRow[],
  labels: readonly Result[],
  names: readonly string[],
): string[] | null => {
  const found = runs(labels)
  if (found.length < 3) return found.length === names.length ? named(found, names) : null
  // Merged labels that the input repeats in every row they cover stand in the last row once more.
  const lowest = new Set(rows.at(-1)!.cells)
  const last = runs(labels.filter(({ cell }) => lowest.has(cell)))
  const three = last.length === 3 ? last : found
  if (three.length !== 3 || !three.every(isWhole) || !sameOrder(three)) return null
  const order = groupOrder({ text: rows.map(groupText).join(''), ...runBeside(rows) })
  return order && named(three, order)
}

const apart = (a: StreamCell, b: StreamCell): boolean => a.to <= b.from || b.to <= a.from

/** Cells above which or below which no result label stands: one whose label cannot be read, or is left blank. */
const strangersIn = (
  rows: readonly StreamRow[],
  groups: readonly Group[],
  labels: readonly Result[],
): StreamCell[] =>
  (rows.at(-1)?.cells ?? []).filter(
    cell =>
      cell.bare !== '行政诉讼' &&
      groups.every(group => group.cell.source !== cell.source) &&
      labels.every(label => apart(label.cell, cell)),
  )

/** Result labels of a grid, those that run over several rows of cells (结果 above 维持) put together by their column. */
const labelsOfGrid = (own: readonly StreamCell[]): Result[] => {
  const columns = Map.groupBy(
    own.filter(cell => cell.bare !== '' && !groupLabel(cell) && cell.bare !== '行政诉讼'),
    ({ from, to }) => from * 1_000 + to,
  )
  return [...columns.values()].flatMap((cells): Result[] => {
    const torn = tornLabel(cells.at(-1)!.bare)
    if (torn) return [{ cell: cells.at(-1)!, key: torn.key, variant: true }]
    for (let parts = 1; parts <= cells.length; parts++) {
      const text = cells
        .slice(-parts)
        .map(cell => cell.text)
        .join('')
      const found = resultOfBare(bareLabel(text))
      if (found) return [{ cell: { ...cells.at(-1)!, text, bare: bareLabel(text) }, ...found }]
    }
    return []
  })
}

const labelsInOrder = (own: readonly StreamCell[]): Result[] =>
  own.flatMap(cell => {
    const found = groupLabel(cell) ? null : resultLabel(cell)
    return found ? [{ cell, ...found }] : []
  })

/**
 * Reads header rows. `context` is the group a heading before the table named, for tables that print one group each.
 * Null where no result label is there.
 */
export const readResultHeader = (rows: readonly StreamRow[], context: string | null): ResultHeader | null => {
  const grid = rows.every(row => row.table?.columnsKnown && row.table === rows[0]!.table)
  const own = rows.flatMap(row => row.cells.filter(cell => !cell.continued))
  const labels = grid ? labelsOfGrid(own) : labelsInOrder(own)
  if (labels.length === 0) return null
  const groups = own.flatMap((cell): Group[] => {
    const key = groupLabel(cell)
    return key ? [{ cell, key }] : []
  })
  if (grid) labels.sort((a, b) => a.cell.from - b.cell.from)
  const printed = [...new Set(groups.map(({ key }) => key))]
  // A heading names the group of a table that prints one group alone.
  const names = printed.length > 0 ? printed : context ? [context] : []
  const placed = grid && groups.length > 1 ? (byColumns(labels, groups) ?? byStarts(labels, groups)) : null
  const keys = placed ?? byOrder(rows, labels, names)
  const variants = labels
    .filter(({ variant }) => variant)
    .map(({ cell, key }) => ({
      cell,
      official: resultColumns.find(column => resultOf(column.key) === key)!.path.at(-1)!.label,
    }))
  const strangers = grid ? strangersIn(rows, groups, labels) : []
  return { keys, cells: labels.map(({ cell }) => cell), strangers, grid, variants }
}
