import Big from 'big.js'

/** Exact sum of printed figures: counts are integers, amounts have decimals that binary addition would blur. */
export const exactSum = (values: readonly number[]): number =>
  values.every(Number.isSafeInteger)
    ? values.reduce((sum, value) => sum + value, 0)
    : values.reduce((sum, value) => sum.plus(value), new Big(0)).toNumber()

/** Exact absolute difference of two figures. */
export const exactDistance = (a: number, b: number): number => Math.abs(exactSum([a, -b]))
