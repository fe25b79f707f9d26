import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Engine, openEngine, quoted } from '../../functions/season/engine.ts'
import { runChecks } from '../../functions/season/run-checks.ts'
import { writeSegment } from '../../functions/season/segment.ts'
import { writeSeasonFiles } from '../../functions/season/write-season.ts'
import { dataTableNames } from '../../lib/series/data-tables.ts'
import { questions } from '../../lib/series/questions/index.ts'
import { readRoster } from '../../lib/series/roster/roster.ts'
import { segmentColumns } from '../../lib/series/segment.ts'
import { foundIn, plantedIn } from '../support/nation/faults.ts'
import { nationLines, writeNation } from '../support/nation/nation.ts'
import { shapeOf } from '../support/nation/tree.ts'
import { machineLines } from './machine.ts'
import { seasonAgain } from './season-again.ts'

/** `npm run bench:season`: the season of an invented nation, each step in a process of its own, so that its peak is its own. */

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '400000' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
    step: { type: 'string' },
  },
})
const [units, seed, year, asOf] = [Number(values.units), Number(values.seed), 2024, '2025-04-10']
const nation = { shape: shapeOf(units), year, seed }

const rosterOf = () => {
  const read = readRoster(nationLines(nation))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  return read.roster
}

const segmentsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'segments')).map(name => join(folder, 'segments', name))

const withData = async (folder: string, engine: Engine): Promise<void> => {
  for (const name of dataTableNames) {
    const path = join(folder, 'season/dataset', `${name}.parquet`)
    if (existsSync(path))
      await engine.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(path)})`)
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1000

type Result = Readonly<Record<string, unknown>>

/** Each gives what it measured; the time of the engine alone where what is around it is not what is meant. */
const steps: Readonly<Record<string, (folder: string) => Promise<Result>>> = {
  make: async folder => {
    mkdirSync(join(folder, 'segments'))
    const engine = await openEngine({ spill: join(folder, 'spill') })
    await writeNation(engine, nation, join(folder, 'segments'))
    return { MB: segmentsIn(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6 }
  },
  roster: async () => ({ units: rosterOf().units.size }),
  write: async folder => {
    const roster = rosterOf()
    const engine = await openEngine({ memoryMb: 384, spill: join(folder, 'spill') })
    const asked = { year, asOf, roster, decisions: new Map(), segments: segmentsIn(folder), only: null }
    const { json } = await writeSeasonFiles(engine, asked, join(folder, 'season'))
    return { reports: json.counts.reports, MB: json.files.reduce((sum, { size }) => sum + size, 0) / 1e6 }
  },
  checks: async folder => {
    const roster = rosterOf()
    const engine = await openEngine({ memoryMb: 256, spill: join(folder, 'spill') })
    await withData(folder, engine)
    await engine.threads(2)
    const start = performance.now()
    const found = foundIn(await runChecks(engine, { year, asOf, roster }))
    const checks = seconds(start)
    const { expected } = plantedIn(year)
    return {
      checks,
      planted: expected.length,
      missed: expected.filter(each => !found.includes(each)),
      besides: found.filter(each => !expected.includes(each)),
    }
  },
  questions: async folder => {
    const engine = await openEngine({ memoryMb: 384, spill: join(folder, 'spill') })
    await withData(folder, engine)
    const times: Record<string, number> = {}
    for (const { id, sql } of questions) {
      const start = performance.now()
      await engine.ask(sql(year))
      times[id] = seconds(start)
    }
    return { times }
  },
  segment: async folder => {
    const engine = await openEngine()
    const rows = await engine.read(
      `SELECT * FROM read_parquet([${segmentsIn(folder).map(quoted).join(', ')}]) LIMIT 1000`,
      segmentColumns,
    )
    const times: number[] = []
    for (let at = 0; at < 9; at++) {
      const start = performance.now()
      await writeSegment(engine, rows, join(folder, 'one.parquet'))
      times.push(performance.now() - start)
    }
    return {
      rows: rows.length,
      ms: times.sort((a, b) => a - b)[4],
      KB: statSync(join(folder, 'one.parquet')).size / 1e3,
    }
  },
  again: seasonAgain,
}

const run = async (step: string, folder: string): Promise<void> => {
  const start = performance.now()
  const result = await steps[step]!(folder)
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const all = {
    seconds: seconds(start),
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    peakMB: maxRSS / 1e3,
    ...result,
  }
  console.log(JSON.stringify(all))
}

const main = (): void => {
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'gongkai-season-'))
  console.log(`${machineLines().join('\n')}\n${units} units, two years, seed ${seed}\n`)
  for (const step of Object.keys(steps)) {
    if (step === 'make' && values.folder) continue
    if (step === 'write') rmSync(join(folder, 'season'), { recursive: true, force: true })
    const child = spawnSync(
      process.execPath,
      [import.meta.filename, ...process.argv.slice(2), '--step', step, '--folder', folder],
      { encoding: 'utf8' },
    )
    console.log(`${step}: ${child.status === 0 ? child.stdout.trim() : `failed\n${child.stderr}`}`)
  }
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}

if (values.step) await run(values.step, values.folder!)
else main()
