import { type Box, boxOfAll } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import { type Placed, place } from './local.ts'
import { isRaisedBeside, type Spelled, spell } from './spell.ts'
import { type Tracking, untracked } from './tracking.ts'

/** Characters on one base line, in order. */
export interface Line extends Spelled {
  readonly placed: readonly Placed[]
  readonly box: Box
  /** The size most of it is set in. */
  readonly size: number
  readonly from: number
  readonly to: number
  readonly base: number
}

/** Base lines farther apart than this, in ems, are different lines; marks are raised by less. */
const sameLine = 0.45

/** What a mark stands beside is larger than the mark. */
const largerThanMarks = 1.1

const isBlank = ({ glyph }: Placed): boolean => glyph.text.trim() === ''

const usualSize = (placed: readonly Placed[]): number => {
  const counts = new Map<number, number>()
  for (const { glyph } of placed) {
    const size = Math.round(glyph.size * 10) / 10
    counts.set(size, (counts.get(size) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** The size a line is set in: the usual one, unless characters of that size are marks raised beside others. */
const mainSize = (placed: readonly Placed[]): number => {
  const usual = usualSize(placed)
  const own = placed.find(({ glyph }) => Math.abs(glyph.size - usual) < 0.2)
  if (!own) return usual
  const marked = placed.filter(
    ({ glyph, base }) =>
      glyph.size > usual * largerThanMarks &&
      isRaisedBeside({ size: usual, base: own.base }, { size: glyph.size, base }),
  )
  return marked.reduce((most, { glyph }) => Math.max(most, glyph.size), usual)
}

const lineOf = (group: readonly Placed[], inCell: boolean, tracking: Tracking): Line[] => {
  const placed = group.toSorted((a, b) => a.from - b.from)
  const seen = placed.filter(item => !isBlank(item))
  if (seen.length === 0) return []
  const size = mainSize(seen)
  const base = seen.find(({ glyph }) => Math.abs(glyph.size - size) < 0.2)?.base ?? seen[0]!.base
  return [
    {
      ...spell(placed, size, base, inCell, tracking),
      placed,
      box: boxOfAll(seen.map(({ glyph }) => glyph.box)),
      size,
      from: Math.min(...seen.map(item => item.from)),
      to: Math.max(...seen.map(item => item.to)),
      base,
    },
  ]
}

/** Characters of one flow as lines, first line first. Lines of blanks are none. */
export const linesOf = (
  glyphs: readonly Glyph[],
  inCell: boolean,
  tracking: Tracking = untracked,
): Line[] => {
  const groups: Placed[][] = []
  let anchor = Number.NEGATIVE_INFINITY
  for (const placed of glyphs.map(place).sort((a, b) => a.base - b.base)) {
    const group = groups.at(-1)
    if (group && placed.base - anchor <= sameLine * Math.max(placed.glyph.size, group[0]!.glyph.size)) {
      group.push(placed)
      continue
    }
    groups.push([placed])
    anchor = placed.base
  }
  return groups.flatMap(group => lineOf(group, inCell, tracking))
}
