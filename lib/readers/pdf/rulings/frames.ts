import { type Box, boxOfAll } from '../geometry.ts'
import type { Ruling } from '../ink/model.ts'
import { tolerance } from './join.ts'

/** Rulings that touch each other: the lines of one table, or of a box. */
export interface Frame {
  readonly across: readonly Ruling[]
  readonly down: readonly Ruling[]
}

/** What the lines of a frame enclose. */
export const boxOfFrame = ({ across, down }: Frame): Box =>
  boxOfAll([
    ...across.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at })),
    ...down.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to })),
  ])

const touch = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - tolerance &&
  down.at <= across.to + tolerance &&
  across.at >= down.from - tolerance &&
  across.at <= down.to + tolerance

/** Puts rulings that touch, directly or through others, together. Lines that touch no line of the other direction are left out. */
const touching = (rulings: readonly Ruling[]): Frame[] => {
  const across = rulings.filter(ruling => ruling.across)
  const down = rulings.filter(ruling => !ruling.across)
  const leader = new Map<Ruling, Ruling>()
  const find = (ruling: Ruling): Ruling => {
    let at = ruling
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) {
      const after = leader.get(next)
      if (after !== undefined) leader.set(at, after)
      at = next
    }
    return at
  }
  for (const a of across)
    for (const d of down)
      if (touch(a, d)) {
        const [first, second] = [find(a), find(d)]
        if (first !== second) leader.set(second, first)
      }
  const groups = new Map<Ruling, Ruling[]>()
  for (const ruling of rulings) {
    const first = find(ruling)
    groups.set(first, [...(groups.get(first) ?? []), ruling])
  }
  return [...groups.values()]
    .map(group => ({ across: group.filter(r => r.across), down: group.filter(r => !r.across) }))
    .filter(frame => frame.across.length > 0 && frame.down.length > 0)
}

/** Ends of lines this near are one side of a table. */
const sameEnd = 10
/** A merged cell at the side of a table is no wider. */
const widestSide = 200

const nearTo = (frame: Frame, x: number): boolean => {
  const xs = frame.down.map(ruling => ruling.at)
  return x > Math.min(...xs) - widestSide && x < Math.max(...xs) + widestSide
}

/**
 * Frames with the lines beside them that touch none of theirs: a merged cell may go on over a whole page, and where the
 * page breaks through it no line is drawn.
 */
export const framesOf = (rulings: readonly Ruling[]): Frame[] => {
  const frames = touching(rulings)
  const framed = new Set(frames.flatMap(frame => frame.down))
  const loose = rulings.filter(ruling => !ruling.across && !framed.has(ruling))
  return frames.map(frame => {
    const top = Math.min(...frame.down.map(ruling => ruling.from))
    const bottom = Math.max(...frame.down.map(ruling => ruling.to))
    const beside = loose.filter(
      ruling =>
        Math.abs(ruling.from - top) <= sameEnd &&
        Math.abs(ruling.to - bottom) <= sameEnd &&
        nearTo(frame, ruling.at),
    )
    return beside.length === 0 ? frame : { across: frame.across, down: [...frame.down, ...beside] }
  })
}
