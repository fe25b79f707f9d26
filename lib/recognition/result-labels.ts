import { reconsiderationAndLitigationForm } from '../forms/reconsideration-and-litigation.ts'
import { remember } from '../util/remember.ts'
import { hanAlone } from '../util/scripts.ts'
import { findLabel, fullLabel, labelEntries } from './labels.ts'
import type { StreamCell } from './stream-row.ts'

/** The labels of table 4: its five results, and the groups they stand under. */

export const resultColumns = reconsiderationAndLitigationForm.blocks[0]!.columns
export const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('.'))
export const resultOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)

const results = labelEntries(
  resultColumns.slice(0, 5).map(({ key, path }) => ({ ...path[path.length - 1]!, value: resultOf(key) })),
)

/** How many results a group has. */
export const resultsInGroup = 5

/** The three groups of columns, in printed order. */
export const resultGroups = [...new Set(resultColumns.map(({ key }) => prefixOf(key)))]

export const resultOfBare = remember((bare: string): { key: string; variant: boolean } | null => {
  const match = findLabel(bare, results)
  return match && { key: match.value, variant: match.variant }
})

/** The key of a result label, or null. */
export const resultLabel = (cell: StreamCell): { key: string; variant: boolean } | null =>
  resultOfBare(cell.bare)

const direct = '直接起诉'
const after = '复议后'

/** The group a cell or heading names: 行政复议, 未经复议直接起诉 or 复议后起诉; null for 行政诉讼 alone and anything else. */
export const groupLabel = (cell: Pick<StreamCell, 'text' | 'bare'>): string | null => {
  const printed = hanAlone(cell.text)
  if (printed.length > 40) return null
  const full = fullLabel(printed)
  if (full.includes(direct)) return resultGroups[1]!
  if (full.includes(after)) return resultGroups[2]!
  return cell.bare === '行政复议' ? resultGroups[0]! : null
}

const groups = new Set(['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉'])

/** Whether a text is a label of table 4's header and nothing else, letter by letter. */
export const isResultHeaderLabel = (bare: string): true | null =>
  groups.has(bare) || resultOfBare(bare)?.variant === false || bare === '合计' ? true : null

/** Whether a text is a piece of a group label, as extractors tear them over cells. */
export const isTornGroup = (bare: string): boolean => [...groups].some(label => label.includes(bare))

const longestRest = 8

/** A result label with a piece of a torn group label before it, as extractors cut cells: 复议直接 其他结果. */
export const tornLabel = remember((bare: string): { key: string; rest: string } | null => {
  if (bare.length > longestRest + 4 || resultOfBare(bare)) return null
  const found = resultColumns
    .slice(0, resultsInGroup - 1)
    .find(({ path }) => bare.endsWith(path[path.length - 1]!.label))
  return found ? { key: resultOf(found.key), rest: bare.slice(0, -4) } : null
})
