import type { Row } from './column.ts'
import type { Roster } from './roster/roster.ts'
import type { SeasonJson } from './season-contract.ts'

/** What the workbook and the pages of a season are made of. */
export interface SeasonView {
  readonly json: Omit<SeasonJson, 'files'>
  readonly roster: Roster
  /** Rows of `reports`, by year and unit: of the season's year and of those before it that are at hand. */
  readonly reports: readonly Row[]
  /** Rows of those tables, of the same years. */
  readonly tables: Readonly<Record<'expected' | 'lineage' | 'area' | 'unplaced', readonly Row[]>>
}
