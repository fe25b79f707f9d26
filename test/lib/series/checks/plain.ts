import { editionById } from '../../../../lib/forms/find-edition.ts'
import { type FormKey, formCells, formKeys } from '../../../../lib/forms/form.ts'
import type { Roster } from '../../../../lib/series/roster/roster.ts'
import type { Unit } from '../../../../lib/series/roster/unit.ts'
import type { Handed } from './invented-season.ts'

/**
 * The checks across reports once more, written without their statements and without SQL: each side of a rule is the
 * stretch of numbers that it can still be.
 */

/** A finding in short: what, where, and for broken ones what was expected. */
export interface PlainFinding {
  readonly check: string
  readonly outcome: 'broken' | 'unassessable'
  readonly unit: string
  readonly cells: readonly string[]
  readonly expected?: number
  readonly actual?: number
}

interface Stretch {
  readonly low: number
  readonly high: number
}

type Value = number | null

const add = (values: readonly Value[]): number =>
  values.reduce<number>((sum, value) => Math.round((sum + (value ?? 0)) * 1e6) / 1e6, 0)

const stretchOf = (values: readonly Value[], signed: readonly Value[] = []): Stretch => {
  if (signed.includes(null)) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const low = add([...values, ...signed])
  return { low, high: values.includes(null) ? Number.POSITIVE_INFINITY : low }
}

type Outcome = 'holds' | 'broken' | 'unassessable'

const equal = (a: Stretch, b: Stretch): Outcome =>
  a.high < b.low || b.high < a.low
    ? 'broken'
    : a.low === a.high && b.low === b.high
      ? 'holds'
      : 'unassessable'

const atLeast = (a: Stretch, b: Stretch): Outcome =>
  a.high < b.low ? 'broken' : a.low >= b.high ? 'holds' : 'unassessable'

/** A report with its cells as numbers, null for those without one that is sure, undefined for those its form has not. */
interface Report {
  readonly handed: Handed
  readonly at: (key: string) => Value | undefined
}

const endsAfter = ({ since, until }: Unit, year: number): boolean =>
  (since === null || since <= `${year}-12-31`) && (until === null || until >= `${year}-12-31`)

export interface PlainSeason {
  readonly roster: Roster
  readonly reports: ReadonlyMap<string, Report>
  readonly year: number
}

/** The last one handed in for each unit and year, as the records say it: by time, then by name of the file. */
export const plainSeason = (roster: Roster, handed: readonly Handed[], year: number): PlainSeason => {
  const unitByName = new Map([...roster.units.values()].map(({ unit, name }) => [name, unit]))
  const reports = new Map<string, Report>()
  const inOrder = [...handed].sort((a, b) => {
    const [one, two] = [a, b].map(
      each => `${each.uploadedAt ?? `${each.year + 1}-01-10T00:00:00Z`} ${each.key ?? ''}`,
    )
    return one! < two! ? -1 : 1
  })
  for (const each of inOrder) {
    const cells = new Set(
      formKeys.flatMap(form => formCells(editionById(each.edition).forms[form]).map(({ key }) => key)),
    )
    const at = (key: string): Value | undefined => {
      if (!cells.has(key)) return undefined
      if (each.doubtful?.includes(key)) return null
      return key in each.figures ? each.figures[key]! : 0
    }
    reports.set(`${unitByName.get(each.name ?? '')} ${each.year}`, { handed: each, at })
  }
  return { roster, reports, year }
}

/** The units whose reports of the year before a unit goes on with. */
const before = ({ roster, year }: PlainSeason, unit: string): readonly string[] =>
  [...roster.units.values()]
    .filter(each => endsAfter(each, year - 1))
    .filter(each => {
      let at: Unit | undefined = each
      while (at && !endsAfter(at, year))
        at = at.successor === null ? undefined : roster.units.get(at.successor)
      return at?.unit === unit
    })
    .map(each => each.unit)

const under = ({ roster, year }: PlainSeason, unit: string): readonly string[] =>
  [...roster.units.values()]
    .filter(each => each.parent === unit && endsAfter(each, year))
    .flatMap(each => [
      each.unit,
      ...(each.scope === 'own' ? under({ roster, year, reports: new Map() }, each.unit) : []),
    ])

const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'socialOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
]

const found = (
  check: string,
  unit: string,
  places: readonly {
    readonly cells: readonly string[]
    readonly outcome: Outcome
    readonly expected?: number
    readonly actual?: Value
  }[],
): readonly PlainFinding[] => {
  const open = places.filter(({ outcome }) => outcome === 'unassessable')
  return [
    ...places
      .filter(({ outcome }) => outcome === 'broken')
      .map(
        ({ cells, expected, actual }): PlainFinding => ({
          check,
          outcome: 'broken',
          unit,
          cells: [...cells].sort(),
          ...(typeof actual === 'number' ? { actual, expected: expected! } : {}),
        }),
      ),
    ...(open.length === 0
      ? []
      : [
          {
            check,
            outcome: 'unassessable' as const,
            unit,
            cells: [...new Set(open.flatMap(({ cells }) => cells))].sort(),
          },
        ]),
  ]
}

/** Everything that is compared with the year before. */
const againstLastYear = (season: PlainSeason, unit: string, own: Report): readonly PlainFinding[] => {
  const earlier = before(season, unit).map(each => season.reports.get(`${each} ${season.year - 1}`))
  if (!earlier.some(report => report !== undefined)) return []
  const last = (key: string): readonly Value[] => earlier.map(report => report?.at(key) ?? null)
  const has = (key: string): boolean =>
    earlier.every(report => report === undefined || report.at(key) !== undefined)
  const table2 = 'proactiveDisclosure'
  const rows = [
    'rules',
    'normativeDocuments',
    'administrativeLicensing',
    'otherManagementServices',
    'administrativePenalty',
    'administrativeCompulsion',
    'administrativeFees',
  ]
  const carried = columns.map(column => {
    const key = `requests.carriedOver.${column}`
    const then = last(`requests.carriedForward.${column}`)
    return {
      cells: [key],
      outcome: equal(stretchOf([own.at(key)!]), stretchOf(then)),
      expected: add(then),
      actual: own.at(key)!,
    }
  })
  const inForce = (row: string) => {
    const [now, gone, made] = ['inForce', 'repealed', 'issued'].map(column =>
      own.at(`${table2}.${row}.${column}`),
    )
    const key = `${table2}.${row}.inForce`
    if (now === undefined || gone === undefined || made === undefined || !has(key)) return []
    const then = last(key)
    return [
      {
        cells: [key, `${table2}.${row}.repealed`, `${table2}.${row}.issued`],
        outcome: equal(stretchOf([now, gone]), stretchOf([...then, made])),
        expected: add([...then, made, gone === null ? null : -gone]),
        actual: now,
      },
    ]
  }
  const items = rows.flatMap(row => {
    const [key, change] = [`${table2}.${row}.previousYearItems`, `${table2}.${row}.changeThisYear`]
    const now = own.at(key)
    if (now === undefined || !has(key)) return []
    const outcome = equal(stretchOf([now]), stretchOf(last(key), last(change)))
    return [{ cells: [key], outcome, expected: add([...last(key), ...last(change)]), actual: now }]
  })
  const totals = rows.flatMap(row => {
    const key = `${table2}.${row}.totalDisclosed`
    const now = own.at(key)
    if (now === undefined || !has(key)) return []
    return [
      {
        cells: [key],
        outcome: atLeast(stretchOf([now]), stretchOf(last(key))),
        expected: add(last(key)),
        actual: now,
      },
    ]
  })
  const jumps = allCells(own).flatMap(key => {
    const [now, then] = [own.at(key)!, last(key)]
    if (now === null || then.includes(null)) return []
    const [small, large] = [now, add(then)].sort((a, b) => a - b)
    const isJump = large! >= 10 * small! && large! - small! >= 50
    return isJump ? [{ cells: [key], outcome: 'broken' as const, expected: add(then), actual: now }] : []
  })
  return [
    ...found('carried-over-against-last-year', unit, carried),
    ...found('rules-in-force-against-last-year', unit, inForce('rules')),
    ...found('normative-in-force-against-last-year', unit, inForce('normativeDocuments')),
    ...found('items-against-last-year', unit, items),
    ...found('disclosed-total-against-last-year', unit, totals),
    ...found('jump-against-last-year', unit, jumps),
  ]
}

const allCells = ({ handed }: Report): readonly string[] =>
  formKeys
    .flatMap((form: FormKey) => formCells(editionById(handed.edition).forms[form]).map(({ key }) => key))
    .filter(key => !key.endsWith('.changeThisYear'))

const againstUnits = (season: PlainSeason, unit: Unit, own: Report): readonly PlainFinding[] => {
  if (unit.scope !== 'wholeArea' || !endsAfter(unit, season.year)) return []
  const units = under(season, unit.unit).map(each => season.reports.get(`${each} ${season.year}`))
  if (!units.some(report => report !== undefined)) return []
  const places = allCells(own).map(key => {
    const [now, theirs] = [own.at(key)!, units.map(report => report?.at(key) ?? null)]
    const [mine, sum] = [stretchOf([now]), stretchOf(theirs)]
    const outcome =
      mine.high < sum.low
        ? 'broken'
        : mine.low === mine.high && sum.low === sum.high && mine.low === sum.low
          ? 'holds'
          : 'unassessable'
    return { cells: [key], outcome, expected: add(theirs), actual: now } as const
  })
  return found('summary-against-units', unit.unit, places)
}

/** What the equations find in a season. */
export const plainFindings = (season: PlainSeason): readonly PlainFinding[] =>
  [...season.roster.units.values()]
    .filter(unit => season.reports.has(`${unit.unit} ${season.year}`))
    .flatMap(unit => {
      const own = season.reports.get(`${unit.unit} ${season.year}`)!
      return [...againstLastYear(season, unit.unit, own), ...againstUnits(season, unit, own)]
    })
