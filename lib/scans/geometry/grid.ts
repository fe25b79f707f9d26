import { type Cover, covered } from './cover.ts'
import { type Group, placesOf, touching } from './groups.ts'
import type { Run } from './runs.ts'

/** The lines of a table, and which pieces of them are drawn. In pixels. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Whether the piece of line `y` under column `x` is drawn: `across[y][x]`. */
  readonly across: readonly (readonly boolean[])[]
  /** Whether the piece of line `x` beside row `y` is drawn: `down[y][x]`. */
  readonly down: readonly (readonly boolean[])[]
}

/** No row is lower, no column narrower. */
const sameLine = 5
/** Kept from the lines that cross, in pixels. */
const clear = 3
/** A piece of line is seen for this part, and its ends and middle for that. */
const leastPart = 0.68
const leastWorst = 0.5
/** Where so little can be told, it is drawn if the line goes on to both sides. */
const leastTold = 0.4

type Piece = boolean | null

const piece = (cover: Cover, at: number, from: number, to: number): Piece => {
  const inset = Math.min(clear, (to - from) / 4)
  const { part, told, worst } = covered(cover, at, from + inset, to - inset)
  if (told < leastTold) return null
  return part >= leastPart && worst >= leastWorst
}

/** What cannot be told goes as its neighbours on the same line do. */
const settled = (pieces: readonly Piece[]): boolean[] =>
  pieces.map((is, at) => {
    if (is !== null) return is
    const before = pieces.slice(0, at).findLast(other => other !== null) ?? null
    const after = pieces.slice(at + 1).find(other => other !== null) ?? null
    return (before ?? after ?? false) && (after ?? before ?? false)
  })

/** Where most lines end beyond the outermost crossing one: a table that goes on over the page. */
const tipsOf = (runs: readonly Run[], outermost: number, sign: 1 | -1): number[] => {
  const past = runs
    .map(({ from, to }) => (sign > 0 ? to : from))
    .filter(end => (end - outermost) * sign > 2 * touching)
    .sort((a, b) => a - b)
  const tip = past[past.length >> 1]
  return tip !== undefined && past.filter(end => Math.abs(end - tip) < touching).length >= 2 ? [tip] : []
}

const piecesOf = (acrossCover: Cover, downCover: Cover, xs: readonly number[], ys: readonly number[]) => {
  const across = ys.map(y => settled(xs.slice(1).map((x, at) => piece(acrossCover, y, xs[at]!, x))))
  const columns = xs.map(x => settled(ys.slice(1).map((y, at) => piece(downCover, x, ys[at]!, y))))
  const down = ys.slice(1).map((_, row) => columns.map(column => column[row]!))
  return { across, down }
}

/** The grid of a group of lines; null where it is none. `downCover` is that of the page turned over its diagonal. */
export const gridOf = (group: Group, acrossCover: Cover, downCover: Cover): Grid | null => {
  let xs = placesOf(group.down, sameLine)
  let ys = placesOf(group.across, sameLine)
  if (xs.length < 2 || ys.length < 1) return null
  const [above, below] = [tipsOf(group.down, ys[0]!, -1), tipsOf(group.down, ys.at(-1)!, 1)]
  const open = new Set([...above, ...below])
  ys = [...above, ...ys, ...below]
  for (let round = 0; round < 3; round++) {
    if (xs.length < 2 || ys.length < 2) return null
    const { across, down } = piecesOf(acrossCover, downCover, xs, ys)
    const keptYs = ys.filter((y, at) => open.has(y) || across[at]!.includes(true))
    const keptXs = xs.filter((_, at) => down.some(row => row[at]))
    if (keptXs.length === xs.length && keptYs.length === ys.length)
      // Ends of uprights are the ends of cells that go on over the page.
      return {
        xs,
        ys,
        across: across.map((line, at) => (open.has(ys[at]!) ? line.map(() => true) : line)),
        down,
      }
    ;[xs, ys] = [keptXs, keptYs]
  }
  return null
}
