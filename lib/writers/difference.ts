import type { Finding } from '../checks/check.ts'
import { exactSum } from '../figures/exact.ts'

/** By how much a printed figure is off; null where no figure is concerned: a section too few is no amount. */
export const differenceOf = ({ cells, expected, actual }: Finding): number | null =>
  cells.length === 0 || expected === undefined || actual === undefined ? null : exactSum([actual, -expected])
