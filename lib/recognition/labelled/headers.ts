import type { FormBlock } from '../../forms/form.ts'
import { rememberFor } from '../../util/remember.ts'
import { bareLabel, findLabel, type LabelEntry, labelEntries } from '../labels/labels.ts'
import type { Vocabulary } from '../labels/vocabulary.ts'
import { isBlank, type StreamCell, type StreamRow } from '../stream/stream-row.ts'
import { type Header, type HeaderLeaf, overlaps } from './columns.ts'

/** Neighbours with the same label are one merged cell that the input repeats. */
const joinRepeated = (cells: readonly StreamCell[]): StreamCell[] => {
  const joined: StreamCell[] = []
  for (const cell of cells) {
    const before = joined[joined.length - 1]
    if (before && before.bare !== '' && before.bare === cell.bare && before.to === cell.from)
      joined[joined.length - 1] = { ...before, to: cell.to }
    else joined.push(cell)
  }
  return joined
}

/** Header cells that have no other printed header cell below them, by their columns; blank ones only where all is blank. */
const lowest = (rows: readonly StreamRow[]): StreamCell[] => {
  const all = rows.flatMap((row, at) => row.cells.map(cell => ({ cell, at })))
  const printed = all.filter(({ cell }) => !isBlank(cell))
  const cells = all.filter(({ cell }) => !isBlank(cell) || !printed.some(other => overlaps(other.cell, cell)))
  return cells
    .filter(({ cell }) => !cell.continued)
    .filter(
      ({ cell, at }) =>
        !cells.some(other => other.at > at && !other.cell.continued && overlaps(other.cell, cell)),
    )
    .map(({ cell }) => cell)
    .sort((a, b) => a.from - b.from)
}

/** Without a grid: the cells in printed order, those of a later row in the place of the group they stand under. */
const composed = (
  rows: readonly StreamRow[],
  groups: readonly LabelEntry<string>[],
  isFrame: (cell: StreamCell) => boolean,
): StreamCell[] => {
  const cells = rows.flatMap((row, at) =>
    row.cells
      .filter(cell => !isBlank(cell) && (!isFrame(cell) || findLabel(cell.bare, groups)))
      .map(cell => ({ cell, at })),
  )
  const group = cells.find(({ cell }) => findLabel(cell.bare, groups))
  // In several rows, and the group that joins them not found: which label stands where is not known.
  const several = groups.length > 0 && new Set(cells.map(({ at }) => at)).size > 1
  if (!group) return several ? [] : cells.map(({ cell }) => cell)
  const above = cells.filter(({ at }) => at <= group.at)
  // A label merged over both rows, which the input repeats in each: 自然人 beside 法人或其他组织 and below.
  const children = cells.filter(
    ({ cell, at }) => at > group.at && above.every(other => other.cell.bare !== cell.bare),
  )
  return above.flatMap(entry => (entry === group ? children.map(({ cell }) => cell) : [entry.cell]))
}

/** The characters of the labels that stand above several columns: 申请人情况, 法人或其他组织. */
const outerCharacters = ({ columns }: FormBlock): string =>
  columns.flatMap(({ path }) => path.slice(0, -1).map(({ label }) => label)).join('')

/** A column's own label without what an extractor tore from the labels above it: 申 法人 科研机构. */
const withoutTorn = (bare: string, block: FormBlock): string => {
  const outer = outerCharacters(block)
  const own = block.columns.flatMap(({ path }) => {
    const label = bareLabel(path[path.length - 1]!.label)
    return label.length > 3 && bare.endsWith(label) ? [label] : []
  })[0]
  const torn = own === undefined ? '' : bare.slice(0, -own.length)
  return torn !== '' && [...torn].every(character => outer.includes(character)) ? own! : ''
}

const columnKey = (
  bare: string,
  vocabulary: Vocabulary,
  block: FormBlock,
): { key: string; variant: boolean } | null => {
  const half = bare.length % 2 === 0 ? bare.slice(0, bare.length / 2) : ''
  const once = half !== '' && half + half === bare ? half : bare
  const match = vocabulary.findColumn(block, once) ?? vocabulary.findColumn(block, withoutTorn(once, block))
  return match && { key: match.value.column.key, variant: match.variant || once !== bare }
}

/** A label cut short, such as 本年新, is read where it stands if the official label of that place begins with it. */
const completed = (leaves: readonly HeaderLeaf[], block: FormBlock): HeaderLeaf[] => {
  if (leaves.length !== block.columns.length) return [...leaves]
  const found = new Set(leaves.map(leaf => leaf.key))
  return leaves.map((leaf, at) => {
    const { key, path } = block.columns[at]!
    const official = bareLabel(path[path.length - 1]!.label)
    const cut =
      leaf.key === null &&
      leaf.cell.bare.length >= 3 &&
      official.startsWith(leaf.cell.bare) &&
      !found.has(key)
    return cut ? { ...leaf, key, variant: true, byPlace: true } : leaf
  })
}

/** A label that runs over several rows of cells (本年新 above 制作数量), put together by its column. */
const stackedLabel = (
  cell: StreamCell,
  rows: readonly StreamRow[],
  find: (bare: string) => { key: string; variant: boolean } | null,
): HeaderLeaf | null => {
  const column = rows
    .flatMap(row => row.cells)
    .filter(each => !each.continued && !isBlank(each) && each.from === cell.from && each.to === cell.to)
  for (let parts = 2; parts <= column.length; parts++) {
    const text = column
      .slice(-parts)
      .map(each => each.text)
      .join('')
    const found = find(bareLabel(text))
    if (found && !found.variant) return { ...found, cell: { ...cell, text, bare: bareLabel(text) } }
  }
  return null
}

/** Labels that join columns of a block: 法人或其他组织. */
const groupsOf = rememberFor((block: FormBlock): readonly LabelEntry<string>[] => {
  const labels = block.columns.flatMap(column => column.path.slice(1, -1))
  return labelEntries(labels.map(label => ({ ...label, value: label.label })))
})

/**
 * The header of a block from its header rows. `labelsEnd` is the grid column where the labels of a data row end;
 * header cells left of it are no columns of values. Null where nothing is printed there.
 */
export const readHeader = (
  rows: readonly StreamRow[],
  vocabulary: Vocabulary,
  block: FormBlock,
  labelsEnd: number,
): Header | null => {
  const grid = rows.length > 0 && rows.every(row => row.table?.columnsKnown && row.table === rows[0]!.table)
  const groups = groupsOf(block)
  const isFrame = (cell: StreamCell): boolean =>
    vocabulary.isFrame(cell.text, cell.bare) || vocabulary.findCaption(cell.text) !== null
  const cells = (grid ? joinRepeated(lowest(rows)) : composed(rows, groups, isFrame)).filter(
    cell => !isFrame(cell),
  )
  const leaves = cells.map((cell): HeaderLeaf => {
    const found = columnKey(cell.bare, vocabulary, block)
    const stacked =
      found || !grid ? null : stackedLabel(cell, rows, bare => columnKey(bare, vocabulary, block))
    if (stacked) return stacked
    return { key: found?.key ?? null, cell, variant: found?.variant ?? false }
  })
  const known = leaves.findIndex(leaf => leaf.key !== null)
  const first = known < 0 ? leaves.length : known
  const kept = leaves.filter((leaf, at) => {
    if (at >= first) return true
    return grid ? leaf.cell.to > labelsEnd : leaves.length <= block.columns.length
  })
  if (kept.every(leaf => leaf.cell.bare === '')) return null
  return { leaves: completed(kept, block), grid }
}
