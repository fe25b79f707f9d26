import type { EquationInstance } from '../../checks/equation.ts'
import { exactSum } from '../../figures/exact.ts'
import type { Said } from './said.ts'

/**
 * A sum in which a cell is not read cannot be added up. Where the other sums leave that cell one number only, it can: both are
 * weighed as one sum without the cell. What they leave is no reading, and nothing is ever taken for it.
 */

const isIn = ({ left, right }: EquationInstance): readonly string[] => [...left, ...right]

type Values = ReadonlyMap<string, number>

const sumOf = (keys: readonly string[], values: Values, without?: string): number =>
  exactSum(keys.filter(key => key !== without).map(key => values.get(key)!))

/** The one number that a sum leaves one of its cells. */
const leftFor = ({ left, right }: EquationInstance, cell: string, values: Values): number => {
  const [own, other] = left.includes(cell) ? [left, right] : [right, left]
  return exactSum([sumOf(other, values), -sumOf(own, values, cell)])
}

/** All that is read, a blank counting nothing, and what sums leave the cells that are not. */
const withLeft = (sums: readonly EquationInstance[], said: ReadonlyMap<string, Said>): Values => {
  const values = new Map([...said].map(([key, { value }]) => [key, value ?? 0]))
  for (let known = -1; known < values.size; ) {
    known = values.size
    for (const sum of sums) {
      const [cell, ...others] = isIn(sum).filter(key => !values.has(key))
      if (cell !== undefined && others.length === 0) values.set(cell, leftFor(sum, cell, values))
    }
  }
  return values
}

/** Whether a sum agrees with what all others leave its cells that are not read; not where they leave one of them open. */
export const agreesThrough = (
  sum: EquationInstance,
  all: readonly EquationInstance[],
  said: ReadonlyMap<string, Said>,
): boolean => {
  const values = withLeft(
    all.filter(other => other !== sum),
    said,
  )
  const own = isIn(sum)
  const isLeft = own.every(key => (values.get(key) ?? -1) >= 0)
  return isLeft && sumOf(sum.left, values) === sumOf(sum.right, values)
}
