import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine, quoted } from '../../functions/season/engine.ts'
import { athenaTables } from '../../lib/series/athena.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import { dataTableNames } from '../../lib/series/data-tables.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type Compared, ofDuckDb, ofTrino } from './answers.ts'
import { type LakeSeason, makeLake, parquetOf } from './lake.ts'
import { type Answer, runTrino, trinoRoot } from './run-trino.ts'
import { type Pair, pairsOf } from './statements.ts'
import { findToolchain } from './toolchain.ts'

const toolchain = await findToolchain()

if ('missing' in toolchain) test.skip(`left out: ${toolchain.missing}`)
else
  describe('the same rows on Trino as on DuckDB', () => {
    let pairs: readonly Pair[] = []
    let answers: ReadonlyMap<string, Answer> = new Map()
    const engines = new Map<LakeSeason, Engine>()

    const engineOf = async (folder: string, season: LakeSeason): Promise<Engine> => {
      const engine = await openEngine()
      for (const table of dataTableNames) {
        const path = quoted(parquetOf(folder, season, table))
        await engine.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet(${path})`)
      }
      return engine
    }

    beforeAll(async () => {
      const folder = await temporaryFolder()
      const lake = await makeLake(folder)
      for (const season of Object.values(lake)) engines.set(season, await engineOf(folder, season))
      pairs = pairsOf(lake)
      answers = await runTrino(
        toolchain,
        folder,
        athenaTables(`${trinoRoot}athena`),
        pairs.map(({ id, there }) => ({ id, sql: there })),
      )
    }, 900_000)
    afterAll(() => {
      for (const engine of engines.values()) engine.close()
    })

    const onDuckDb = async ({ season, here }: Pair): Promise<Compared> =>
      ofDuckDb(await engines.get(season)!.ask(here))

    test('every question and every statement of every check', async () => {
      for (const pair of pairs) expect(ofTrino(answers.get(pair.id)!), pair.id).toEqual(await onDuckDb(pair))
      const slowest = Math.max(...[...answers.values()].map(({ ms }) => ms))
      console.log(`${pairs.length} statements, the slowest ${slowest} ms`)
    })

    test('what is compared are rows: each question and each check gave some', () => {
      const rows = Map.groupBy(pairs, ({ id, check }) => check ?? id.split(': ')[1])
      const empty = [...rows].filter(([, those]) =>
        those.every(({ id }) => ofTrino(answers.get(id)!).rows.length === 0),
      )
      expect(empty.map(([name]) => name)).toEqual([])
    })

    test('from the rows of Trino come the findings that the season has', async () => {
      const season = [...engines.keys()].find(({ name }) => name === String(2021))!
      const { year, asOf, roster } = season
      const engine = engines.get(season)!
      const versions = new Map(
        (await engine.rows('SELECT unit, year, version FROM reports')).map(row => [
          `${row['unit']} ${row['year']}`,
          String(row['version']),
        ]),
      )
      const known = {
        ...{ year, asOf, roster },
        version: (unit: string, of: number) => versions.get(`${unit} ${of}`) ?? null,
      }
      const findings = crossChecks.flatMap(check => {
        const those = pairs.filter(pair => pair.check === check.id && pair.season === season)
        const rows = those.flatMap(({ id }) => {
          const { columns, rows: found } = ofTrino(answers.get(id)!)
          return found.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at]!])))
        })
        return check.findings(rows, known)
      })
      const written = await engine.rows('SELECT id, message_zh FROM findings')
      const inOrder = (all: readonly (readonly unknown[])[]) => all.map(each => each.join(' ')).sort()
      expect(inOrder(findings.map(({ id, message }) => [id, message.zh]))).toEqual(
        inOrder(written.map(row => [row['id'], row['message_zh']])),
      )
      expect(findings.length).toBeGreaterThan(100)
    })
  })
