import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine, quoted } from '../../functions/season/engine.ts'
import { athenaTables } from '../../lib/series/athena.ts'
import { dataTableNames } from '../../lib/series/data-tables.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type Compared, ofDuckDb, ofTrino } from './answers.ts'
import { type LakeSeason, makeLake, parquetOf } from './lake.ts'
import { type Answer, runTrino, trinoRoot } from './run-trino.ts'
import { type Pair, pairsOf } from './statements.ts'
import { findToolchain } from './toolchain.ts'

/** Requests have the same cells in both forms: of these no report of another form lacks any. */
const nevers = ['carried-over-against-last-year 2']

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
    }, 600_000)
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

    test('what is compared are rows: each statement gave some', async () => {
      const rows = new Map<string, number>()
      for (const pair of pairs) {
        const [, name = ''] = pair.id.split(': ')
        rows.set(name, (rows.get(name) ?? 0) + ofTrino(answers.get(pair.id)!).rows.length)
      }
      expect([...rows].filter(([, count]) => count === 0).map(([name]) => name)).toEqual(nevers)
    })
  })
