/** Something to time. Several are measured in turn, so that a machine that slows down slows all of them. */
export interface Timed {
  readonly name: string
  readonly run: () => unknown
}

/** Milliseconds of every round by name; the rounds of all names belong together. */
export type Times = ReadonlyMap<string, readonly number[]>

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** A run that ends sooner is done again until so many milliseconds are full, at most so many times; the mean counts. */
const fullMs = 25
const mostRuns = 8

/** The first run is not counted: it pays for what the candidate before it left in the caches and to the collector. */
const meanOf = async (run: () => unknown): Promise<number> => {
  await run()
  const start = performance.now()
  for (let runs = 1; ; runs++) {
    await run()
    const passed = performance.now() - start
    if (passed >= fullMs || runs === mostRuns) return passed / runs
  }
}

/**
 * Warms every candidate up, then measures them `rounds` times in turn. The order turns round after each round, so
 * that no candidate always follows the same one.
 */
export const measure = async (candidates: readonly Timed[], rounds: number): Promise<Times> => {
  const warmUp = Math.max(2, Math.ceil(rounds / 2))
  const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]))
  for (let round = -warmUp; round < rounds; round++) {
    const order = round % 2 === 0 ? candidates : candidates.toReversed()
    for (const { name, run } of order) {
      const time = await meanOf(run)
      if (round >= 0) times.get(name)!.push(time)
    }
  }
  return times
}

/** The median of the rounds' own ratios: what slows one round slows both of its sides. */
export const ratio = (times: Times, above: string, below: string): number =>
  median(times.get(above)!.map((time, round) => time / times.get(below)![round]!))

export const fixed = (value: number, digits = 1): string => value.toFixed(digits)
