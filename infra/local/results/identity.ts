import { evenName } from '../../../lib/series/roster/even-name.ts'
import { type Match, type MatchedBy, matchRecord } from '../../../lib/series/roster/match-unit.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { rememberFor } from '../../../lib/util/remember.ts'
import { holdsFor, type Pair } from '../desk/fold.ts'
import { isOneUnits } from './same-name.ts'
import type { Version } from './version.ts'

/** What identity asks of the newest version of an upload that gave a report. */
export type Reported = Pick<
  Version,
  'key' | 'version' | 'sequencer' | 'uploadedAt' | 'year' | 'authority' | 'named'
>

/** Whose a report is, and with which others it stands in one line. */
export interface Identified<Report extends Reported = Reported> {
  readonly report: Report
  readonly unit: { readonly unit: string; readonly by: MatchedBy | 'person' } | null
  /** Why the roster does not tell; null where it does, or where there is none. */
  readonly unmatched: Exclude<Match, { readonly unit: string }> | null
  /** All reports of the same unit and year, the oldest first: the last one takes the place of the others. */
  readonly chain: readonly Report[]
  /** The report that this chain may belong to, for a person to say. */
  readonly doubt: Report | null
}

export interface Said {
  readonly placed: ReadonlyMap<string, { readonly unit: string; readonly version: string | null }>
  readonly pairs: readonly Pair[]
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of uploads across keys; `lib/series/newest.ts` says the same. */
export const byUpload = (a: Reported, b: Reported): number =>
  compareText(a.uploadedAt ?? '', b.uploadedAt ?? '') || compareText(a.key, b.key)

type Matched = Pick<Identified, 'unit' | 'unmatched'>

/** Each report is looked up once in each roster, however often all are told apart. */
const matches = rememberFor((roster: Roster) =>
  rememberFor(({ key, year, authority, named }: Reported): Matched => {
    const match = matchRecord(roster, {
      ...{ key, year, authority },
      authority_as_printed: named?.authorityAsPrinted ?? null,
      signed_by: named?.signedBy ?? null,
      title: named?.title ?? null,
    })
    return match.unit === null
      ? { unit: null, unmatched: match }
      : { unit: { unit: match.unit, by: match.by }, unmatched: null }
  }),
)

const evened = rememberFor(({ authority }: Reported): string => evenName(authority ?? ''))

/** The unit that a person has said, if the roster has it; else the one that the report tells. */
const matchOf = (report: Reported, roster: Roster | null, said: Said): Matched => {
  if (!roster) return { unit: null, unmatched: null }
  const placed = said.placed.get(report.key)
  return placed &&
    holdsFor(placed.version, report.version) &&
    report.year !== null &&
    roster.units.has(placed.unit)
    ? { unit: { unit: placed.unit, by: 'person' }, unmatched: null }
    : matches(roster)(report)
}

interface Line<Report> {
  readonly reports: readonly Report[]
  readonly doubt: Report | null
}

/** Whether two reports are of one unit and year. */
type Relation = 'same' | 'separate' | 'unknown'

interface Telling {
  readonly unitOf: (report: Reported) => string | null
  readonly pairs: readonly Pair[]
}

const byPrint = (a: Reported, b: Reported, { unitOf }: Telling): Relation => {
  const [unit, other] = [unitOf(a), unitOf(b)]
  if (a.year !== b.year) return 'separate'
  if (unit !== null || other !== null) return unit === other ? 'same' : 'separate'
  if (a.authority === null || b.authority === null) return 'separate'
  if (evened(a) !== evened(b)) return 'separate'
  return isOneUnits(a, b) ? 'same' : 'unknown'
}

/** A person's word comes before what is printed. */
const relationOf = (report: Reported, { reports }: Line<Reported>, telling: Telling): Relation => {
  const said = new Set(
    telling.pairs
      .filter(({ key, of }) => reports.some(each => isPair([key, of], [report.key, each.key])))
      .map(({ kind }) => kind),
  )
  if (said.size > 0) return said.has('replaces') ? 'same' : 'separate'
  const relations = new Set(reports.map(each => byPrint(report, each, telling)))
  return relations.has('same') ? 'same' : relations.has('unknown') ? 'unknown' : 'separate'
}

const isPair = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]): boolean =>
  (a === c && b === d) || (a === d && b === c)

/** Reports of one group in lines, each of one unit and year. */
const linesOf = <Report extends Reported>(
  reports: readonly Report[],
  telling: Telling,
): readonly Line<Report>[] => {
  let lines: readonly Line<Report>[] = []
  for (const report of reports.toSorted(byUpload)) {
    const related = lines.map(line => ({ line, relation: relationOf(report, line, telling) }))
    const same = related.filter(({ relation }) => relation === 'same').map(({ line }) => line)
    const unknown = related.findLast(({ relation }) => relation === 'unknown')?.line
    const first = same[0]
    const joined = {
      reports: [...same.flatMap(line => line.reports), report],
      doubt: first ? first.doubt : (unknown?.reports.at(-1) ?? null),
    }
    lines = [...lines.filter(line => !same.includes(line)), joined]
  }
  return lines
}

/** Those whom a person has said to be replaced come before what replaces them, whenever they were handed in. */
const inOrder = <Report extends Reported>(
  reports: readonly Report[],
  pairs: readonly Pair[],
): readonly Report[] => {
  const sorted = reports.toSorted(byUpload)
  for (const { kind, key, of } of pairs) {
    const at = sorted.findIndex(report => report.key === key)
    const behind = sorted.findIndex(report => report.key === of)
    if (kind === 'replaces' && at >= 0 && behind > at) sorted.splice(behind, 0, ...sorted.splice(at, 1))
  }
  return sorted
}

/** Names that were put together have one name. */
const unionOf = () => {
  const parents = new Map<string, string>()
  const find = (name: string): string => {
    const parent = parents.get(name)
    return parent === undefined ? name : find(parent)
  }
  const join = (a: string, b: string) => {
    if (find(a) !== find(b)) parents.set(find(a), find(b))
  }
  return { find, join }
}

/**
 * Whose each report is and which others it replaces: with a roster those of one unit and year, the unit being told by a
 * person or by what is printed; else those of one full name and year, only where it is beyond doubt that they are one
 * unit's, or a person has said so.
 */
export const identify = <Report extends Reported>(
  reports: readonly Report[],
  roster: Roster | null,
  said: Said,
): readonly Identified<Report>[] => {
  const matched = new Map(reports.map(report => [report.key, matchOf(report, roster, said)]))
  const unitOf = ({ key }: Reported): string | null => matched.get(key)?.unit?.unit ?? null
  const nameOf = (report: Report): string => {
    const unit = unitOf(report)
    if (unit !== null) return JSON.stringify(['unit', unit, report.year])
    if (report.authority === null || report.year === null) return JSON.stringify(['key', report.key])
    return JSON.stringify(['name', evened(report), report.year])
  }
  const byKey = new Map(reports.map(report => [report.key, report]))
  const { find, join } = unionOf()
  // A person's word leads across names, but not from one unit of the roster to another.
  const pairs = said.pairs.filter(({ kind, key, of, version, ofVersion }) => {
    const [a, b] = [byKey.get(key), byKey.get(of)]
    if (!a || !b || !holdsFor(version, a.version) || !holdsFor(ofVersion, b.version)) return false
    if (unitOf(a) !== null && unitOf(b) !== null) return false
    if (kind === 'replaces') join(nameOf(a), nameOf(b))
    return true
  })
  const groups = Map.groupBy(reports, report => find(nameOf(report)))
  return [...groups.values()].flatMap(group => {
    const keys = new Set(group.map(({ key }) => key))
    const telling = { unitOf, pairs: pairs.filter(({ key, of }) => keys.has(key) && keys.has(of)) }
    return linesOf(group, telling).flatMap(({ reports: those, doubt }) => {
      const chain = inOrder(those, telling.pairs)
      const unit = chain.map(({ key }) => matched.get(key)!.unit).find(each => each !== null)
      return chain.map(report => {
        const own = matched.get(report.key)!
        // Who takes the place of a unit's report is of that unit.
        if (own.unit || !unit) return { report, ...own, chain, doubt }
        return { report, unit: { unit: unit.unit, by: 'person' as const }, unmatched: null, chain, doubt }
      })
    })
  })
}
