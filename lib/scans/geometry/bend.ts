import type { Track } from './tracks.ts'

/** By how many pixels lines are off their place, across them: at a place along the line and across it. */
export type Bend = (along: number, across: number) => number

/** What changes along a line: slope, curl, and how both change over the page. */
const termsAt = (s: number, t: number): readonly number[] => [
  s,
  s * s,
  s * t,
  s * s * s,
  s * s * t,
  s * t * t,
]
const terms = 6

/** Lines that lie farther off the fit than this, in pixels, are something else. */
const mostOff = 1.6
const rounds = 4
/** Keeps a fit by few lines from going astray. */
const damping = 0.02

/** Solves a small symmetric system (Gauss with pivots). */
const solved = (matrix: number[][], right: number[]): number[] => {
  const size = right.length
  for (let at = 0; at < size; at++) {
    let pivot = at
    for (let row = at; row < size; row++)
      if (Math.abs(matrix[row]![at]!) > Math.abs(matrix[pivot]![at]!)) pivot = row
    ;[matrix[at], matrix[pivot]] = [matrix[pivot]!, matrix[at]!]
    ;[right[at], right[pivot]] = [right[pivot]!, right[at]!]
    const head = matrix[at]![at]!
    if (Math.abs(head) < 1e-12) continue
    for (let row = at + 1; row < size; row++) {
      const part = matrix[row]![at]! / head
      for (let column = at; column < size; column++) matrix[row]![column]! -= part * matrix[at]![column]!
      right[row]! -= part * right[at]!
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at--) {
    let value = right[at]!
    for (let column = at + 1; column < size; column++) value -= matrix[at]![column]! * result[column]!
    const head = matrix[at]![at]!
    result[at] = Math.abs(head) < 1e-12 ? 0 : value / head
  }
  return result
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Strong lines tell more than rows of characters, if there are any. */
const strongest = (tracks: readonly Track[]): readonly Track[] => {
  const depths = tracks.map(({ depth }) => depth).sort((a, b) => b - a)
  const most = depths[Math.min(2, depths.length - 1)] ?? 0
  const strong = tracks.filter(({ depth }) => depth >= most * 0.6)
  return strong.length >= 2 ? strong : tracks
}

/** How the lines of a page that should be straight are bent; null where too few are seen. The picture is so wide along them. */
export const bendOf = (tracks: readonly Track[], length: number, breadth: number): Bend | null => {
  let used = strongest(tracks)
  const scale = length / 2
  const at = (along: number, across: number) =>
    termsAt((along - length / 2) / scale, (across - breadth / 2) / scale)
  let weights: number[] | null = null
  const off = (along: number, across: number): number =>
    weights === null ? 0 : at(along, across).reduce((sum, term, index) => sum + term * weights![index]!, 0)
  for (let round = 0; round < rounds; round++) {
    if (used.length < 2) return null
    const matrix = Array.from({ length: terms }, () => new Array<number>(terms).fill(0))
    const right = new Array<number>(terms).fill(0)
    for (const track of used) {
      const rows = track.along.map((along, index) => at(along, track.at[index]!))
      const means = Array.from({ length: terms }, (_, term) => meanOf(rows.map(row => row[term]!)))
      const middle = meanOf(track.at)
      rows.forEach((row, index) => {
        for (let i = 0; i < terms; i++) {
          const own = row[i]! - means[i]!
          right[i]! += own * (track.at[index]! - middle)
          for (let j = 0; j < terms; j++) matrix[i]![j]! += own * (row[j]! - means[j]!)
        }
      })
    }
    for (let i = 0; i < terms; i++) matrix[i]![i]! += damping * used.length
    weights = solved(matrix, right)
    const limit = round === rounds - 1 ? mostOff : mostOff * (rounds - round)
    used = used.filter(track => {
      const rest = track.along.map((along, index) => track.at[index]! - off(along, track.at[index]!))
      const middle = meanOf(rest)
      return Math.sqrt(meanOf(rest.map(value => (value - middle) ** 2))) < limit
    })
  }
  return used.length < 2 ? null : off
}
