import type { Message } from '../../model/message.ts'
import { anyDoubtful } from '../checks/doubt-sql.ts'
import { columnOf } from '../columns.ts'

/** A question with its SQL over the tables of the data set, in what DuckDB and Trino have in common. */
export interface Question {
  /** Permanent, and so are the names of the columns of its answer. */
  readonly id: string
  readonly title: Message
  /** What the answer says, and what it leaves out. */
  readonly about: Message
  /** `year`: a number, or SQL that gives one. Rows are in an order that leaves nothing to chance. */
  readonly sql: (year: number | string) => string
}

/** The rows of requests that are denied, below `requests.outcomes`. */
export const denied: readonly string[] = [
  ...['stateSecret', 'prohibitedByLaw', 'securityAndStability', 'thirdPartyRights', 'internalAffairs'],
  ...['processInformation', 'enforcementFile', 'administrativeInquiry'],
].map(reason => `denied.${reason}`)

/** Of a report `r`: whether sums add it, as `isInSums` says. */
export const isInSums = `(r.scope <> 'wholeArea' OR r.units_below = 0)`

/** Of a report `r` that sums add: whether it may hold again what units below it reported. */
export const mayCountTwice = `(r.scope = 'unknown' AND r.units_below > 0)`

/** Of a report `r`: 1 where a finding of its own names one of the numbers, or it was read with a doubt. */
export const isFlagged = (...keys: readonly string[]): string => {
  const named = keys.map(key => `r.flagged LIKE '%"${key}"%'`)
  return `CASE WHEN ${[...named, anyDoubtful('r', keys.map(columnOf))].join(' OR ')} THEN 1 ELSE 0 END AS is_flagged`
}
