import type { FindingOutcome } from '../../checks/check.ts'
import type { Message } from '../../model/message.ts'
import type { Decision } from '../decisions.ts'
import type { Roster } from '../roster/roster.ts'
import type { TableName } from '../tables.ts'
import type { CrossEquation } from './cross-equation.ts'

/** Nothing across reports makes one invalid: who is wrong, the year or the one before, no sum can tell. */
export type CrossSeverity = 'warning' | 'info'

/** What the SQL of a check is made for. */
export interface SeasonQuery {
  readonly year: number
  /** The day the season is looked at, ISO: who is overdue depends on it, and on no clock. */
  readonly asOf: string
  /** What each table is called, or how it is read: `reports`, `read_parquet('…')`. */
  readonly tables: Readonly<Record<TableName, string>>
  /** Who answers: how many figures one statement may ask of. Left out: Trino, whose statements all engines can bear. */
  readonly engine?: 'duckdb' | 'trino'
  /** What is known before: statements that can give no row then are left out. */
  readonly only?: {
    /** Editions of the form that any report of the year or the one before prints. */
    readonly editions: readonly string[]
    /** Whether a unit goes on with several. */
    readonly mergers: boolean
  }
}

/** A row an engine gives back; sums come as text, so that none loses a digit. */
export type SqlRow = Readonly<Record<string, string | number | bigint | null>>

/** What stands beside the rows when they become findings. */
export interface KnownOfSeason {
  readonly year: number
  readonly asOf: string
  readonly roster: Roster
  /** Version of the report that counts; null where there is none. */
  readonly version: (unit: string, year: number) => string | null
}

/** One report that a finding is about. */
export interface Subject {
  readonly unit: string
  readonly year: number
  readonly version: string | null
  /** Keys of the figures concerned; the first is the one to look at. */
  readonly cells: readonly string[]
}

/** One fault across reports, as a person reads it. `id` is stable over re-runs: check, units, years and cells. */
export interface CrossFinding {
  readonly id: string
  readonly check: string
  readonly severity: CrossSeverity
  readonly outcome: FindingOutcome
  readonly message: Message
  readonly subjects: readonly Subject[]
  /** The upload that it is about, where no unit is known. */
  readonly upload?: { readonly key: string; readonly version: string }
  readonly expected?: number
  readonly actual?: number
  readonly decision?: Decision
}

/** One rule across reports. `id` is permanent; metadata first, logic last. */
export interface CrossCheck {
  readonly id: string
  readonly severity: CrossSeverity
  readonly title: Message
  readonly explanation: Message
  /** Formula in Chinese, where there is one. */
  readonly formula?: string
  readonly source: string
  /** Where it is one. */
  readonly equation?: CrossEquation
  /**
   * SQL that DuckDB and Trino read alike; what holds gives no row.
   */
  readonly statements: (season: SeasonQuery) => readonly string[]
  /** The findings of the rows of all its statements. */
  readonly findings: (rows: readonly SqlRow[], known: KnownOfSeason) => readonly CrossFinding[]
}
