import type { Ruling } from '../ink/model.ts'

/** Rulings nearer than this are one: double lines, lines drawn cell by cell, borders beside each other. */
export const tolerance = 3

/** Shorter than any side of a cell: dots, corners, strokes of drawn letters. */
const shortest = 5

/** Pieces of one line, put together where they meet or nearly so. */
const stretches = (pieces: readonly Ruling[]): Ruling[][] => {
  const all: Ruling[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    if (piece.from <= end + tolerance) all.at(-1)!.push(piece)
    else all.push([piece])
    end = Math.max(end, piece.to)
  }
  return all
}

/** One line of its pieces: it runs at their mean, long ones counting more. */
const lineOf = (pieces: readonly Ruling[]): Ruling => {
  const weight = (piece: Ruling): number => piece.to - piece.from + 0.1
  const total = pieces.reduce((sum, piece) => sum + weight(piece), 0)
  return {
    across: pieces[0]!.across,
    at: pieces.reduce((sum, piece) => sum + piece.at * weight(piece), 0) / total,
    from: pieces[0]!.from,
    to: pieces.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY),
  }
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
  return lines
    .flatMap(stretches)
    .map(lineOf)
    .filter(({ from, to }) => to - from >= shortest)
}

/** All rulings of a page as whole lines. */
export const joinRulings = (rulings: readonly Ruling[]): Ruling[] => [
  ...joinDirection(rulings, true),
  ...joinDirection(rulings, false),
]
