import type { Message } from '../../../lib/model/message.ts'
import { arrivalDay } from '../../../lib/series/arrival-day.ts'
import { dayInChina } from '../../../lib/series/newest.ts'
import { expectedUnits } from '../../../lib/series/roster/relations.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import type { RosterNow } from '../desk/roster-now.ts'
import type { Entry, Filed } from './entry.ts'

/** `not-due`: its day has not come. */
export type UnitStateNow = 'reported' | 'late' | 'missing' | 'overdue' | 'not-due'

export interface UnitNow {
  readonly unit: string
  readonly name: string
  readonly parent: string | null
  readonly kind: string | null
  /** ISO day; null where none is expected of it for the year. */
  readonly due_on: string | null
  readonly state: UnitStateNow
  /** Of the report that counts. */
  readonly key: string | null
  /** ISO day on which it counts as handed in. */
  readonly cameOn: string | null
}

export interface RosterState {
  readonly year: number | null
  /** The newest first. */
  readonly years: readonly number[]
  /** Path of the roster; null where there is none. */
  readonly roster: string | null
  readonly problems: readonly Message[]
  readonly units: readonly UnitNow[]
  /** Keys of the reports of which a person is asked. */
  readonly open: readonly string[]
}

/** The day that tells whether a report is late: as the check `unit-late` has it. */
const cameOn = (
  entry: Entry,
  filed: Filed | undefined,
  due: { readonly due_on: string; readonly due_given: number } | undefined,
): string | null => {
  const newest = filed?.versions?.find(({ sha256 }) => sha256 !== null && sha256 === entry.result?.sha256)
  const first = entry.desk.earlier.at(-1)?.time ?? newest?.uploadedAt ?? null
  const signedOn = newest?.named?.signedOn ?? null
  return arrivalDay({
    ...{ dueOn: due?.due_on ?? null, isGiven: due?.due_given === 1 },
    ...{ firstUploadedOn: dayInChina(first), signedOn },
  })
}

const unitsOf = (
  roster: Roster,
  year: number,
  counted: ReadonlyMap<string, Entry>,
  filedAs: (key: string) => Filed | undefined,
  today: string,
): readonly UnitNow[] => {
  const expected = new Map(expectedUnits(roster, year).map(each => [each.unit, each]))
  return [...roster.units.values()].flatMap(({ unit, name, parent, kind }): readonly UnitNow[] => {
    const due = expected.get(unit)
    const entry = counted.get(unit)
    if (!due && !entry) return []
    const due_on = due?.due_on ?? null
    const came = entry ? cameOn(entry, filedAs(entry.key), due) : null
    const state: UnitStateNow = entry
      ? due_on !== null && came !== null && came > due_on
        ? 'late'
        : 'reported'
      : due_on !== null && due_on < today
        ? 'overdue'
        : 'not-due'
    return [{ unit, name, parent, kind, due_on, state, key: entry?.key ?? null, cameOn: came }]
  })
}

/** Who has reported for a year, and who has not: of the newest year at hand where none is given. */
export const rosterState = (
  { roster, path, problems }: RosterNow,
  entries: readonly Entry[],
  filedAs: (key: string) => Filed | undefined,
  asked: number | null,
  today: string,
): RosterState => {
  const reports = entries.filter(({ desk }) => desk.standing !== 'none' && desk.standing !== 'sample')
  const thisYear = Number(today.slice(0, 4))
  const known = reports.flatMap(({ result }) => result?.year ?? []).filter(year => year <= thisYear)
  const years = [...new Set([...known, ...(asked === null ? [] : [asked])])].toSorted((a, b) => b - a)
  // Without a report the year is that whose reports are being written.
  const year = asked ?? years[0] ?? thisYear - 1
  const counted = new Map(
    reports
      .filter(({ desk, result }) => desk.standing === 'counted' && desk.unit && result?.year === year)
      .map(entry => [entry.desk.unit!.unit, entry]),
  )
  return {
    ...{ year, problems, roster: path },
    years: years.includes(year) ? years : [year, ...years].toSorted((a, b) => b - a),
    units: roster ? unitsOf(roster, year, counted, filedAs, today) : [],
    open: reports
      .filter(({ desk, result }) => desk.open && (result?.year === year || result?.year === null))
      .map(({ key }) => key),
  }
}
