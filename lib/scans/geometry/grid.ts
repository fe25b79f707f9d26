import type { Evidence, Seen } from './evidence.ts'
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
/** Of a piece and of its ends this is seen, as a part of what is seen of sure lines. Strokes of characters leave paper at the ends. */
const surePart = 0.9
const leastPart = 0.72
const leastEnds = 0.65
/** Where so little can be told, it is drawn if the line goes on to both sides. */
const leastTold = 0.4
/** No line is shorter than a character, unless all its table is. In low pixels. */
const shortest = { across: 40, down: 24 }
/** On an eaten page no line is shorter than this part of its table: there columns of characters look much like lines. */
const eatenShortest = 0.3
/** Lines without any piece go, and then pieces of others may be longer. */
const rounds = 12

/** Whether a piece of a line is drawn; null where it cannot be told. */
type Piece = boolean | null

/** A page of which no more is seen than this of sure lines was eaten by a copier: pieces are told by all of their line. */
const eaten = 0.85
const eatenPart = 0.55
const eatenEnds = 0.4
const eatenLine = 0.62
const eatenRest = 0.25

/** A piece that is not seen from end to end is drawn where it goes on from one that is. */
const wholePieces = (seen: readonly Seen[], sound: number): Piece[] => {
  const isSure = seen.map(
    ({ part, told, ends }) => told >= leastTold && part >= surePart * sound && ends >= surePart * sound,
  )
  return seen.map(({ part, told, ends }, at) => {
    if (told < leastTold) return null
    const goesOn = isSure[at - 1] || isSure[at + 1]
    return isSure[at]! || (goesOn === true && part >= leastPart * sound && ends >= leastEnds * sound)
  })
}

/** The ends of all pieces together tell a line from a column of digits; one between two that are drawn is drawn too. */
const eatenPieces = (seen: readonly Seen[], sound: number): Piece[] => {
  const likely = seen.map(({ part, ends }) => part >= eatenPart * sound && ends >= eatenEnds * sound)
  const ends = seen.filter((_, at) => likely[at])
  const pooled = ends.reduce((sum, piece) => sum + piece.ends, 0) / Math.max(1, ends.length)
  if (pooled < eatenLine * sound) return seen.map(() => false)
  return seen.map(
    ({ part }, at) =>
      likely[at]! || (likely[at - 1] === true && likely[at + 1] === true && part >= eatenRest * sound),
  )
}

const pieces = (seen: readonly Seen[], sound: number): Piece[] =>
  sound < eaten ? eatenPieces(seen, sound) : wholePieces(seen, sound)

/** What is drawn of a line, if that is enough to be one. */
const proven = (drawn: readonly boolean[], ends: readonly number[], least: number): readonly boolean[] => {
  const length = drawn.reduce((sum, is, at) => sum + (is ? ends[at + 1]! - ends[at]! : 0), 0)
  return length < Math.min(least, (ends.at(-1)! - ends[0]!) / 2) ? drawn.map(() => false) : drawn
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

const piecesOf = (evidence: Evidence, xs: readonly number[], ys: readonly number[]) => {
  const line = (look: Evidence['across'], at: number, ends: readonly number[], least: number) => {
    const seen = ends.slice(1).map((end, index) => look(at, ends[index]!, end))
    const whole = ends.at(-1)! - ends[0]!
    const enough = evidence.sound < eaten ? Math.max(least, whole * eatenShortest) : least
    return proven(settled(pieces(seen, evidence.sound)), ends, enough)
  }
  const across = ys.map(y => line(evidence.across, y, xs, shortest.across))
  const columns = xs.map(x => line(evidence.down, x, ys, shortest.down))
  const down = ys.slice(1).map((_, row) => columns.map(column => column[row]!))
  return { across, down }
}

/** Lines that surely are none of characters: so long, or from one long line to another. In low pixels. */
const long = { across: 150, down: 90 }
const held = 5

const lengthOf = ({ from, to }: Run): number => to - from

const isHeld = (run: Run, others: readonly Run[]): boolean => {
  const meets = (end: number): boolean =>
    others.some(
      ({ at, from, to }) => Math.abs(at - end) <= held && run.at >= from - held && run.at <= to + held,
    )
  return meets(run.from) && meets(run.to)
}

/** Lines without any piece go, and then pieces of others are longer. */
const settledLines = (
  evidence: Evidence,
  xs: readonly number[],
  ys: readonly number[],
  open: Set<number>,
) => {
  let keptXs = xs
  let keptYs = ys
  for (let round = 0; round < rounds; round++) {
    if (keptXs.length < 2 || keptYs.length < 2) return null
    const { across, down } = piecesOf(evidence, keptXs, keptYs)
    const nextYs = keptYs.filter((y, at) => open.has(y) || across[at]!.includes(true))
    const nextXs = keptXs.filter((_, at) => down.some(row => row[at]))
    // Lines across first: what is between them tells of those down.
    if (nextYs.length < keptYs.length) keptYs = nextYs
    else if (nextXs.length < keptXs.length) keptXs = nextXs
    else return { xs: keptXs, ys: keptYs, across, down }
  }
  return null
}

/** Places of shorter lines that go from one line of the grid to another. */
const shorter = (
  runs: readonly Run[],
  places: readonly number[],
  others: readonly number[],
  isSeen: (at: number, from: number, to: number) => boolean,
): number[] => {
  const near = (end: number): number | undefined => others.find(other => Math.abs(other - end) <= held)
  const found = runs.filter(run => {
    const [from, to] = [near(run.from), near(run.to)]
    return (
      from !== undefined &&
      to !== undefined &&
      from < to &&
      !places.some(place => Math.abs(place - run.at) <= sameLine) &&
      isSeen(run.at, from, to)
    )
  })
  return placesOf(found, sameLine)
}

/** The grid of a group of lines; null where it is none. */
export const gridOf = (group: Group, evidence: Evidence): Grid | null => {
  const longAcross = group.across.filter(run => lengthOf(run) >= long.across)
  // On an eaten page pieces are taken more lightly, and only where a long line goes.
  const longDown = group.down.filter(
    run => lengthOf(run) >= long.down || (evidence.sound === 1 && isHeld(run, longAcross)),
  )
  const lines = placesOf(longAcross, sameLine)
  const columns = placesOf(longDown, sameLine)
  if (columns.length < 2 || lines.length < 1) return null
  const [above, below] = [tipsOf(longDown, lines[0]!, -1), tipsOf(longDown, lines.at(-1)!, 1)]
  const open = new Set([...above, ...below])
  const first = settledLines(evidence, columns, [...above, ...lines, ...below], open)
  if (first === null) return null
  const isSure = (look: Evidence['across'], at: number, from: number, to: number): boolean => {
    const { part, told, ends } = look(at, from, to)
    return told >= leastTold && part >= surePart && ends >= surePart && to - from >= 12
  }
  const xs = [
    ...first.xs,
    ...shorter(group.down, first.xs, first.ys, (at, from, to) => isSure(evidence.down, at, from, to)),
  ].sort((a, b) => a - b)
  const ys = [
    ...first.ys,
    ...shorter(group.across, first.ys, xs, (at, from, to) => isSure(evidence.across, at, from, to)),
  ].sort((a, b) => a - b)
  const last = settledLines(evidence, xs, ys, open)
  if (last === null) return null
  // Ends of uprights are the ends of cells that go on over the page.
  return {
    ...last,
    across: last.across.map((line, at) => (open.has(last.ys[at]!) ? line.map(() => true) : line)),
  }
}
