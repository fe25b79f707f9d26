/** What a sequence of rows is matched with, and what it counts. */
export interface Matching {
  readonly rows: number
  readonly items: number
  /** What it adds that a row is an item; below 0 where it is worse than none. */
  readonly score: (row: number, item: number) => number
  /** The same for a row and the one after it that are two halves of one; null where they are not. */
  readonly joined?: (row: number, item: number) => number | null
  /** What it costs that a row is no item, or an item no row, between others that are. */
  readonly skippedRow: number
  readonly skippedItem: number
}

export interface Match {
  readonly row: number
  /** 2 where the row goes on in the next one. */
  readonly rows: 1 | 2
  readonly item: number
}

type Step = 'begin' | 'match' | 'joined' | 'row' | 'item'

/**
 * Which rows are which items, both in their order: of all ways the one that counts most. Rows and items before the first
 * match and behind the last cost nothing.
 */
export const matchInOrder = ({ rows, items, score, joined, skippedRow, skippedItem }: Matching): Match[] => {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(items + 1))
  const steps: Step[][] = Array.from({ length: rows + 1 }, () => Array(items + 1).fill('begin'))
  let [last, end] = [0, 0]
  for (let row = 1; row <= rows; row++)
    for (let item = 1; item <= items; item++) {
      const halves = row > 1 ? (joined?.(row - 2, item - 1) ?? null) : null
      const ways: [Step, number][] = [
        ['begin', 0],
        ['match', best[row - 1]![item - 1]! + score(row - 1, item - 1)],
        ['joined', halves === null ? Number.NEGATIVE_INFINITY : best[row - 2]![item - 1]! + halves],
        ['row', best[row - 1]![item]! - skippedRow],
        ['item', best[row]![item - 1]! - skippedItem],
      ]
      const [step, value] = ways.reduce((most, way) => (way[1] > most[1] ? way : most))
      best[row]![item] = value
      steps[row]![item] = step
      if (value > best[last]![end]!) [last, end] = [row, item]
    }
  const matches: Match[] = []
  for (let step = steps[last]![end]!; step !== 'begin'; step = steps[last]![end]!) {
    if (step === 'match' || step === 'joined') {
      const taken = step === 'match' ? 1 : 2
      matches.unshift({ row: last - taken, rows: taken, item: end - 1 })
      last -= taken
      end -= 1
    } else if (step === 'row') last -= 1
    else end -= 1
  }
  return matches
}
