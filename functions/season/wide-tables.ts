import { rm } from 'node:fs/promises'
import { recordColumns } from '../../lib/series/columns.ts'
import { type Engine, quoted } from './engine.ts'
import { copyTo, groupRows } from './season-tables.ts'
import { segmentRows } from './segment.ts'

/** The wide tables: rows go from the segments to the files without passing through the program. */

const unitFacts = ['unit', 'name', 'parent', 'kind', 'level', 'scope'].map(name => `u.${name}`)
const placeFacts = ['matched_by', 'first_uploaded_on', 'versions', 'units_below'].map(name => `p.${name}`)
const wide = [...unitFacts, ...placeFacts, ...recordColumns.map(({ name }) => `s.${name}`)].join(', ')

/** Rows of a quarter of a thousand columns that are put in order at once: whole groups, as the engine rounds them. */
const vectorRows = 2048
const rangeRows = 2 * Math.ceil(groupRows / vectorRows) * vectorRows

/** A stretch of the table, out of the segments that have rows of it. */
const rangeSql = async (
  engine: Engine,
  segments: readonly string[],
  from: number,
  until: number,
): Promise<string> => {
  const within = `p.position >= ${from} AND p.position < ${until}`
  const files = (
    await engine.rows(`SELECT DISTINCT p.file FROM place p WHERE ${within} ORDER BY p.file`)
  ).map(row => Number(row['file']))
  const fileOf = `[${files.join(', ')}][CAST(s.file_index AS BIGINT) + 1]`
  return `SELECT ${wide} FROM ${segmentRows(files.map(at => segments[at]!))} s
    JOIN place p ON p.file = ${fileOf} AND p.place = s.file_row_number
    LEFT JOIN units u ON u.unit = p.unit WHERE ${within} ORDER BY p.position`
}

/** All of it, a stretch after the other, so that what has to be put in order stays small. */
const writeLive = async (
  engine: Engine,
  segments: readonly string[],
  path: string,
  atOnce: number,
): Promise<void> => {
  const [counted] = await engine.rows('SELECT count(*) AS n FROM place')
  const rows = Number(counted!['n'])
  const froms = Array.from({ length: Math.max(1, Math.ceil(rows / atOnce)) }, (_, at) => at * atOnce)
  if (froms.length === 1) {
    const all = `SELECT ${wide} FROM ${segmentRows(segments)} s
      JOIN place p ON p.file = s.file_index AND p.place = s.file_row_number
      LEFT JOIN units u ON u.unit = p.unit ORDER BY p.position`
    return await copyTo(engine, all, path)
  }
  const parts = froms.map(from => `${path}.${from}`)
  try {
    for (const [at, from] of froms.entries())
      await copyTo(engine, await rangeSql(engine, segments, from, from + atOnce), parts[at]!)
    await copyTo(engine, `SELECT * FROM ${segmentRows(parts)}`, path)
  } finally {
    for (const part of parts) await rm(part, { force: true })
  }
}

/** Writes the wide tables `live` and `reports` below a folder and makes them and `unplaced` known by their names. */
export const wideTables = async (
  engine: Engine,
  segments: readonly string[],
  folder: string,
  atOnce = rangeRows,
): Promise<void> => {
  const [live, reports] = [`${folder}/live.parquet`, `${folder}/reports.parquet`]
  const view = (name: string, path: string): Promise<void> =>
    engine.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(path)})`)
  await writeLive(engine, segments, live, atOnce)
  await view('live', live)
  await copyTo(
    engine,
    `SELECT l.* FROM read_parquet(${quoted(live)}) l
      WHERE l.file_row_number NOT IN (SELECT position FROM place WHERE NOT is_counted)`,
    reports,
  )
  await view('reports', reports)
  await engine.run(`CREATE TABLE unplaced AS
    SELECT l.key, l.version, l.year, l.authority, p.reason, p.proposals
    FROM live l JOIN place p ON p.key = l.key WHERE p.unit IS NULL ORDER BY l.key`)
}
