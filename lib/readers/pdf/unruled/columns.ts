import { overlap } from '../geometry.ts'
import type { LooseCell } from './cells.ts'

/** A column of a table without rulings: what its figures and its heading take up of the width. */
export interface Column {
  readonly from: number
  readonly to: number
  readonly heading: LooseCell | null
}

interface Stretch {
  readonly from: number
  readonly to: number
}

const shares = (a: Stretch, b: Stretch): boolean => overlap(a.from, a.to, b.from, b.to) > 0

const stretchOf = ({ box }: LooseCell): Stretch => ({ from: box.left, to: box.right })

/** Figures that stand above each other, all rows taken together, left to right. */
const stacked = (values: readonly LooseCell[]): Stretch[] => {
  const stacks: { from: number; to: number }[] = []
  for (const { from, to } of values.map(stretchOf).sort((a, b) => a.from - b.from)) {
    const last = stacks.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else stacks.push({ from, to })
  }
  return stacks
}

/** Heading cells below which no other stands: those of single columns. */
export const lowest = (headings: readonly LooseCell[]): LooseCell[] => {
  const kept: LooseCell[] = []
  for (const cell of headings.toSorted((a, b) => b.bottom - a.bottom))
    if (!kept.some(other => shares(stretchOf(other), stretchOf(cell)))) kept.push(cell)
  return kept.sort((a, b) => a.box.left - b.box.left)
}

/** A heading stands higher than another, in ems. */
const higher = 0.6

const isAbove = (cell: LooseCell, other: LooseCell): boolean =>
  other.bottom - cell.bottom > higher * cell.size

/**
 * Heading cells of single columns without those that stand between two columns, higher than the headings of both, with
 * no figure below: the name of a group of columns, printed in the middle over them.
 */
export const withoutGroups = (
  leaves: readonly LooseCell[],
  values: readonly LooseCell[],
): readonly LooseCell[] =>
  leaves.filter((cell, at) => {
    const [left, right] = [leaves[at - 1], leaves[at + 1]]
    if (!left || !right || !isAbove(cell, left) || !isAbove(cell, right)) return true
    return values.some(value => shares(stretchOf(value), stretchOf(cell)))
  })

/** Whether each stretch ends before the next begins. */
const areApart = (columns: readonly Stretch[]): boolean =>
  columns.every((column, at) => at === 0 || columns[at - 1]!.to <= column.from)

const joined = (heading: LooseCell, stack: Stretch | undefined): Column => {
  const own = stretchOf(heading)
  return {
    from: Math.min(own.from, stack?.from ?? own.from),
    to: Math.max(own.to, stack?.to ?? own.to),
    heading,
  }
}

/**
 * The columns of a table whose figures stand under these headings (the lowest, left to right), where they prove them:
 * every figure stands under one heading and under no other. A heading without figures is a blank column. Null where
 * nothing proves which figure belongs to which heading.
 */
export const provenColumns = (
  values: readonly LooseCell[],
  headings: readonly LooseCell[],
): Column[] | null => {
  const stacks = stacked(values)
  const under = headings.map(heading => stacks.filter(stack => shares(stack, stretchOf(heading))))
  const matched = new Set(under.flat())
  const alone = under.every(own => own.length <= 1) && under.flat().length === matched.size
  const columns = headings.map((heading, at) => joined(heading, under[at]![0]))
  if (alone && matched.size === stacks.length) return areApart(columns) ? columns : null
  // Figures at the other side of their column: each heading has its own if none is nearer to another.
  if (stacks.length !== headings.length) return null
  const paired = headings.map((heading, at) => joined(heading, stacks[at]))
  return areApart(paired) ? paired : null
}

/** The columns as they are on from page to page: each figure under one of them, and all of it between its neighbours. */
export const fitsColumns = (values: readonly LooseCell[], columns: readonly Column[]): boolean =>
  values.every(value => columns.filter(column => shares(column, stretchOf(value))).length === 1)

/** Where one column ends and the next begins: half way between what stands in both. */
export const bordersOf = (columns: readonly Column[]): number[] =>
  columns.slice(1).map((column, at) => (columns[at]!.to + column.from) / 2)
