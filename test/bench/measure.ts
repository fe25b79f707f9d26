/** Milliseconds of single runs, interleaved so that a machine that slows down slows all of them. */
export interface Timed {
  readonly name: string
  readonly run: () => unknown
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Warms every candidate up, then runs them in turn `rounds` times; medians in milliseconds by name. */
export const measure = async (candidates: readonly Timed[], rounds: number): Promise<Map<string, number>> => {
  const warmUp = Math.max(5, Math.floor(rounds / 3))
  const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]))
  for (let round = -warmUp; round < rounds; round++)
    for (const { name, run } of candidates) {
      const start = performance.now()
      await run()
      if (round >= 0) times.get(name)!.push(performance.now() - start)
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]))
}

export const fixed = (value: number, digits = 1): string => value.toFixed(digits)

/** A table for the terminal, first column left, the others right. */
export const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const wide = (text: string): number =>
    [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 2 : 1), 0)
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map(row => wide(row[at] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) =>
        at === 0 ? cell + ' '.repeat(widths[at]! - wide(cell)) : ' '.repeat(widths[at]! - wide(cell)) + cell,
      )
      .join('  ')
  console.log(line(head))
  console.log(widths.map(width => '-'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
}
