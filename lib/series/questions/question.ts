import type { Message } from '../../model/message.ts'

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
