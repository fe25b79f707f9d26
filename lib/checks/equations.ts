import type { FormKey } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import { type EquationInstance, instancesOf } from './equation.ts'
import { isEquationCheck } from './equation-check.ts'
import { checks } from './index.ts'

/** Every check that is an equation, in the order of the catalogue. */
export const equationChecks = checks.filter(isEquationCheck)

/** One equation at one row or column of a form, under the id of its check. */
export interface NamedInstance extends EquationInstance {
  readonly check: string
}

/**
 * Every equation of a form in an edition at every row or column where it must hold, with the figure keys that are
 * summed on both sides: what the workbook needs for its live formulas.
 */
export const equationsOf = (form: FormKey, edition: EditionId): readonly NamedInstance[] =>
  equationChecks
    .filter(({ equation, editions }) => equation.form === form && editions.includes(edition))
    .flatMap(({ id, equation }) => instancesOf(equation, edition).map(each => ({ ...each, check: id })))
