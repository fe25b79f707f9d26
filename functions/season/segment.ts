import { rm } from 'node:fs/promises'
import { type Row, type SeriesColumn, sqlTypes } from '../../lib/series/column.ts'
import { segmentColumns } from '../../lib/series/segment.ts'
import { type Engine, quoted } from './engine.ts'

/** A segment is not what was written: cut off, changed, or of other columns. Its records must be made anew. */
export class DamagedSegment extends Error {
  override readonly name = 'DamagedSegment'
  readonly path: string
  constructor(path: string, cause?: unknown) {
    super(`The segment ${path} cannot be read.`, { cause })
    this.path = path
  }
}

const table = 'segment_rows'

/**
 * Writes rows of `segmentColumns`, each record once: the same rows in any order are the same bytes. Of a file that could not
 * be written whole nothing stays.
 */
export const writeSegment = async (engine: Engine, rows: Iterable<Row>, path: string): Promise<void> => {
  const byId = new Map([...rows].map(row => [String(row['record_id']), row]))
  const sorted = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  try {
    await engine.table(table, segmentColumns, sorted)
    await engine.run(`COPY ${table} TO ${quoted(path)} (FORMAT parquet)`)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`)
  }
}

const listOf = (paths: readonly string[]): string => `[${paths.map(quoted).join(', ')}]`

/** Rows of segments, as what a statement reads FROM. */
export const segmentRows = (paths: readonly string[]): string => `read_parquet(${listOf(paths)})`

/** Makes one segment of several, of the records that are named, each once. */
export const mergeSegments = async (
  engine: Engine,
  paths: readonly string[],
  only: ReadonlySet<string>,
  path: string,
): Promise<void> => {
  const rows = await overSegments(engine, paths, () =>
    engine.read(`SELECT * FROM ${segmentRows(paths)}`, segmentColumns),
  )
  await writeSegment(
    engine,
    rows.filter(row => only.has(String(row['record_id']))),
    path,
  )
}

/** Reads every value of a segment. Throws DamagedSegment. */
const checkWhole = async (engine: Engine, path: string): Promise<void> => {
  try {
    const from = `FROM read_parquet(${quoted(path)})`
    const found = await engine.rows(`DESCRIBE SELECT * ${from}`)
    const typeOf = ({ name, kind }: SeriesColumn) => `${name} ${sqlTypes[kind]}`
    const types = found.map(row => `${row['column_name']} ${row['column_type']}`)
    if (types.join() !== segmentColumns.map(typeOf).join()) throw new Error('other columns')
    await engine.rows(`SELECT max(hash(COLUMNS(*))) ${from}`)
  } catch (error) {
    throw new DamagedSegment(path, error)
  }
}

/** Does something with segments. Where it cannot, and one of them is damaged, throws DamagedSegment. */
export const overSegments = async <Result>(
  engine: Engine,
  paths: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    for (const path of paths) await checkWhole(engine, path)
    throw error
  }
}
