import { rm } from 'node:fs/promises'
import { build } from '../../lib/model/build.ts'
import { dayInChina } from '../../lib/series/newest.ts'
import { count, logger } from '../observe.ts'
import type { Engine } from '../season/engine.ts'
import { DamagedSegment, overSegments, segmentRows } from '../season/segment.ts'
import { readCurrent } from './current.ts'
import { finish } from './finish.ts'
import { shape } from './layout.ts'
import { type Lists, readLists } from './lists.ts'
import { fetchSegments, keyOfSegment, type Segments } from './local-segments.ts'
import { isStale, makeSeason, Outrun } from './make-season.ts'
import type { YearPorts } from './ports.ts'
import { hashOf } from './sha256.ts'
import { isSwept, knownVersions, type Swept, sweep } from './sweep.ts'

/** `goesOn`: time is over, there is more to do; the others: nothing can be run before an operator has done something. */
export type RunEnd = 'done' | 'goesOn' | 'noRoster' | 'badLists'

/** Which years there are records of, and what stands for all that the season of one depends on. */
interface YearsAtHand {
  readonly years: readonly number[]
  readonly fingerprintOf: (year: number) => Promise<string>
}

/** What happens to a key that has a report of the year, or of one before, may change the season. */
const fingerprintSql = (from: string, year: number): string => `
WITH r AS (SELECT DISTINCT record_id, key, year FROM ${from}),
  k AS (SELECT DISTINCT key FROM r WHERE year IS NULL OR year <= ${year})
SELECT md5(string_agg(record_id, ',' ORDER BY record_id)) AS hash FROM r WHERE key IN (SELECT key FROM k)`

const yearsAtHand = async (engine: Engine, segments: readonly string[]): Promise<YearsAtHand> => {
  if (segments.length === 0) return { years: [], fingerprintOf: async () => '' }
  const from = segmentRows(segments)
  const rows = await overSegments(engine, segments, () =>
    engine.rows(`SELECT DISTINCT year FROM ${from} WHERE year IS NOT NULL ORDER BY year`),
  )
  return {
    years: rows.map(({ year }) => Number(year)),
    fingerprintOf: async year => {
      const [found] = await overSegments(engine, segments, () => engine.rows(fingerprintSql(from, year)))
      return String(found?.['hash'] ?? '')
    },
  }
}

/**
 * The years to look at: those at hand, none that has not begun; and the one that reports are due for now, where those of
 * the year before it, or later ones, have come: then it has begun even without any.
 */
const yearsOf = (atHand: readonly number[], asOf: string): readonly number[] => {
  const thisYear = Number(asOf.slice(0, 4))
  const due = thisYear - 1
  const begun = atHand.filter(year => year <= thisYear)
  return begun.some(year => year >= due - 1) && !begun.includes(due)
    ? [...begun, due].sort((a, b) => a - b)
    : begun
}

const makeAll = async (lists: Lists, segments: Segments, ports: YearPorts): Promise<void> => {
  const asOf = dayInChina(ports.now().toISOString())!
  const engine = await ports.openEngine()
  const asked: Parameters<typeof makeSeason>[0][] = []
  try {
    const { years: atHand, fingerprintOf } = await yearsAtHand(engine, segments.paths)
    const years = yearsOf(atHand, asOf)
    for (const year of years) {
      const inputs = hashOf([await fingerprintOf(year), lists.hash, build.build, shape])
      asked.push({ year, asOf, lists, segments, inputs, isNewest: year === years.at(-1) })
    }
  } finally {
    engine.close()
  }
  for (const each of asked) {
    const { current } = await readCurrent(ports.outputs)
    if (isStale(current, each)) await makeSeason(each, ports)
  }
}

/** Brings the segments up to what the receipts say. */
const sweepInto = async (segments: readonly string[], ports: YearPorts): Promise<Swept> => {
  const engine = await ports.openEngine()
  let known: Awaited<ReturnType<typeof knownVersions>>
  try {
    known = await knownVersions(engine, segments)
  } finally {
    engine.close()
  }
  return sweep(known, ports)
}

interface Asked {
  /** Look at all receipts too, and point Athena anew. */
  readonly thorough: boolean
  /** Keys of segments that cannot be read; one that was written anew can. */
  readonly damaged: Set<string>
}

const runOnce = async ({ thorough, damaged }: Asked, ports: YearPorts): Promise<RunEnd> => {
  await finish(ports, thorough)
  const lists = await readLists(ports)
  if (!lists) return 'noRoster'
  if ('problems' in lists) return 'badLists'
  const segments = await fetchSegments(ports, damaged)
  if (!thorough && (await isSwept(ports))) {
    await makeAll(lists, segments, ports)
    return 'done'
  }
  const { whole, written } = await sweepInto(segments.paths, ports)
  for (const key of written) damaged.delete(key)
  if (!whole) return 'goesOn'
  await makeAll(lists, await fetchSegments(ports, damaged), ports)
  return 'done'
}

const attempts = 5

/**
 * From segments and lists to the seasons of all years that have changed. Where a segment cannot be read its reports are
 * read again, into others; until then the season before stands.
 */
export const runSeasons = async ({ thorough }: { thorough: boolean }, ports: YearPorts): Promise<RunEnd> => {
  const damaged = new Set<string>()
  let looksAtAll = thorough
  for (let attempt = 1; ; attempt += 1)
    try {
      return await runOnce({ thorough: looksAtAll, damaged }, ports)
    } catch (error) {
      if (attempt === attempts) throw error
      if (error instanceof Outrun) continue
      if (!(error instanceof DamagedSegment)) throw error
      looksAtAll = true
      const key = keyOfSegment(error.path)
      damaged.add(key)
      count('SegmentsDamaged')
      logger.error('a segment that cannot be read', { segment: key })
      await rm(error.path, { force: true })
    }
}
