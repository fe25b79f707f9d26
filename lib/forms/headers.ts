import type { Header, HeaderLeaf } from './columns.ts'
import type { FormBlock } from './form.ts'
import { bareLabel } from './labels.ts'
import type { StreamCell, StreamRow } from './stream.ts'
import type { Vocabulary } from './vocabulary.ts'

const isBlank = (cell: StreamCell): boolean => cell.bare === '' && cell.text.trim() === ''

/** Header cells that have no other header cell below them, by their columns. */
const lowest = (rows: readonly StreamRow[]): StreamCell[] => {
  const cells = rows.flatMap((row, at) => row.cells.map(cell => ({ cell, at })))
  return cells
    .filter(({ cell }) => !cell.continued)
    .filter(
      ({ cell, at }) =>
        !cells.some(
          other =>
            other.at > at && !other.cell.continued && other.cell.from < cell.to && cell.from < other.cell.to,
        ),
    )
    .map(({ cell }) => cell)
    .sort((a, b) => a.from - b.from)
}

/** Without a grid: the cells in printed order, those of a later row in the place of the group they stand under. */
const composed = (rows: readonly StreamRow[], groups: ReadonlySet<string>): StreamCell[] => {
  const cells = rows.flatMap((row, at) =>
    row.cells.filter(cell => !isBlank(cell)).map(cell => ({ cell, at })),
  )
  const group = cells.find(({ cell }) => groups.has(cell.bare))
  if (!group) return cells.map(({ cell }) => cell)
  const children = cells.filter(({ at }) => at > group.at)
  return cells
    .filter(({ at }) => at <= group.at)
    .flatMap(entry => (entry === group ? children.map(({ cell }) => cell) : [entry.cell]))
}

const columnKey = (bare: string, vocabulary: Vocabulary, block: FormBlock): string | null => {
  const half = bare.length % 2 === 0 ? bare.slice(0, bare.length / 2) : ''
  const once = half !== '' && half + half === bare ? half : bare
  return vocabulary.findColumn(block, once)?.value.column.key ?? null
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
    return cut ? { ...leaf, key } : leaf
  })
}

/**
 * The header of a block from its header rows. `labelsEnd` is the grid column where the labels of a data row end;
 * header cells left of it are no columns of values. Null where no label of the block is met.
 */
export const readHeader = (
  rows: readonly StreamRow[],
  vocabulary: Vocabulary,
  block: FormBlock,
  labelsEnd: number,
): Header | null => {
  const grid = rows.length > 0 && rows.every(row => row.table?.columnsKnown && row.table === rows[0]!.table)
  const groups = new Set(
    block.columns.flatMap(column => column.path.slice(1, -1).map(label => bareLabel(label.label))),
  )
  const cells = (grid ? lowest(rows) : composed(rows, groups)).filter(
    cell => !vocabulary.isFrame(cell.text, cell.bare) && !vocabulary.findCaption(cell.text),
  )
  const leaves = cells.map(cell => ({ key: columnKey(cell.bare, vocabulary, block), cell }))
  const known = leaves.filter(leaf => leaf.key !== null)
  if (known.length === 0) return null
  const first = leaves.findIndex(leaf => leaf.key !== null)
  const kept = leaves.filter((leaf, at) => {
    if (at >= first) return true
    return grid ? leaf.cell.to > labelsEnd : leaves.length <= block.columns.length
  })
  return { leaves: completed(kept, block), grid }
}
