import { median } from '../../bench/measure.ts'

/** What a process held at one moment. */
export interface Sample {
  readonly seconds: number
  readonly rssMb: number
  /** Heap of the main thread. */
  readonly heapMb: number
  /** Contents of uploads alive in the main thread, or messages in hand. */
  readonly held: number
  /** Versions with a receipt by then. */
  readonly done: number
}

export const megabytes = (bytes: number): number => bytes / 1024 / 1024

interface Quarter {
  readonly rss: number
  readonly mostRss: number
  readonly heap: number
  readonly held: number
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers)

/** The samples in four stretches of equal work, not of equal time: a slow machine tells the same. */
export const quartersOf = (samples: readonly Sample[]): readonly Quarter[] => {
  const all = samples.at(-1)?.done ?? 0
  return [0, 1, 2, 3].map(quarter => {
    const part = samples.filter(({ done }) => Math.min(3, Math.floor((done * 4) / (all || 1))) === quarter)
    return {
      rss: part.length > 0 ? median(part.map(sample => sample.rssMb)) : 0,
      mostRss: most(part.map(sample => sample.rssMb)),
      heap: part.length > 0 ? median(part.map(sample => sample.heapMb)) : 0,
      held: most(part.map(sample => sample.held)),
    }
  })
}

/** Shorter runs warm up all along, and are not judged. */
export const leastJudged = 2000

/** By so much the last quarter of a run may exceed the second, in medians. */
export const mostGrowth = { share: 0.15, mb: 32 }

/** Null where memory stayed flat, else by how much it grew. */
export const grown = (samples: readonly Sample[]): string | null => {
  const [, second, , last] = quartersOf(samples)
  if (!second?.rss || !last?.rss || samples.at(-1)!.done < leastJudged) return null
  const allowed = Math.max(second.rss * mostGrowth.share, mostGrowth.mb)
  const more = last.rss - second.rss
  return more <= allowed
    ? null
    : `memory grew by ${more.toFixed(0)} MB, at most ${allowed.toFixed(0)} are allowed`
}
