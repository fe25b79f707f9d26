import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import { recordColumns } from '../../lib/series/columns.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { type RosterTable, rosterRows, seasonTables } from '../../lib/series/tables.ts'
import { unitColumns, unitRows } from '../../lib/series/unit-rows.ts'
import { type Engine, quoted } from './engine.ts'
import { segmentRows } from './segment.ts'

/** Rows of a group in a Parquet file: what is held at once while one is written. */
export const groupRows = 20_000

const parquet = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupRows}`

/** Writes what a statement gives, in its order, as a Parquet file; other statements may run meanwhile. */
export const copyTo = (engine: Engine, select: string, path: string): Promise<void> =>
  engine.runApart(`COPY (${select}) TO ${quoted(path)} (${parquet})`)

/** Makes a table whose rows stand in an order of their own: that of the lines of a roster means nothing. */
const orderedTable = async (
  engine: Engine,
  name: string,
  columns: readonly SeriesColumn[],
  rows: Iterable<Row>,
  order: string,
): Promise<void> => {
  await engine.table('given', columns, rows)
  await engine.run(`CREATE TABLE ${name} AS SELECT * FROM given ORDER BY ${order}`)
  await engine.run('DROP TABLE given')
}

const orders: Readonly<Record<RosterTable, string>> = {
  expected: 'year, unit',
  lineage: 'year, unit, unit_before',
  area: 'year, unit, member',
}

/** Makes the tables of the roster: `units`, and what it says of the years. */
export const rosterTables = async (
  engine: Engine,
  roster: Roster,
  years: readonly number[],
): Promise<void> => {
  await orderedTable(engine, 'units', unitColumns, unitRows(roster), 'unit')
  for (const [name, order] of Object.entries(orders) as [RosterTable, string][])
    await orderedTable(engine, name, seasonTables[name].columns, rosterRows(name, roster, years), order)
}

const unitFacts = ['unit', 'name', 'parent', 'kind', 'level', 'scope'].map(name => `u.${name}`)
const placeFacts = ['matched_by', 'first_uploaded_on', 'versions', 'units_below'].map(name => `p.${name}`)
const wide = [...unitFacts, ...placeFacts, ...recordColumns.map(({ name }) => `s.${name}`)].join(', ')

/**
 * Writes the wide tables `live` and `reports` below a folder and makes them and `unplaced` known by their names: rows go from
 * the segments to the files without passing through the program.
 */
export const wideTables = async (
  engine: Engine,
  segments: readonly string[],
  folder: string,
): Promise<void> => {
  const view = (name: string): Promise<void> =>
    engine.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(`${folder}/${name}.parquet`)})`)
  await copyTo(
    engine,
    `SELECT ${wide} FROM ${segmentRows(segments)} s
      JOIN place p ON p.file = s.file_index AND p.place = s.file_row_number
      LEFT JOIN units u ON u.unit = p.unit ORDER BY p.position`,
    `${folder}/live.parquet`,
  )
  await view('live')
  await copyTo(
    engine,
    `SELECT l.* FROM read_parquet(${quoted(`${folder}/live.parquet`)}) l
      WHERE l.file_row_number NOT IN (SELECT position FROM place WHERE NOT is_counted)`,
    `${folder}/reports.parquet`,
  )
  await view('reports')
  await engine.run(`CREATE TABLE unplaced AS
    SELECT l.key, l.version, l.year, l.authority, p.reason, p.proposals
    FROM live l JOIN place p ON p.key = l.key WHERE p.unit IS NULL ORDER BY l.key`)
}
