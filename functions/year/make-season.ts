import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { dayInChina } from '../../lib/series/newest.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { TransientFailure } from '../../lib/submission/errors.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { inOrder } from '../../lib/util/in-order.ts'
import { count, logger } from '../observe.ts'
import type { SeasonFiles } from '../season/write-season.ts'
import { type Current, type Made, moveCurrent, readCurrent, type StoredCurrent } from './current.ts'
import { finish } from './finish.ts'
import { outboxKey, seasonPrefix } from './layout.ts'
import { type Lists, readLists } from './lists.ts'
import type { Segments } from './local-segments.ts'
import type { YearPorts } from './ports.ts'
import { sha256 } from './sha256.ts'
import { hashOfOverdue, overdueUnits, reportsOverdue, type Standing, seasonChecked } from './tell.ts'

export interface YearAsked {
  readonly year: number
  /** The day in China. */
  readonly asOf: string
  readonly lists: Lists
  readonly segments: Segments
  /** Stands for records, lists and program. */
  readonly inputs: string
  readonly isNewest: boolean
}

/** Whether anything can be different from what stands. */
export const isStale = ({ made }: Current, { year, inputs, asOf }: YearAsked): boolean => {
  const before = made[String(year)]
  if (!before || before.inputs !== inputs) return true
  return before.quietUntil !== null && asOf > before.quietUntil
}

/** The last day on which the season says the same: then a deadline passes, or a decision ends. */
const quietUntil = ({ asOf, units, findings }: SeasonJson): string | null => {
  const days = [
    ...units.flatMap(({ dueOn, report }) => (dueOn !== null && report === null ? [dueOn] : [])),
    ...findings.flatMap(({ decision }) => decision?.until ?? []),
  ]
  return days.filter(day => day >= asOf).sort()[0] ?? null
}

const atOnce = 16
const last = 'season.json'

const upload = async (folder: string, name: string, ports: YearPorts): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  const put = async (path: string): Promise<void> => {
    const below = relative(folder, path).split(sep).join('/')
    if (below !== last) await ports.putFile(seasonPrefix(name) + below, path)
  }
  for await (const _ of inOrder(paths, atOnce, put));
  await ports.putFile(seasonPrefix(name) + last, join(folder, last))
}

interface Change {
  readonly folder: string
  readonly made: Made
}

/** What the commit is to say, its events kept where they are sent from. */
const changeOf = async (
  files: SeasonFiles,
  { year, inputs, isNewest, segments }: YearAsked,
  { current }: StoredCurrent,
  ports: YearPorts,
): Promise<Change> => {
  const { name, json, bytes } = files
  const before = current.made[String(year)]
  const folder = current.seasons[String(year)]
  const standing: Standing = {
    bucket: ports.outputsBucket,
    folder: name,
    json,
    size: bytes.length,
    sha256: sha256(bytes),
  }
  const isSame = before !== undefined && folder === name
  const sequence = (before?.sequence ?? 0) + (isSame ? 0 : 1)
  const now = ports.now()
  const keep = async (event: { readonly id: string }): Promise<string> => {
    // Whoever was first gave it its time.
    await ports.outputs.putIfAbsent(outboxKey(event.id), toJson(event))
    return event.id
  }
  const earlier = before && folder !== undefined ? { folder, made: before } : null
  const checked = isSame ? before.checked : await keep(seasonChecked(standing, earlier, sequence, now))
  const units = isNewest ? overdueUnits(json) : []
  const hash = hashOfOverdue(units)
  const isNews = isNewest && (before?.overdue ? before.overdue.hash !== hash : units.length > 0)
  const overdue = isNews
    ? { hash, event: await keep(reportsOverdue(standing, before?.overdue, sequence, now)) }
    : before?.overdue
  const { paths, latest } = segments
  const seen = { inputs, latest, segments: paths.length, quietUntil: quietUntil(json) }
  return { folder: name, made: { ...seen, sequence, checked, ...(overdue ? { overdue } : {}) } }
}

/** Lists or day are others by now: what was made is of yesterday. */
export class Outrun extends TransientFailure {
  constructor() {
    super('lists or day have changed while the season was made')
    this.name = 'Outrun'
  }
}

/** Whether what stands was made by somebody who saw more. */
const isOlder = ({ made }: Current, { year, segments: { paths, latest } }: YearAsked): boolean => {
  const before = made[String(year)]
  if (!before) return false
  return before.latest > latest || (before.latest === latest && before.segments > paths.length)
}

/**
 * Asked after what stands was read: who moved it before that had lists that are seen here, and who moves it after makes our
 * own move fail.
 */
const demandSameLists = async ({ lists, asOf }: YearAsked, ports: YearPorts): Promise<void> => {
  const now = await readLists(ports)
  const isSame = now !== null && 'hash' in now && now.hash === lists.hash
  if (!isSame || dayInChina(ports.now().toISOString()) !== asOf) throw new Outrun()
}

const attempts = 5

/** Commits what was made, unless somebody else has made the same meanwhile. */
const commit = async (
  files: SeasonFiles,
  folder: string,
  asked: YearAsked,
  ports: YearPorts,
): Promise<void> => {
  const { year } = asked
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await readCurrent(ports.outputs)
    if (!isStale(stored.current, asked) || isOlder(stored.current, asked)) return
    await demandSameLists(asked, ports)
    // What was committed and not told must not be lost under the next.
    await finish(ports)
    if (stored.current.seasons[String(year)] !== files.name) await upload(folder, files.name, ports)
    const change = await changeOf(files, asked, stored, ports)
    if (!(await moveCurrent(ports.outputs, stored, year, change.folder, change.made))) continue
    count('SeasonsMade')
    logger.info('season', { year, folder: files.name, asOf: asked.asOf, ...files.json.counts })
    await finish(ports)
    return
  }
  throw new TransientFailure(`the current seasons were moved by others ${attempts} times in a row`)
}

/** Makes the season of a year and commits it. Throws DamagedSegment. */
export const makeSeason = async (asked: YearAsked, ports: YearPorts): Promise<void> => {
  const folder = join(ports.scratch, `season-${asked.year}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const engine = await ports.openEngine()
  try {
    const { year, asOf, lists, segments } = asked
    const { roster, decisions } = lists
    const files = await ports.writeFiles(
      engine,
      { year, asOf, roster, decisions, segments: segments.paths, only: null },
      folder,
    )
    await commit(files, folder, asked, ports)
  } finally {
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}
