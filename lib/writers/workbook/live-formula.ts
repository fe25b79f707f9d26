import { type EquationInstance, evaluate } from '../../checks/equation.ts'
import { exactSum } from '../../figures/exact.ts'
import type { Report } from '../../model/report.ts'
import { addressOf } from './address.ts'

/** A cell of a sheet by row and column. */
export type Position = readonly [row: number, column: number]

/** What a live cell says where blanks leave the outcome open. */
export const unassessable = '待核'

/** The addresses of cells as a formula lists them, neighbours drawn together: D6:D8,F6. */
export const rangesOf = (cells: readonly Position[]): string => {
  const runs: [Position, Position][] = []
  for (const cell of cells) {
    const run = runs.at(-1)
    const [first, last] = run ?? []
    const continues =
      first &&
      last &&
      ((cell[1] === last[1] && cell[0] === last[0] + 1 && first[1] === cell[1]) ||
        (cell[0] === last[0] && cell[1] === last[1] + 1 && first[0] === cell[0]))
    if (run && continues) run[1] = cell
    else runs.push([cell, cell])
  }
  return runs
    .map(([from, to]) => (from === to ? addressOf(...from) : `${addressOf(...from)}:${addressOf(...to)}`))
    .join(',')
}

/**
 * An equation as a formula: the printed side less what it should be, 0 where it holds, a text where cells without a
 * number leave it open. The same three outcomes as `evaluate`, whose result is the cached value.
 */
export const liveFormula = (
  instance: EquationInstance,
  report: Report,
  positionOf: (key: string) => Position,
): { readonly formula: string; readonly value: number | string } => {
  const { left, right, equation } = instance
  const [actual, expected] = equation.actual === 'left' ? [left, right] : [right, left]
  const printed = rangesOf(actual.map(positionOf))
  const computed = rangesOf(expected.map(positionOf))
  const p = `SUM(${printed})`
  const c = `SUM(${computed})`
  const known = (ranges: string, count: number) => `COUNT(${ranges})=${count}`
  const formula =
    `IF(OR(AND(${known(printed, actual.length)},${known(computed, expected.length)}),` +
    `AND(${p}<${c},${known(printed, actual.length)}),AND(${c}<${p},${known(computed, expected.length)})),` +
    `ROUND(${p}-${c},6),"${unassessable}")`
  const evaluation = evaluate(instance, report)
  if (evaluation.outcome === 'unassessable') return { formula, value: unassessable }
  const [is, should] =
    equation.actual === 'left' ? [evaluation.left, evaluation.right] : [evaluation.right, evaluation.left]
  return { formula, value: exactSum([is, -should]) }
}
