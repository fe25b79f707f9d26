import type { SeasonEvent } from '../../events/types.ts'
import { currentSeason } from '../../lib/series/athena.ts'
import { dataTableNames } from '../../lib/series/data-tables.ts'
import { PermanentFailure, TransientFailure } from '../../lib/submission/errors.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import { count, logger } from '../observe.ts'
import { type Current, newestOf, readCurrent } from './current.ts'
import { manifestKey, outboxKey, seasonPrefix, toldKey } from './layout.ts'
import type { YearPorts } from './ports.ts'

/** Tells Athena where the tables of a season are. */
const pointTo = async (folder: string, season: string, ports: YearPorts): Promise<void> => {
  const root = `s3://${ports.outputsBucket}/${seasonPrefix(folder)}dataset/`
  for (const table of dataTableNames)
    await ports.outputs.put(manifestKey(table, season), new TextEncoder().encode(`${root}${table}.parquet\n`))
}

const pointToAll = async (current: Current, years: readonly string[], ports: YearPorts): Promise<void> => {
  const newest = String(newestOf(current))
  for (const year of years) {
    const folder = current.seasons[year]!
    await pointTo(folder, year, ports)
    if (year === newest) await pointTo(folder, currentSeason, ports)
  }
}

const publish = async (id: string, ports: YearPorts): Promise<void> => {
  const stored = await ports.outputs.get(outboxKey(id))
  if (!stored) throw new PermanentFailure('an event is gone that was to be sent')
  const event = JSON.parse(new TextDecoder().decode(stored.bytes)) as SeasonEvent
  const [failure] = await ports.bus.publish([event])
  if (failure) throw new TransientFailure(`the bus did not take an event: ${failure.code}`)
  logger.info('told', { eventId: id, eventType: event.type, year: event.data.year })
  count('SeasonEvents')
}

interface Untold {
  readonly year: string
  readonly id: string
}

const untoldOf = async ({ made }: Current, { outputs }: YearPorts): Promise<readonly Untold[]> => {
  const untold: Untold[] = []
  for (const [year, { checked, overdue }] of Object.entries(made))
    for (const id of [checked, ...(overdue ? [overdue.event] : [])])
      if (!(await outputs.get(toldKey(id)))) untold.push({ year, id })
  return untold
}

const attempts = 5

/**
 * What comes after the commit, of this run or of one that died: Athena is pointed to the season and the events are
 * sent. `anew`: Athena is pointed to all of them even if that was done. Where the commit moves meanwhile it is done again: an
 * older one must not stay.
 */
export const finish = async (ports: YearPorts, anew = false): Promise<void> => {
  let all = anew
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { current, etag } = await readCurrent(ports.outputs)
    const untold = await untoldOf(current, ports)
    const years = all ? Object.keys(current.seasons) : [...new Set(untold.map(({ year }) => year))]
    if (years.length === 0) return
    await pointToAll(current, years, ports)
    for (const { id } of untold) {
      await publish(id, ports)
      await ports.outputs.put(toldKey(id), toJson({ at: ports.now().toISOString() }))
    }
    if ((await readCurrent(ports.outputs)).etag === etag) return
    all = true
  }
  throw new TransientFailure(`the current seasons were moved by others ${attempts} times in a row`)
}
