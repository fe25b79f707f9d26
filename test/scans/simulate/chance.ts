import { seeded } from '../../support/random.ts'

/** A repeatable source of chance in the shapes that a simulator asks for. */
export interface Chance {
  /** From 0, below 1. */
  readonly unit: () => number
  readonly between: (least: number, most: number) => number
  /** 1 or -1. */
  readonly sign: () => number
  /** Whole, from 0, below. */
  readonly below: (below: number) => number
  /** About 0, most within 1: a sum of four even ones, which is near enough to a bell. */
  readonly bell: () => number
}

const whole = 2 ** 32
/** Four even bytes have this mean and this deviation together. */
const [bellMean, bellDeviation] = [4 * 127.5, Math.sqrt((4 * (256 ** 2 - 1)) / 12)]

/** The same name gives the same numbers. */
export const chanceOf = (name: string): Chance => {
  const next = seeded(name)
  const unit = (): number => next(whole) / whole
  return {
    unit,
    between: (least, most) => least + (most - least) * unit(),
    sign: () => (next(2) === 0 ? 1 : -1),
    below: next,
    bell: () => {
      const bits = next(whole)
      const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24)
      return (sum - bellMean) / bellDeviation
    },
  }
}
