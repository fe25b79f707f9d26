import type { Row, SeriesColumn } from '../../lib/series/column.ts'
import type { Roster } from '../../lib/series/roster/roster.ts'
import { type RosterTable, rosterRows, seasonTables } from '../../lib/series/tables.ts'
import { unitColumns, unitRows } from '../../lib/series/unit-rows.ts'
import { type Engine, quoted } from './engine.ts'

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
