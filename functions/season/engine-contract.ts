import type { Row, SeriesColumn, Value } from '../../lib/series/column.ts'

/** A value of a result: integers of 64 bits and more are bigint, decimals their text. */
export type SqlValue = string | number | bigint | null

export type SqlRow = Readonly<Record<string, SqlValue>>

export interface SqlResult {
  readonly columns: readonly string[]
  /** Which of them are decimals, by their places. */
  readonly decimals: ReadonlySet<number>
  readonly rows: readonly (readonly SqlValue[])[]
}

/** The statement is not one that only reads, or the engine refuses it: for who wrote it. */
export class SqlTrouble extends Error {
  override readonly name = 'SqlTrouble'
}

export interface Engine {
  /** Runs a statement of ours. */
  readonly run: (sql: string) => Promise<void>
  /** The same; others may run meanwhile. */
  readonly runApart: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly SqlRow[]>
  /** The rows of a statement that gives these columns, in their order, as they were put into a table. */
  readonly read: (sql: string, columns: readonly SeriesColumn[]) => Promise<readonly Row[]>
  /** The same, some thousand rows at once, in the order of the statement; other statements may run meanwhile. */
  readonly stream: (sql: string, columns: readonly SeriesColumn[]) => AsyncIterable<readonly Row[]>
  /** The same, of each row the values alone. */
  readonly values: (
    sql: string,
    columns: readonly SeriesColumn[],
  ) => AsyncIterable<readonly (readonly Value[])[]>
  /** Makes a table and fills it, in the order of the rows. */
  readonly table: (
    name: string,
    columns: readonly SeriesColumn[],
    rows: Iterable<Row> | AsyncIterable<Row>,
  ) => Promise<void>
  /** Has statements run on so many threads: of several, rows come in no order but that of an ORDER BY. */
  readonly threads: (count: number) => Promise<void>
  /** From here on nothing is read or written but these files, and no setting can be changed. */
  readonly lock: (files: readonly string[]) => Promise<void>
  /** Runs one statement of somebody's that only reads. Throws SqlTrouble. */
  readonly ask: (sql: string) => Promise<SqlResult>
  /** Writes the answer to the same as Parquet to a file that the engine may write. Throws SqlTrouble. */
  readonly copyAnswer: (sql: string, path: string) => Promise<void>
  readonly close: () => void
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** `memoryMb` bounds what tables and joins take; results and files being written come on top. */
export interface EngineAsked {
  readonly memoryMb?: number
  /** A folder for what does not fit, which the engine makes and removes; without one it fails. */
  readonly spill?: string
}
