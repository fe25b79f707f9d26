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
import {
  type Engine,
  type EngineAsked,
  quoted,
  type SqlResult,
  SqlTrouble,
  type SqlValue,
} from './engine-contract.ts'

/** The one file that knows DuckDB. */

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

const plain = (value: DuckDBValue): SqlValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  return String(value)
}

/** The rows of chunks, a column after the other: by rows each value would come out of another kind of vector. */
const rowsIn = <Held>(
  chunks: readonly DuckDBDataChunk[],
  empty: (width: number) => Held,
  put: (row: Held, column: number, value: SqlValue) => void,
): readonly Held[] => {
  const rows: Held[] = []
  for (const chunk of chunks) {
    const first = rows.length
    for (let at = 0; at < chunk.rowCount; at++) rows.push(empty(chunk.columnCount))
    for (let column = 0; column < chunk.columnCount; column++)
      chunk.visitColumnValues(column, (value, at) => put(rows[first + at]!, column, plain(value)))
  }
  return rows
}

const resultOf = async (result: DuckDBMaterializedResult): Promise<SqlResult> => ({
  columns: result.deduplicatedColumnNames(),
  decimals: new Set(
    result.columnTypes().flatMap(({ typeId }, at) => (typeId === DuckDBTypeId.DECIMAL ? [at] : [])),
  ),
  rows: rowsIn(
    await result.fetchAllChunks(),
    width => new Array<SqlValue>(width).fill(null),
    (row, at, value) => {
      row[at] = value
    },
  ),
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
  chunks: readonly DuckDBDataChunk[],
  columns: readonly SeriesColumn[],
): readonly (readonly Value[])[] =>
  rowsIn(
    chunks,
    width => new Array<Value>(width).fill(null),
    (row, at, value) => {
      row[at] = storedValue(value, columns[at]!)
    },
  )

const rowsOf = (chunks: readonly DuckDBDataChunk[], columns: readonly SeriesColumn[]): readonly Row[] =>
  rowsIn(
    chunks,
    (): Record<string, Value> => ({}),
    (row, at, value) => {
      const column = columns[at]!
      row[column.name] = storedValue(value, column)
    },
  )

/** A result that is fetched as it is read takes a connection of its own. */
async function* stream<Rows>(
  instance: DuckDBInstance,
  sql: string,
  made: (chunks: readonly DuckDBDataChunk[]) => Rows,
) {
  const connection = await instance.connect()
  try {
    const result = await connection.stream(sql)
    for await (const chunk of result) yield made([chunk])
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

/** Opens DuckDB as the engine. */
export const openDuckDb = async ({ memoryMb = 512, spill = '' }: EngineAsked): Promise<Engine> => {
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
    read: async (sql, columns) => rowsOf(await (await connection.run(sql)).fetchAllChunks(), columns),
    stream: (sql, columns) => stream(instance, sql, chunks => rowsOf(chunks, columns)),
    values: (sql, columns) => stream(instance, sql, chunks => valuesOf(chunks, columns)),
    table: async (name, columns, rows) => {
      const list = columns.map(column => `${column.name} ${sqlTypes[column.kind]}`)
      await connection.run(`CREATE TABLE ${name} (${list.join(', ')})`)
      await fill(connection, name, columns, rows)
    },
    threads: async count => {
      await connection.run(`SET threads = ${count}`)
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
