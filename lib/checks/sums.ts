import type { EquationCheck } from './equation-check.ts'
import { directLitigationTotal } from './litigation/direct-litigation-total.ts'
import { litigationAfterReconsiderationTotal } from './litigation/litigation-after-reconsideration-total.ts'
import { reconsiderationTotal } from './litigation/reconsideration-total.ts'
import { requestsBalance } from './requests/requests-balance.ts'
import { requestsOutcomeTotal } from './requests/requests-outcome-total.ts'
import { requestsRowTotal } from './requests/requests-row-total.ts'

/** The equations that the forms prescribe: every one whose breach is an error. What is derived from them is not among them. */
export const sums: readonly EquationCheck[] = [
  requestsRowTotal,
  requestsOutcomeTotal,
  requestsBalance,
  reconsiderationTotal,
  directLitigationTotal,
  litigationAfterReconsiderationTotal,
]
