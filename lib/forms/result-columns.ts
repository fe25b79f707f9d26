import { remember } from '../remember.ts'
import { findLabel, fullLabel, labelEntries } from './labels.ts'
import { reconsiderationAndLitigationForm } from './reconsideration-and-litigation.ts'
import { hanAlone } from './scripts.ts'
import type { StreamCell, StreamRow } from './stream.ts'

/** Headers of table 4: which of its fifteen columns a run of result labels (结果维持 … 总计) stands for. */

const columns = reconsiderationAndLitigationForm.blocks[0]!.columns
const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('.'))
const resultOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)
const results = labelEntries(
  columns.slice(0, 5).map(({ key, path }) => ({ ...path[path.length - 1]!, value: resultOf(key) })),
)

/** The three groups of columns, in printed order. */
export const resultGroups = [...new Set(columns.map(({ key }) => prefixOf(key)))]

const direct = '直接起诉'
const after = '复议后'

/** The key of a result label, or null. */
export const resultLabel = (cell: StreamCell): { key: string; variant: boolean } | null =>
  resultOfBare(cell.bare)

const resultOfBare = remember((bare: string) => {
  const match = findLabel(bare, results)
  return match && { key: match.value, variant: match.variant }
})

/** The group a cell or heading names: 行政复议, 未经复议直接起诉 or 复议后起诉; null for 行政诉讼 alone and anything else. */
export const groupLabel = (cell: StreamCell): string | null => {
  const printed = hanAlone(cell.text)
  if (printed.length > 40) return null
  const full = fullLabel(printed)
  if (full.includes(direct)) return resultGroups[1]!
  if (full.includes(after)) return resultGroups[2]!
  return cell.bare === '行政复议' ? resultGroups[0]! : null
}

export interface ResultHeader {
  /** Column keys of the form in printed order; null where the printed labels contradict the form. */
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

const byColumns = (
  labels: readonly Result[],
  groups: readonly { cell: StreamCell; key: string }[],
): string[] | null => {
  const keys: string[] = []
  for (const { cell, key } of labels) {
    const above = groups.filter(group => group.cell.from <= cell.from && cell.to <= group.cell.to)
    if (above.length !== 1) return null
    keys.push(`${above[0]!.key}.${key}`)
  }
  return new Set(keys).size === keys.length ? keys : null
}

const byOrder = (labels: readonly Result[], groups: readonly string[]): string[] | null => {
  const found = runs(labels)
  const names =
    groups.length === found.length ? groups : found.length === 3 && groups.length === 0 ? resultGroups : null
  if (!names || new Set(names).size !== names.length) return null
  return found.flatMap((run, at) => run.map(({ key }) => `${names[at]}.${key}`))
}

const apart = (a: StreamCell, b: StreamCell): boolean => a.to <= b.from || b.to <= a.from

/** Cells above which or below which no result label stands: one whose label cannot be read, or is left blank. */
const strangersIn = (
  rows: readonly StreamRow[],
  groups: readonly { readonly cell: StreamCell }[],
  labels: readonly Result[],
): StreamCell[] =>
  (rows.at(-1)?.cells ?? []).filter(
    cell =>
      cell.bare !== '行政诉讼' &&
      groups.every(group => group.cell.source !== cell.source) &&
      labels.every(label => apart(label.cell, cell)),
  )

/**
 * Reads header rows. `context` is the group a heading before the table named, for tables that print one group each.
 * Null where no result label is there.
 */
export const readResultHeader = (rows: readonly StreamRow[], context: string | null): ResultHeader | null => {
  const grid = rows.every(row => row.table?.columnsKnown && row.table === rows[0]!.table)
  const own = rows.flatMap(row => row.cells.filter(cell => !cell.continued))
  const variants: { cell: StreamCell; official: string }[] = []
  const labels: Result[] = []
  const groups: { cell: StreamCell; key: string }[] = []
  for (const cell of own) {
    const group = groupLabel(cell)
    const result = group ? null : resultLabel(cell)
    if (group) groups.push({ cell, key: group })
    const again = labels.some(
      ({ cell: other, key }) => key === result?.key && grid && other.from === cell.from,
    )
    // A merged label that the input repeats in every row it covers.
    if (!result || again) continue
    labels.push({ cell, key: result.key })
    if (result.variant)
      variants.push({ cell, official: columns.find(c => resultOf(c.key) === result.key)!.path.at(-1)!.label })
  }
  if (labels.length === 0) return null
  if (grid) {
    labels.sort((a, b) => a.cell.from - b.cell.from)
    groups.sort((a, b) => a.cell.from - b.cell.from)
  }
  const printed = [...new Set(groups.map(({ key }) => key))]
  // A heading names the group of a table that prints one group alone.
  const names = printed.length > 0 ? printed : context ? [context] : []
  const keys = (grid && groups.length > 1 && byColumns(labels, groups)) || byOrder(labels, names)
  const strangers = grid ? strangersIn(rows, groups, labels) : []
  return { keys, cells: labels.map(({ cell }) => cell), strangers, grid, variants }
}
