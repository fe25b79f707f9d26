import type { FormKey } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import { type EquationInstance, instancesOf } from './equation.ts'
import type { EquationCheck } from './equation-check.ts'
import { directLitigationTotal } from './litigation/direct-litigation-total.ts'
import { litigationAfterReconsiderationTotal } from './litigation/litigation-after-reconsideration-total.ts'
import { reconsiderationTotal } from './litigation/reconsideration-total.ts'
import { requestsBalance } from './requests/requests-balance.ts'
import { requestsBalanceFromItems } from './requests/requests-balance-from-items.ts'
import { requestsOutcomeTotal } from './requests/requests-outcome-total.ts'
import { requestsRowTotal } from './requests/requests-row-total.ts'

/** Every check that is an equation, in the order of the catalogue. */
export const equationChecks: readonly EquationCheck[] = [
  requestsRowTotal,
  requestsOutcomeTotal,
  requestsBalance,
  requestsBalanceFromItems,
  reconsiderationTotal,
  directLitigationTotal,
  litigationAfterReconsiderationTotal,
]

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
