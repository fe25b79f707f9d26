import type { Row } from '../../../../lib/series/column.ts'
import { type Decision, decided } from '../../../../lib/series/decisions.ts'
import type { Roster } from '../../../../lib/series/roster/roster.ts'
import type { SeasonJson } from '../../../../lib/series/season-contract.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { viewInMemory } from '../../../support/view-in-memory.ts'
import { findingsOfRecords, type Handed, recordOfHanded } from '../checks/invented-season.ts'

export interface ViewAsked {
  readonly year: number
  readonly asOf?: string
  readonly decisions?: readonly Decision[]
  readonly leftOut?: SeasonJson['leftOut']
  /** What is known of a record besides what was handed in: its verdict, its own findings. */
  readonly also?: (row: Row) => Row
}

/** A season of what was handed in, with what the checks find in it. */
export const viewOf = async (
  roster: Roster,
  handed: readonly Handed[],
  { year, asOf = `${year + 1}-12-31`, decisions = [], leftOut = [], also = row => row }: ViewAsked,
): Promise<SeasonView> => {
  const records = handed.map(each => also(recordOfHanded(each)))
  const found = await findingsOfRecords(roster, records, { year, asOf })
  const { findings, unmet } = decided(found, new Map(decisions.map(each => [each.finding, each])), asOf)
  return viewInMemory(records, roster, { year, asOf, findings, unmet, leftOut })
}
