import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportEvent, SeasonEvent } from '../../events/types.ts'
import { openEngine } from '../../functions/season/engine.ts'
import { writeSeasonFiles } from '../../functions/season/write-season.ts'
import { gatherMessages, type Message } from '../../functions/year/gather-messages.ts'
import { sweepKey } from '../../functions/year/layout.ts'
import type { YearPorts } from '../../functions/year/ports.ts'
import { type RunEnd, runSeasons } from '../../functions/year/run-seasons.ts'
import { convert } from '../../lib/convert.ts'
import type { Store } from '../../lib/submission/ports.ts'
import { processUpload } from '../../lib/submission/process.ts'
import { sequencerOfTime } from '../../lib/submission/sequencer.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { fakeBus, fakePorts, sha256, uploadOf } from './submission.ts'

/** Reports as the service leaves them on AWS, and the events that told of them. */
export interface Converted {
  readonly outputs: MemoryStore
  readonly events: readonly ReportEvent[]
}

/** One version of an upload, put at a time. */
export interface Put {
  readonly key: string
  readonly at: string
  readonly html: string
}

/** Converts uploads for good, in their order. */
export const converted = async (puts: readonly Put[]): Promise<Converted> => {
  const bus = fakeBus()
  const outputs = memoryStore()
  for (const [at, { key, at: time, html }] of puts.entries()) {
    const now = new Date(time)
    const upload = uploadOf({ key, version: `v${at}`, sequencer: sequencerOfTime(now) })
    const uploads = { get: async () => new TextEncoder().encode(html) }
    const later = () => new Date(now.getTime() + 5_000)
    await processUpload(upload, fakePorts({ uploads, outputs, bus, convert, now: later }))
  }
  return { outputs, events: bus.events }
}

export const copyOf = async ({ objects }: MemoryStore): Promise<MemoryStore> => {
  const copy = memoryStore()
  for (const [key, { bytes }] of objects) await copy.put(key, bytes)
  return copy
}

export const messageOf = (event: ReportEvent, at: number): Message => ({
  messageId: `m${at}`,
  body: JSON.stringify({ source: 'gongkai', detail: event }),
})

/** As if all receipts had been looked at: what is not gathered is not there. */
export const markSwept = ({ put }: Pick<YearWorld, 'put'>): Promise<void> =>
  put(sweepKey, JSON.stringify({ done: true, after: null }))

export interface YearWorld {
  readonly outputs: MemoryStore
  readonly ports: YearPorts
  readonly told: readonly SeasonEvent[]
  readonly gather: (events: readonly ReportEvent[], ports?: YearPorts) => ReturnType<typeof gatherMessages>
  readonly season: (asked?: { thorough?: boolean }, ports?: YearPorts) => Promise<RunEnd>
  /** The day, in China, of all that follows. */
  readonly setDay: (day: string) => void
  readonly put: (key: string, text: string) => Promise<void>
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, which the tests look into
  readonly json: (key: string) => Promise<any>
}

const folders: string[] = []
export const removeWorlds = async (): Promise<void> => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** Another process with the same outputs and bus. */
export const anotherProcess = async (ports: YearPorts): Promise<YearPorts> => {
  const scratch = await mkdtemp(join(tmpdir(), 'gongkai-year-'))
  folders.push(scratch)
  return { ...ports, scratch }
}

/** A world as it is, for what may happen to it next: a copy of what was written and told, and of what the process keeps. */
export const copyOfWorld = async (
  { outputs, ports, told }: YearWorld,
  options: Parameters<typeof yearWorld>[1],
): Promise<YearWorld> => {
  const copy = await yearWorld(await copyOf(outputs), options)
  await copy.ports.bus.publish(told)
  await cp(ports.scratch, copy.ports.scratch, { recursive: true })
  return copy
}

/** The functions of a season on memory, beside what was converted. */
export const yearWorld = async (
  outputs: MemoryStore,
  {
    day = '2025-02-10',
    writeFiles = writeSeasonFiles,
  }: Partial<Pick<YearPorts, 'writeFiles'>> & { day?: string } = {},
): Promise<YearWorld> => {
  let today = day
  const told: SeasonEvent[] = []
  const ports = await anotherProcess({
    outputs,
    outputsBucket: 'outputs',
    putFile: async (key, path) => outputs.put(key, await readFile(path)),
    uploadPrefix: '',
    bus: {
      publish: async events => {
        told.push(...structuredClone(events))
        return []
      },
    },
    writeFiles,
    now: () => new Date(`${today}T04:00:00Z`),
    scratch: '',
    openEngine,
    goesOn: () => true,
  })
  return {
    outputs,
    ports,
    told,
    gather: (events, by = ports) => gatherMessages(events.map(messageOf), by),
    season: ({ thorough = false } = {}, by = ports) => runSeasons({ thorough }, by),
    setDay: next => {
      today = next
    },
    put: (key, text) => outputs.put(key, new TextEncoder().encode(text)),
    json: async key => JSON.parse(new TextDecoder().decode((await outputs.get(key))!.bytes)),
  }
}

/**
 * A season in a thousandth of the time: which records stand, by unit; who has none is overdue. Like the real one it is
 * made of records, lists and day alone, and the newest run of the newest version of each upload counts.
 */
export const smallSeason: YearPorts['writeFiles'] = async (engine, asked, folder) => {
  const { year, asOf, roster, decisions, segments } = asked
  const list = segments.map(path => `'${path}'`).join(', ')
  const rows =
    segments.length === 0
      ? []
      : await engine.rows(`
SELECT DISTINCT record_id, key, authority, left_out, sequencer, judged_at, year FROM read_parquet([${list}])
ORDER BY key, sequencer, judged_at, record_id`)
  const newest = [...new Map(rows.map(row => [row['key'], row])).values()]
  const standing = newest.filter(row => row['left_out'] === null && Number(row['year']) <= year)
  const reported = new Set(
    standing.filter(row => Number(row['year']) === year).map(row => String(row['authority'])),
  )
  const units = [...roster.units.values()].map(({ unit, name }) => ({
    unit,
    name,
    dueOn: `${year + 1}-01-31`,
    report: reported.has(name) ? { key: name, version: 'v' } : null,
  }))
  const overdue = units.filter(({ report, dueOn }) => report === null && dueOn < asOf)
  const findings = overdue.map(({ unit }) => ({
    id: `unit-not-reported:${unit}`,
    check: 'unit-not-reported',
    severity: 'warning',
    subjects: [{ unit, year, version: null, cells: [] }],
    ...(decisions.has(`unit-not-reported:${unit}`)
      ? { decision: decisions.get(`unit-not-reported:${unit}`) }
      : {}),
  }))
  await mkdir(join(folder, 'dataset'), { recursive: true })
  const table = new TextEncoder().encode(JSON.stringify(standing.map(row => row['record_id'])))
  await writeFile(join(folder, 'dataset/reports.parquet'), table)
  const json = {
    year,
    asOf,
    counts: {
      expected: units.length,
      reported: reported.size,
      reports: reported.size,
      unplaced: 0,
      warnings: overdue.length,
      infos: 0,
      decided: 0,
    },
    units,
    findings,
    leftOut: newest.filter(row => row['left_out'] !== null).map(row => ({ key: row['key'], newest: true })),
    files: [{ path: 'dataset/reports.parquet', size: table.length, sha256: sha256(table) }],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json))
  await writeFile(join(folder, 'season.json'), bytes)
  return { name: `${year}-${sha256(bytes).slice(0, 12)}`, json: json as never, bytes }
}

/** All that a reader finds: the seasons that `current.json` points to, byte by byte, and where Athena looks. */
export const published = async ({ outputs, json }: YearWorld): Promise<Readonly<Record<string, string>>> => {
  const { seasons } = await json('season/current.json')
  const prefixes = Object.values(seasons as Record<string, string>).map(folder => `season/${folder}/`)
  const found: Record<string, string> = { seasons: JSON.stringify(seasons) }
  for (const [key, { bytes }] of outputs.objects)
    if ([...prefixes, 'season/athena/'].some(prefix => key.startsWith(prefix))) found[key] = sha256(bytes)
  return Object.fromEntries(Object.entries(found).sort())
}

/** Files that a season names and that are not there as it says. */
export const brokenFiles = async ({ outputs, json }: YearWorld): Promise<readonly string[]> => {
  if (!outputs.objects.has('season/current.json')) return []
  const { seasons } = await json('season/current.json')
  const broken: string[] = []
  for (const folder of Object.values(seasons as Record<string, string>)) {
    const { files } = await json(`season/${folder}/season.json`)
    for (const { path, sha256: hash } of files) {
      const stored = await outputs.get(`season/${folder}/${path}`)
      if (!stored || sha256(stored.bytes) !== hash) broken.push(`${folder}/${path}`)
    }
  }
  return broken
}

/** The process dies before or after its n-th step outside. */
export class Died extends Error {}

/** Ports of which everything after that many steps dies; `steps()` tells how many there were. */
export const dyingPorts = (ports: YearPorts, after: number, moment: 'before' | 'after') => {
  let steps = 0
  let dead = false
  const around =
    <Given extends readonly unknown[], Result>(run: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (dead) throw new Died()
      steps += 1
      const isLast = steps > after
      if (isLast && moment === 'before') {
        dead = true
        throw new Died()
      }
      const result = await run(...given)
      if (isLast) {
        dead = true
        throw new Died()
      }
      return result
    }
  const { outputs } = ports
  const store: Store = {
    get: outputs.get,
    list: outputs.list,
    put: around(outputs.put),
    putIfAbsent: around(outputs.putIfAbsent),
    putIfMatch: around(outputs.putIfMatch),
  }
  return {
    steps: () => steps,
    ports: {
      ...ports,
      outputs: store,
      putFile: around(ports.putFile),
      bus: { publish: around(ports.bus.publish) },
    },
  }
}
