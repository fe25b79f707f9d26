import type { Roster } from '../../lib/series/roster/roster.ts'
import type { SeasonView } from '../../lib/series/season-view.ts'
import { seasonTables, type TableName } from '../../lib/series/tables.ts'
import type { Engine } from './engine.ts'

/** Reports a workbook or a page still shows; they are held whole. */
const most = 10_000

/** The year from which on the reports are not too many: whole years, the newest first. Null where already one is. */
const firstYear = async (engine: Engine, year: number): Promise<number | null> => {
  const counts = await engine.rows(
    `SELECT year, count(*) AS n FROM reports WHERE year <= ${year} GROUP BY year ORDER BY year DESC`,
  )
  let [first, sum] = [year, 0]
  for (const row of counts) {
    sum += Number(row['n'])
    if (sum > most) return Number(row['year']) === year ? null : first
    first = Number(row['year'])
  }
  return first
}

/** What the workbook and the pages are made of, out of the tables in the engine; null where it is too much. */
export const seasonView = async (
  engine: Engine,
  json: SeasonView['json'],
  roster: Roster,
): Promise<SeasonView | null> => {
  const first = await firstYear(engine, json.year)
  if (first === null) return null
  const read = (name: TableName, rest: string) =>
    engine.read(`SELECT * FROM ${name} ${rest}`, seasonTables[name].columns)
  const ofYears = `WHERE year >= ${first}`
  return {
    json,
    roster,
    reports: await read('reports', `${ofYears} ORDER BY year, unit`),
    tables: {
      expected: await read('expected', `${ofYears} ORDER BY rowid`),
      lineage: await read('lineage', `${ofYears} ORDER BY rowid`),
      area: await read('area', `${ofYears} ORDER BY rowid`),
      unplaced: await read('unplaced', 'ORDER BY rowid'),
    },
  }
}
