import {
  BIGINT,
  DECIMAL,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  INTEGER,
  StatementType,
  VARCHAR,
} from '@duckdb/node-api'
import { type Row, type SeriesColumn, sqlTypes, type Value } from '../../lib/series/column.ts'

/** The one file that knows DuckDB. A value of a result: integers of 64 bits and more are bigint, decimals their text. */
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
  /** From here on nothing is read or written but these files, and no setting can be changed. */
  readonly lock: (files: readonly string[]) => Promise<void>
  /** Runs one statement of somebody's that only reads. Throws SqlTrouble. */
  readonly ask: (sql: string) => Promise<SqlResult>
  /** Writes the answer to the same as Parquet to a file that the engine may write. Throws SqlTrouble. */
  readonly copyAnswer: (sql: string, path: string) => Promise<void>
  readonly close: () => void
}

/** Bounded: one thread, rows written as they come, and nothing fetched from the net. */
const settings = (memoryMb: number, spill: string) => ({
  threads: '1',
  memory_limit: `${memoryMb}MB`,
  temp_directory: spill,
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
})

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const plain = (value: DuckDBValue): SqlValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  return String(value)
}

const resultOf = async (result: DuckDBMaterializedResult): Promise<SqlResult> => ({
  columns: result.deduplicatedColumnNames(),
  decimals: new Set(
    result.columnTypes().flatMap(({ typeId }, at) => (typeId === DuckDBTypeId.DECIMAL ? [at] : [])),
  ),
  rows: (await result.getRows()).map(row => row.map(plain)),
})

/** Decimals have as many digits behind the point as their type says: without it they are unscaled. */
const storedValue = (value: SqlValue, { kind }: SeriesColumn): Value =>
  kind === 'amount' && typeof value === 'string' ? BigInt(value.replace('.', '')) : value

/** Rows of a vector: what the engine takes at once. */
const vectorRows = 2048

const chunkTypes: Readonly<Record<SeriesColumn['kind'], DuckDBType>> = {
  text: VARCHAR,
  integer: INTEGER,
  count: BIGINT,
  amount: DECIMAL(18, 6),
}

const chunkValue = (value: Value, { kind }: SeriesColumn): DuckDBValue =>
  kind === 'amount' && value !== null ? new DuckDBDecimalValue(value as bigint, 18, 6) : value

/** A column at a time: for each value by itself the engine would be called a million times. */
const fill = async (
  connection: DuckDBConnection,
  name: string,
  columns: readonly SeriesColumn[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> => {
  const appender = await connection.createAppender(name)
  const types = columns.map(({ kind }) => chunkTypes[kind])
  const open = columns.map((): DuckDBValue[] => [])
  const flush = (): void => {
    const chunk = DuckDBDataChunk.create(types, open[0]!.length)
    for (const [at, values] of open.entries()) chunk.setColumnValues(at, values.splice(0))
    appender.appendDataChunk(chunk)
  }
  const add = (row: Row): void => {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!
      open[at]!.push(chunkValue(row[column.name] ?? null, column))
    }
    if (open[0]!.length === vectorRows) flush()
  }
  if (Symbol.iterator in rows) for (const row of rows) add(row)
  else for await (const row of rows) add(row)
  if (open[0]!.length > 0) flush()
  appender.closeSync()
}

const valuesOf = (
  rows: readonly (readonly DuckDBValue[])[],
  columns: readonly SeriesColumn[],
): readonly (readonly Value[])[] =>
  rows.map(row => columns.map((column, at) => storedValue(plain(row[at]!), column)))

const rowsOf = (
  rows: readonly (readonly DuckDBValue[])[],
  columns: readonly SeriesColumn[],
): readonly Row[] =>
  valuesOf(rows, columns).map(values =>
    Object.fromEntries(columns.map(({ name }, at) => [name, values[at]!])),
  )

/** A result that is fetched as it is read takes a connection of its own. */
async function* stream<Rows>(
  instance: DuckDBInstance,
  sql: string,
  made: (rows: readonly (readonly DuckDBValue[])[]) => Rows,
) {
  const connection = await instance.connect()
  try {
    const result = await connection.stream(sql)
    for await (const rows of result.yieldRows()) yield made(rows)
  } finally {
    connection.closeSync()
  }
}

const runApart = async (instance: DuckDBInstance, sql: string): Promise<void> => {
  const connection = await instance.connect()
  try {
    await connection.run(sql)
  } finally {
    connection.closeSync()
  }
}

/** Their own fault, where somebody's statement does not do. */
const troubled = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof SqlTrouble) throw error
    throw new SqlTrouble((error as Error).message, { cause: error })
  }
}

/** The one statement of a text, if it is one that only reads. */
const reading = async (connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> => {
  const statements = await connection.extractStatements(sql)
  if (statements.count !== 1) throw new SqlTrouble('一次只能有一条语句 (one statement at a time)')
  const statement = await statements.prepare(0)
  // EXPLAIN ANALYZE would run whatever it explains.
  if (statement.statementType !== StatementType.SELECT)
    throw new SqlTrouble('只能查询，不能写入或改动设置 (only SELECT: nothing is written or set)')
  return statement
}

const ask = (connection: DuckDBConnection, sql: string): Promise<SqlResult> =>
  troubled(async () => resultOf(await (await reading(connection, sql)).run()))

/** The statement stands at an end, alone: what is one SELECT by itself is nothing else behind our words. */
const copyAnswer = (connection: DuckDBConnection, sql: string, path: string): Promise<void> =>
  troubled(async () => {
    await reading(connection, sql)
    await connection.run(`CREATE OR REPLACE TEMP VIEW answer AS ${sql}`)
    await connection.run(
      `COPY (FROM answer) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
    )
  })

/**
 * Opens the engine in memory. `memoryMb` bounds what tables and joins take; results and files being written come on top.
 * What does not fit goes to the folder `spill`, which it makes and removes; without one it fails.
 */
export const openEngine = async ({ memoryMb = 512, spill = '' } = {}): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', settings(memoryMb, spill))
  const connection = await instance.connect()
  return {
    run: async sql => {
      await connection.run(sql)
    },
    runApart: sql => runApart(instance, sql),
    rows: async sql => {
      const { columns, rows } = await resultOf(await connection.run(sql))
      return rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at]!])))
    },
    read: async (sql, columns) => rowsOf(await (await connection.run(sql)).getRows(), columns),
    stream: (sql, columns) => stream(instance, sql, rows => rowsOf(rows, columns)),
    values: (sql, columns) => stream(instance, sql, rows => valuesOf(rows, columns)),
    table: async (name, columns, rows) => {
      const list = columns.map(column => `${column.name} ${sqlTypes[column.kind]}`)
      await connection.run(`CREATE TABLE ${name} (${list.join(', ')})`)
      await fill(connection, name, columns, rows)
    },
    lock: async files => {
      await connection.run(`SET allowed_paths = [${files.map(quoted).join(', ')}]`)
      await connection.run('SET enable_external_access = false')
      await connection.run('SET lock_configuration = true')
    },
    ask: sql => ask(connection, sql),
    copyAnswer: (sql, path) => copyAnswer(connection, sql, path),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
