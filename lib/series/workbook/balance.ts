import { exactSum } from '../../figures/exact.ts'
import type { CrossCheck } from '../checks/cross-check.ts'
import { type CrossPlace, othersOf, type PlacedTerm } from '../checks/cross-equation.ts'
import type { CrossEquationCheck } from '../checks/cross-equation-check.ts'
import { crossChecks } from '../checks/index.ts'
import { editionsOf } from '../checks/outcome-sql.ts'
import type { Facts } from './facts.ts'
import { editionOfTable } from './figure.ts'
import { type Live, liveCell, open } from './live.ts'
import { anyDoubtful, argumentsOf, figureAt, type PlacedFigure } from './place.ts'
import type { Plan } from './plan.ts'

/** What the equations between this year and the last say of one unit; from the checks' own statements. */

const isEquation = (check: CrossCheck): check is CrossEquationCheck => 'equation' in check

/** The rules of which a difference says something: both sides are sums. */
export const balanceChecks: readonly CrossEquationCheck[] = crossChecks
  .filter(isEquation)
  .filter(
    ({ equation }) => othersOf(equation) === 'yearBefore' && ['equal', 'atLeast'].includes(equation.relation),
  )

export interface PlacedCheck {
  readonly check: CrossEquationCheck
  readonly place: CrossPlace
}

/** A side of an equation for one unit. */
export interface Side {
  readonly figures: readonly PlacedFigure[]
  /** How many figures it is the sum of; fewer are at hand where a report is missing. */
  readonly wanted: number
}

export interface Balance {
  readonly left: Side
  readonly right: Side
}

/** Null where the rule says nothing of the unit: one of the forms has not the cells, or no report of the year before is in. */
export const balanceOf = (plan: Plan, facts: Facts, { place }: PlacedCheck, unit: string): Balance | null => {
  const { year } = facts
  const own = facts.reportOf(unit, year)
  if (!own) return null
  const befores = facts.beforesOf(unit, year)
  const before = befores.map(each => facts.reportOf(each, year - 1)).filter(row => row !== undefined)
  if (before.length === 0) return null
  const terms = [...place.left, ...place.right]
  const print = (of: 'this' | 'yearBefore'): readonly string[] =>
    editionsOf(terms.filter(term => term.of === of))
  const has = (editions: readonly string[], row: typeof own): boolean =>
    editions.includes(editionOfTable(row, place.form) ?? '')
  if (!has(print('this'), own) || !before.every(row => has(print('yearBefore'), row))) return null
  const side = (of: readonly PlacedTerm[]): Side => {
    const wanted = of.flatMap(({ of: whose, column }) =>
      whose === 'this'
        ? [figureAt(plan, facts, unit, year, column.key)]
        : befores.map(each => figureAt(plan, facts, each, year - 1, column.key)),
    )
    return { figures: wanted.filter(figure => figure !== null), wanted: wanted.length }
  }
  return { left: side(place.left), right: side(place.right) }
}

const numbersOf = ({ figures }: Side): readonly number[] =>
  figures.map(({ value }) => value).filter(value => value !== null)

/**
 * By how much the left side is more than the right; open where what is not known may still make it hold, and where it does
 * not but a number was read with a doubt.
 */
export const liveDifference = ({ check, place }: PlacedCheck, { left, right }: Balance): Live => {
  const isSigned = [...place.left, ...place.right].some(({ column }) => column.signed)
  const isAtLeast = check.equation.relation === 'atLeast'
  const [l, r] = [exactSum(numbersOf(left)), exactSum(numbersOf(right))]
  const isWhole = (side: Side): boolean => numbersOf(side).length === side.wanted
  const isDoubtful = anyDoubtful([...left.figures, ...right.figures])
  const isBoth = isWhole(left) && isWhole(right)
  const isBelow = !isDoubtful && l < r && isWhole(left)
  const isKnown = isAtLeast
    ? isBelow || (l >= r && isWhole(right))
    : isDoubtful
      ? isBoth && l === r
      : isBoth || (!isSigned && (isBelow || (r < l && isWhole(right))))
  const value = isKnown ? exactSum([l, -r]) : open
  const [leftCells, rightCells] = [argumentsOf(left.figures), argumentsOf(right.figures)]
  if (leftCells === null || rightCells === null) return { value }
  const [ls, rs] = [`SUM(${leftCells})`, `SUM(${rightCells})`]
  const [lw, rw] = [`COUNT(${leftCells})=${left.wanted}`, `COUNT(${rightCells})=${right.wanted}`]
  const both = `AND(${lw},${rw})`
  const below = isDoubtful ? 'FALSE' : `AND(${ls}<${rs},${lw})`
  const known = isAtLeast
    ? `OR(${below},AND(${ls}>=${rs},${rw}))`
    : isDoubtful
      ? `AND(${lw},${rw},ROUND(${ls}-${rs},6)=0)`
      : isSigned
        ? both
        : `OR(${both},${below},AND(${rs}<${ls},${rw}))`
  return liveCell(value, `IF(${known},ROUND(${ls}-${rs},6),"${open}")`)
}
