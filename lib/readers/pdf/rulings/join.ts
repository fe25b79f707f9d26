import type { Ruling } from '../ink/model.ts'

/** Rulings nearer than this are one: double lines, lines drawn cell by cell, borders beside each other. */
export const tolerance = 3

/** Shorter than any side of a cell: dots, corners, strokes of drawn letters. */
const shortest = 5

interface Stretch {
  from: number
  to: number
}

/** Pieces of one line, joined where they meet or nearly so. */
const joinStretches = (pieces: readonly Ruling[]): Stretch[] => {
  const joined: Stretch[] = []
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to + tolerance) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** Where the line runs: the mean of its pieces, long ones counting more. */
const middleOf = (pieces: readonly Ruling[]): number => {
  const weight = (piece: Ruling): number => piece.to - piece.from + 0.1
  const total = pieces.reduce((sum, piece) => sum + weight(piece), 0)
  return pieces.reduce((sum, piece) => sum + piece.at * weight(piece), 0) / total
}

/** Rulings in one direction as whole lines: pieces at nearly the same place put together, gaps closed. */
const joinDirection = (rulings: readonly Ruling[], across: boolean): Ruling[] => {
  const sorted = rulings.filter(ruling => ruling.across === across).sort((a, b) => a.at - b.at)
  const lines: Ruling[][] = []
  for (const ruling of sorted) {
    const line = lines.at(-1)
    if (line && ruling.at - line[0]!.at <= tolerance) line.push(ruling)
    else lines.push([ruling])
  }
  return lines.flatMap(pieces => {
    const at = middleOf(pieces)
    return joinStretches(pieces)
      .filter(({ from, to }) => to - from >= shortest)
      .map(({ from, to }) => ({ across, at, from, to }))
  })
}

/** All rulings of a page as whole lines. */
export const joinRulings = (rulings: readonly Ruling[]): Ruling[] => [
  ...joinDirection(rulings, true),
  ...joinDirection(rulings, false),
]
