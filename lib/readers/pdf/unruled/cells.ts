import { type Box, boxOfAll, overlap, widthOf } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import { isNumbered } from '../tables/continued.ts'
import type { PartCell } from '../tables/part.ts'
import { type Fragment, isValue } from './fragments.ts'

/** Text that belongs together without a ruling saying so: one fragment, or lines that go on in each other. */
export interface LooseCell {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
  readonly text: string
  /** Base lines of its first and last line. */
  readonly top: number
  readonly bottom: number
  readonly size: number
  readonly first: number
  readonly last: number
  readonly isValue: boolean
  readonly lines: readonly Fragment[]
}

const cellOf = (lines: readonly Fragment[]): LooseCell => {
  const text = lines.map(line => line.text).join('')
  return {
    glyphs: lines.flatMap(({ glyphs }) => glyphs),
    box: boxOfAll(lines.map(({ box }) => box)),
    text,
    top: lines[0]!.base,
    bottom: lines.at(-1)!.base,
    size: lines[0]!.size,
    first: lines[0]!.first,
    last: lines.at(-1)!.last,
    isValue: isValue(text),
    lines,
  }
}

/** A ruled cell among loose ones. */
export const ruledCell = ({ lines, text }: PartCell): LooseCell => {
  const glyphs = lines.flatMap(line => line.placed.map(item => item.glyph))
  return {
    glyphs,
    box: boxOfAll(lines.map(line => line.box)),
    text,
    top: lines[0]!.base,
    bottom: lines.at(-1)!.base,
    size: lines[0]!.size,
    first: -1,
    last: -1,
    isValue: isValue(text),
    lines: [],
  }
}

/** Lines of one cell are so far apart, in ems. */
const nearest = 0.8
const farthest = 2.3
/** They begin, end or have their middle at the same place, in ems. */
const aligned = 0.6

const isAligned = (a: Box, b: Box, size: number): boolean => {
  const near = aligned * size
  return (
    Math.abs(a.left - b.left) <= near ||
    Math.abs(a.right - b.right) <= near ||
    Math.abs(a.left + a.right - b.left - b.right) / 2 <= near
  )
}

/** Whether two cells are lines of one column. */
export const areAligned = (a: LooseCell, b: LooseCell): boolean =>
  overlap(a.box.left, a.box.right, b.box.left, b.box.right) > 0 && isAligned(a.box, b.box, a.size)

/** Whether a fragment stands below another as its next line would. */
const isBelow = (above: Fragment, below: Fragment): boolean => {
  const pitch = (below.base - above.base) / above.size
  return (
    pitch >= nearest &&
    pitch <= farthest &&
    Math.abs(below.size - above.size) <= 0.1 * above.size &&
    overlap(above.box.left, above.box.right, below.box.left, below.box.right) > 0 &&
    isAligned(above.box, below.box, above.size)
  )
}

/** Lines of one cell stand nearer than rows do, by this much at least; all at nearly the same distance. */
const nearerThanRows = 0.93
const samePitch = 1.08

const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)

/** How far apart lines of one cell are at most; 0 where rows are as near. */
const linePitch = (painted: readonly Fragment[]): number => {
  const steps = painted.slice(1).flatMap((fragment, at) => {
    const before = painted[at]!
    return isBelow(before, fragment) && !isNumbered(fragment) ? [fragment.base - before.base] : []
  })
  const bases = painted.filter(({ text }) => isValue(text)).map(({ base }) => base)
  const rows = bases
    .sort((a, b) => a - b)
    .flatMap((base, at) => (at > 0 && base - bases[at - 1]! > 1 ? [base - bases[at - 1]!] : []))
  const pitch = leastOf(steps)
  return pitch < nearerThanRows * leastOf(rows) ? pitch * samePitch : 0
}

/** Whether a line reaches over what stands beside its next line: it heads several columns, and ends there. */
const isOver = (line: Fragment, next: Fragment, fragments: readonly Fragment[]): boolean =>
  fragments.some(
    other =>
      other !== line &&
      other !== next &&
      other.base > line.base + nearest * line.size * 0.5 &&
      Math.abs(other.base - next.base) <= nearest * next.size &&
      overlap(line.box.left, line.box.right, other.box.left, other.box.right) > 0,
  )

/** A line that goes on leaves less room than this beyond the next character, in ems. */
const slack = 1.6

/**
 * Cells of fragments: a line goes on in the one that was painted next, where that stands below it, and where it was as
 * full as any other line of its column. Figures never go on in each other.
 */
export const cellsOf = (fragments: readonly Fragment[]): LooseCell[] => {
  const painted = fragments.toSorted((a, b) => a.first - b.first)
  const close = linePitch(painted)
  const figures = fragments.filter(({ text }) => isValue(text)).map(({ base }) => base)
  const isBesideFigures = ({ base, size }: Fragment): boolean =>
    figures.some(figure => Math.abs(figure - base) <= 0.3 * size)
  const groups: Fragment[][] = []
  const room = (fragment: Fragment): number =>
    fragments
      .filter(
        other =>
          !isValue(other.text) &&
          Math.abs(other.size - fragment.size) <= 0.1 * fragment.size &&
          isAligned(other.box, fragment.box, fragment.size) &&
          other.base > fragment.base - 0.3 * fragment.size &&
          other.base - fragment.base <= farthest * fragment.size,
      )
      .reduce((most, { box }) => Math.max(most, widthOf(box)), 0)
  const isFull = (line: Fragment): boolean => widthOf(line.box) + slack * line.size >= room(line)
  for (const fragment of painted) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const follows =
      before !== undefined &&
      !(isValue(before.text) && isValue(fragment.text)) &&
      !isNumbered(fragment) &&
      isBelow(before, fragment) &&
      !isOver(before, fragment, fragments)
    // What has no number below what has one is its rest; of rows as near as lines, either may have been left blank.
    const goesOn =
      follows &&
      (isNumbered(group![0]!) ||
        fragment.base - before.base <= close ||
        (isFull(before) && !isBesideFigures(before) && !isBesideFigures(fragment)))
    if (goesOn) group!.push(fragment)
    else groups.push([fragment])
  }
  return groups.map(cellOf)
}
