import { type Box, heightOf, middleX, middleY, overlap, widthOf } from '../geometry.ts'
import { bandsOf, byBand } from '../ink/bands.ts'
import { middle } from '../ink/cover.ts'
import type { Glyph, Ruling } from '../ink/model.ts'

/** Pieces of one line are as near as this: dashes, dots. */
const gap = 4
const sameLine = 0.6
/** A stroke that ends nearer to a ruling than this is a piece of it, or of one that meets it. */
const touching = 1.2
/** Rulings are longer than strokes of digits, in points. */
const leastRuling = 12
const [shortestDown, longestDown] = [3, 25]
const longestAcross = 12
const longestDot = 3

/** Lines in one direction, pieces of each together. */
const stretches = (rulings: readonly Ruling[]): Ruling[] => {
  const sorted = rulings.toSorted((a, b) => a.at - b.at)
  const lines: Ruling[][] = []
  for (const ruling of sorted) {
    const line = lines.at(-1)
    if (line && ruling.at - line.at(-1)!.at <= sameLine) line.push(ruling)
    else lines.push([ruling])
  }
  return lines.flatMap(line => {
    const whole: Ruling[] = []
    for (const piece of line.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last && piece.from - last.to <= gap)
        whole[whole.length - 1] = { ...last, to: Math.max(last.to, piece.to) }
      else whole.push(piece)
    }
    return whole
  })
}

/** Short strokes that meet no ruling at either end. */
const loose = (
  lines: readonly Ruling[],
  crossing: readonly Ruling[],
  [shortest, longest]: readonly [number, number],
): Ruling[] => {
  const rulings = crossing.filter(({ from, to }) => to - from >= leastRuling).sort((a, b) => a.at - b.at)
  const meets = (end: number, at: number): boolean => {
    let [low, high] = [0, rulings.length]
    while (low < high) {
      const half = (low + high) >> 1
      if (rulings[half]!.at < end - touching) low = half + 1
      else high = half
    }
    for (let next = low; next < rulings.length && rulings[next]!.at <= end + touching; next++)
      if (rulings[next]!.from - 1 <= at && at <= rulings[next]!.to + 1) return true
    return false
  }
  return lines.filter(({ at, from, to }) => {
    const length = to - from
    return length >= shortest && length <= longest && !meets(from, at) && !meets(to, at)
  })
}

/** The base line of a character, in parts of its box. */
const baseLine = 0.8
/** A character's own strokes lie in its middle by more than this part of them. */
const own = 0.5
/** What is farther from a figure is none of it, in ems. */
const nearby = 1

/** Whether a stroke stands among the digits of a figure, or before or after it, and in none of them. */
export const isAmong = (stroke: Box, figures: readonly Glyph[]): boolean =>
  figures.some(({ box, size }) => {
    const y = middleY(stroke)
    const level = y > box.top + 0.1 * heightOf(box) && y < box.top + baseLine * heightOf(box)
    const away = Math.max(box.left - stroke.right, stroke.left - box.right)
    return level && away < nearby * size
  }) &&
  figures.every(({ box }) => {
    const core = middle(box)
    const shared = overlap(core.left, core.right, stroke.left, stroke.right)
    return (
      shared <= own * widthOf(stroke) ||
      overlap(box.top, box.bottom, stroke.top - 0.1, stroke.bottom + 0.1) <= 0
    )
  })

/** Strokes along an axis that are no rulings: a 1, a minus, a point may be drawn so. */
export interface Floating {
  readonly down: ReadonlyMap<number, readonly Box[]>
  readonly across: ReadonlyMap<number, readonly Box[]>
}

const half = 0.4

/** The short strokes of a page that stand by themselves, by bands. */
export const floatingOf = (rulings: readonly Ruling[]): Floating => {
  const down = rulings.filter(({ across }) => !across)
  const across = rulings.filter(ruling => ruling.across)
  const lines = stretches(down)
  const standing = byBand(
    lines.filter(({ from, to }) => to - from > longestDot),
    ({ from, to }) => [from, to],
  )
  // Each dash of a ruling down is a short stroke across as well.
  const isDash = ({ at, from, to }: Ruling): boolean =>
    to - from <= longestDot &&
    (standing.get(bandsOf(at, at)[0]) ?? []).some(
      other => Math.abs(other.at - (from + to) / 2) <= 1 && other.from - 1 <= at && at <= other.to + 1,
    )
  const lying = stretches(across).filter(line => !isDash(line))
  const reach = ({ top, bottom }: Box) => [top, bottom] as const
  return {
    down: byBand(
      loose(lines, across, [shortestDown, longestDown]).map(({ at, from, to }) => ({
        left: at - half,
        right: at + half,
        top: from,
        bottom: to,
      })),
      reach,
    ),
    across: byBand(
      loose(lying, down, [0, longestAcross]).map(({ at, from, to }) => ({
        left: from,
        right: to,
        top: at - half,
        bottom: at + half,
      })),
      reach,
    ),
  }
}

/** Whether the middle of a stroke lies in a cell, or upon a side that it seems to be. */
export const standsIn = (stroke: Box, { left, right, top, bottom }: Box): boolean => {
  const [x, y] = [middleX(stroke), middleY(stroke)]
  return x >= left - 1 && x <= right + 1 && y >= top && y <= bottom
}
