import { dataschemaOf, type EventType, eventBudget, eventSource } from '../../events/detail-types.ts'
import type { ReportsOverdueV1, SeasonCheckedV1, SeasonEvent } from '../../events/types.ts'
import { converter } from '../../lib/model/version.ts'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import type { Made } from './current.ts'
import { currentKey, seasonPrefix } from './layout.ts'
import { hashOf } from './sha256.ts'

/** A season that stands in its folder, with what is needed to tell of it. */
export interface Standing {
  readonly bucket: string
  readonly folder: string
  readonly json: SeasonJson
  /** Of season.json. */
  readonly size: number
  readonly sha256: string
}

/** What stood for the year until now. */
export interface Before {
  readonly folder: string
  readonly made: Made
}

const contextOf = <Type extends SeasonEvent['type']>(
  type: Type,
  { json: { year } }: Standing,
  id: string,
  sequence: number,
  now: Date,
) =>
  ({
    specversion: '1.0',
    id,
    source: eventSource,
    type,
    subject: `season/${year}`,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataschemaOf(type as EventType),
    sequence: String(sequence).padStart(8, '0'),
  }) as const

const pointerTo = ({ folder, json }: Standing, path: string) => {
  const file = json.files.find(each => each.path === path)
  return file && { key: seasonPrefix(folder) + path, size: file.size, sha256: file.sha256 }
}

const seasonOf = ({ folder, size, sha256 }: Standing) => ({
  key: `${seasonPrefix(folder)}season.json`,
  size,
  sha256,
})

const checksOf = ({ findings }: SeasonJson): SeasonCheckedV1['data']['checks'] =>
  [...Map.groupBy(findings, ({ check }) => check)]
    .map(([check, those]) => {
      const open = those.filter(({ decision }) => !decision)
      const of = (severity: string): number => open.filter(each => each.severity === severity).length
      return { check, warnings: of('warning'), infos: of('info'), decided: those.length - open.length }
    })
    .sort((a, b) => (a.check < b.check ? -1 : 1))

/** The same season in the place of the same has the same id. */
export const seasonChecked = (
  season: Standing,
  before: Before | null,
  sequence: number,
  now: Date,
): SeasonCheckedV1 => {
  const { bucket, folder, json, sha256 } = season
  const type = 'gongkai.season.checked.v1'
  const id = hashOf([bucket, `season/${json.year}`, type, sha256, before?.made.checked ?? null])
  const [workbook, page] = [pointerTo(season, '年报季.xlsx'), pointerTo(season, 'index.html')]
  return {
    ...contextOf(type, season, id, sequence, now),
    data: {
      year: json.year,
      asOf: json.asOf,
      converter: { ...converter },
      ...(before ? { replaces: { folder: before.folder, event: before.made.checked } } : {}),
      counts: { ...json.counts, leftOut: json.leftOut.filter(({ newest }) => newest).length },
      checks: checksOf(json),
      outputs: {
        bucket,
        prefix: seasonPrefix(folder),
        season: seasonOf(season),
        ...(workbook ? { workbook } : {}),
        ...(page ? { page } : {}),
        current: { key: currentKey },
      },
    },
  }
}

type OverdueUnit = ReportsOverdueV1['data']['units'][number]

/** Units that did not report although their day has passed, those left out that somebody decided about. */
export const overdueUnits = ({ findings, units }: SeasonJson): readonly OverdueUnit[] => {
  const open = findings.filter(({ check, decision }) => check === 'unit-not-reported' && !decision)
  const overdue = new Set(open.flatMap(({ subjects }) => subjects.map(({ unit }) => unit)))
  return units.flatMap(({ unit, name, dueOn }) =>
    overdue.has(unit) && dueOn !== null ? [{ unit, name, dueOn }] : [],
  )
}

export const hashOfOverdue = (units: readonly OverdueUnit[]): string =>
  hashOf(units.map(({ unit, dueOn }) => [unit, dueOn]))

/** The first of them in one event. */
const most = 100

const bytesOf = (event: SeasonEvent): number => Buffer.byteLength(JSON.stringify(event))

/** Leaves out units from the end until the event keeps the budget: a name may be of any length. */
const withinBudget = (event: ReportsOverdueV1): ReportsOverdueV1 => {
  const { units, unitsLeftOut } = event.data
  if (bytesOf(event) <= eventBudget || units.length === 0) return event
  const data = { ...event.data, units: units.slice(0, -1), unitsLeftOut: unitsLeftOut + 1 }
  return withinBudget({ ...event, data })
}

export const reportsOverdue = (
  season: Standing,
  before: Made['overdue'],
  sequence: number,
  now: Date,
): ReportsOverdueV1 => {
  const { bucket, folder, json, sha256 } = season
  const type = 'gongkai.reports.overdue.v1'
  const overdue = overdueUnits(json)
  const units = overdue.slice(0, most)
  const id = hashOf([bucket, `season/${json.year}`, type, sha256, before?.event ?? null])
  return withinBudget({
    ...contextOf(type, season, id, sequence, now),
    data: {
      year: json.year,
      asOf: json.asOf,
      converter: { ...converter },
      ...(before ? { replaces: { event: before.event } } : {}),
      expected: json.counts.expected,
      reported: json.counts.reported,
      overdue: overdue.length,
      units,
      unitsLeftOut: overdue.length - units.length,
      outputs: { bucket, prefix: seasonPrefix(folder), season: seasonOf(season) },
    },
  })
}
