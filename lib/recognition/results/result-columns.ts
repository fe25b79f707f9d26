import { bareLabel } from '../labels/labels.ts'
import type { ResultLabels } from '../labels/result-labels.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { groupOrder } from './result-order.ts'

/** Headers of results: which columns of the form a run of result labels (结果维持 … 总计) stands for. */

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
const byStarts = (
  form: ResultLabels,
  labels: readonly Result[],
  groups: readonly Group[],
): string[] | null => {
  const found = runs(labels)
  if (found.length !== form.groups.length || !found.every(run => isWhole(form, run))) return null
  const names = found.map(run =>
    groups.filter(({ cell }) => cell.from === run[0]!.cell.from).map(({ key }) => key),
  )
  if (names.some(each => new Set(each).size > 1)) return null
  const known = names.flatMap(each => each.slice(0, 1))
  const rest = form.groups.map(({ key }) => key).filter(key => !known.includes(key))
  const left = rest.length === 1 && groups.every(({ key }) => key !== rest[0]) ? rest[0] : undefined
  const all = names.map(each => each[0] ?? left)
  return new Set(all).size === all.length && all.every(each => each !== undefined) ? named(found, all) : null
}

const isWhole = ({ results }: ResultLabels, run: readonly Result[]): boolean => run.length === results.length
const sameOrder = (found: readonly Result[][]): boolean =>
  found.every(run => run.every(({ key }, at) => key === found[0]![at]!.key))

/** The bare labels of a row that are no results, such as an extractor tears them. */
const groupText = (form: ResultLabels, { cells }: StreamRow): string =>
  cells
    .filter(cell => !cell.continued && cell.bare.length <= 12 && !form.resultOf(cell.bare))
    .map(({ bare }) => form.torn(bare)?.rest ?? bare)
    .join('')

/** Whether a whole run stands before the first or behind the last group under a head (行政诉讼) in the row that prints them. */
const runBeside = (
  form: ResultLabels,
  rows: readonly StreamRow[],
): { runFirst: boolean; runLast: boolean } => {
  const isHeaded = (cell: StreamCell): boolean => (form.groupOf(cell)?.head ?? null) !== null
  const isResult = (cell: StreamCell): boolean => form.resultOf(cell.bare) !== null
  const all = rows.flatMap(row => row.cells)
  const first = all.findIndex(isHeaded)
  const before = all.slice(0, Math.max(0, first)).filter(isResult).length
  const row = rows.find(({ cells }) => cells.some(isHeaded))
  const last = row && rows.length > 1 ? row.cells.slice(row.cells.findLastIndex(isHeaded)) : []
  const behind = last.filter(isResult).length
  const { length } = form.results
  return { runFirst: before === length, runLast: behind === length }
}

/** By the order in which labels follow each other: whole runs under all groups of the form, or one under its one. */
const byOrder = (
  form: ResultLabels,
  rows: readonly StreamRow[],
  labels: readonly Result[],
  names: readonly string[],
): string[] | null => {
  const found = runs(labels)
  const { length } = form.groups
  if (found.length < length) return found.length === names.length ? named(found, names) : null
  // Merged labels that the input repeats in every row they cover stand in the last row once more.
  const lowest = new Set(rows.at(-1)!.cells)
  const last = runs(labels.filter(({ cell }) => lowest.has(cell)))
  const all = last.length === length ? last : found
  if (all.length !== length || !all.every(run => isWhole(form, run)) || !sameOrder(all)) return null
  const text = rows.map(row => groupText(form, row)).join('')
  const order = groupOrder({ text, ...runBeside(form, rows) }, form.groups)
  return order && named(all, order)
}

const apart = (a: StreamCell, b: StreamCell): boolean => a.to <= b.from || b.to <= a.from

/** Cells above which or below which no result label stands: one whose label cannot be read, or is left blank. */
const strangersIn = (
  form: ResultLabels,
  rows: readonly StreamRow[],
  groups: readonly Group[],
  labels: readonly Result[],
): StreamCell[] =>
  (rows.at(-1)?.cells ?? []).filter(
    cell =>
      !form.isHead(cell.bare) &&
      groups.every(group => group.cell.source !== cell.source) &&
      labels.every(label => apart(label.cell, cell)),
  )

/** Result labels of a grid, those that run over several rows of cells (结果 above 维持) put together by their column. */
const labelsOfGrid = (form: ResultLabels, own: readonly StreamCell[]): Result[] => {
  const columns = Map.groupBy(
    own.filter(cell => cell.bare !== '' && !form.groupOf(cell) && !form.isHead(cell.bare)),
    ({ from, to }) => from * 1_000 + to,
  )
  return [...columns.values()].flatMap((cells): Result[] => {
    const torn = form.torn(cells.at(-1)!.bare)
    if (torn) return [{ cell: cells.at(-1)!, key: torn.key, variant: true }]
    for (let parts = 1; parts <= cells.length; parts++) {
      const text = cells
        .slice(-parts)
        .map(cell => cell.text)
        .join('')
      const found = form.resultOf(bareLabel(text))
      if (found) return [{ cell: { ...cells.at(-1)!, text, bare: bareLabel(text) }, ...found }]
    }
    return []
  })
}

const labelsInOrder = (form: ResultLabels, own: readonly StreamCell[]): Result[] =>
  own.flatMap(cell => {
    const found = form.groupOf(cell) ? null : form.resultOf(cell.bare)
    return found ? [{ cell, ...found }] : []
  })

/**
 * Reads header rows. `context` is the group a heading before the table named, for tables that print one group each.
 * Null where no result label is there.
 */
export const readResultHeader = (
  form: ResultLabels,
  rows: readonly StreamRow[],
  context: string | null,
): ResultHeader | null => {
  const grid = rows.every(row => row.table?.columnsKnown && row.table === rows[0]!.table)
  const own = rows.flatMap(row => row.cells.filter(cell => !cell.continued))
  const labels = grid ? labelsOfGrid(form, own) : labelsInOrder(form, own)
  if (labels.length === 0) return null
  const groups = own.flatMap((cell): Group[] => {
    const group = form.groupOf(cell)
    return group ? [{ cell, key: group.key }] : []
  })
  if (grid) labels.sort((a, b) => a.cell.from - b.cell.from)
  const printed = [...new Set(groups.map(({ key }) => key))]
  // A heading names the group of a table that prints one group alone.
  const names = printed.length > 0 ? printed : context ? [context] : []
  const placed =
    grid && groups.length > 1 ? (byColumns(labels, groups) ?? byStarts(form, labels, groups)) : null
  const keys = placed ?? byOrder(form, rows, labels, names)
  const variants = labels
    .filter(({ variant }) => variant)
    .map(({ cell, key }) => ({
      cell,
      official: form.results.find(result => result.key === key)!.label,
    }))
  const strangers = grid ? strangersIn(form, rows, groups, labels) : []
  return { keys, cells: labels.map(({ cell }) => cell), strangers, grid, variants }
}
