import { evenName } from '../../../lib/series/roster/even-name.ts'
import { type Match, type MatchedBy, matchRecord } from '../../../lib/series/roster/match-unit.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { rememberFor } from '../../../lib/util/remember.ts'
import { holdsFor, type Pair } from '../desk/fold.ts'
import { fileName, placeOf } from './same-name.ts'
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

/** Names that were put together have one name. */
const unionOf = () => {
  const parents = new Map<string, string>()
  const find = (name: string): string => {
    let at = name
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent
    return at
  }
  const join = (a: string, b: string) => {
    if (find(a) !== find(b)) parents.set(find(a), find(b))
  }
  return { find, join }
}

/** Name and year, where both are known. */
const nameOf = (report: Reported): string | null =>
  report.authority === null || report.year === null ? null : `${report.year} ${evened(report)}`

const printed = rememberFor(({ key, authority }: Reported) => ({
  place: placeOf(authority ?? ''),
  file: fileName(key),
}))

/** What all reports have in common that are one unit's beyond doubt. */
const lineName = <Report extends Reported>(
  report: Report,
  unit: string | null,
  hasBoth: (stem: string) => boolean,
): string => {
  const { key, year } = report
  if (unit !== null) return JSON.stringify(['unit', unit, year])
  const name = nameOf(report)
  const { place, file } = printed(report)
  const stem = stemName(report)
  if (name !== null && place === 'country') return JSON.stringify(['country', name])
  if (name !== null && place === 'folder') return JSON.stringify(['folder', name, file.folder])
  return stem !== null && hasBoth(stem) ? stem : JSON.stringify(['key', key])
}

const stemName = (report: Reported): string | null => {
  const name = nameOf(report)
  const { folder, stem } = printed(report).file
  return name === null || stem === null ? null : JSON.stringify(['file', name, folder, stem])
}

/** Stems of which there is a file that corrects and one that is corrected. */
const correctedStems = (reports: readonly Reported[]): ReadonlySet<string> => {
  const kinds = new Map<string, Set<boolean>>()
  for (const report of reports) {
    const stem = stemName(report)
    if (stem === null) continue
    const known = kinds.get(stem) ?? new Set()
    kinds.set(stem, known.add(printed(report).file.corrects))
  }
  return new Set([...kinds].flatMap(([stem, those]) => (those.size === 2 ? [stem] : [])))
}

/** Those whom a person has said to be replaced come before what replaces them, whenever they were handed in. */
const inOrder = <Report extends Reported>(
  reports: readonly Report[],
  pairs: readonly Pair[],
): readonly Report[] => {
  const sorted = reports.toSorted(byUpload)
  if (sorted.length === 1) return sorted
  for (const { kind, key, of } of pairs) {
    if (kind !== 'replaces') continue
    const at = sorted.findIndex(report => report.key === key)
    const behind = sorted.findIndex(report => report.key === of)
    if (at >= 0 && behind > at) sorted.splice(behind, 0, ...sorted.splice(at, 1))
  }
  return sorted
}

/** Reports of one unit and year, the oldest first. */
type Line<Report> = readonly Report[]

/** For each line that may be another's the newest report of that one: of one name the first line is nobody's but its own. */
const doubtsOf = <Report extends Reported>(
  lines: readonly Line<Report>[],
  isPlaced: (report: Report) => boolean,
  pairs: readonly Pair[],
): ReadonlyMap<Line<Report>, Report> => {
  const lineOf = new Map(lines.flatMap(line => line.map(({ key }) => [key, line] as const)))
  const apart = new Map<Line<Report>, Set<Line<Report>>>()
  for (const { kind, key, of } of pairs) {
    const [a, b] = [lineOf.get(key)!, lineOf.get(of)!]
    if (kind !== 'separate') continue
    apart.set(a, (apart.get(a) ?? new Set()).add(b))
    apart.set(b, (apart.get(b) ?? new Set()).add(a))
  }
  const open = lines.filter(line => !line.some(isPlaced))
  const byName = Map.groupBy(open, line => line.map(nameOf).find(name => name !== null) ?? null)
  const doubts = new Map<Line<Report>, Report>()
  for (const [name, those] of byName) {
    if (name === null || those.length === 1) continue
    const sorted = those.toSorted((a, b) => byUpload(first(a), first(b)))
    for (const line of sorted) {
      // The first one before it that nobody has told apart; itself where there is none.
      const other = sorted.find(each => each === line || !apart.get(line)?.has(each))!
      if (other !== line) doubts.set(line, other.at(-1)!)
    }
  }
  return doubts
}

const first = <Report extends Reported>(line: Line<Report>): Report =>
  line.reduce((oldest, report) => (byUpload(report, oldest) < 0 ? report : oldest))

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
  const byKey = new Map(reports.map(report => [report.key, report]))
  const standing = said.pairs.filter(({ key, of, version, ofVersion }) => {
    const [a, b] = [byKey.get(key), byKey.get(of)]
    return a && b && holdsFor(version, a.version) && holdsFor(ofVersion, b.version)
  })
  const placedOf = ({ key, of }: Pair) => [key, of].filter(each => unitOf(byKey.get(each)!) !== null).length
  // What the roster places it tells apart by itself.
  const pairs = standing.filter(pair => placedOf(pair) === 0)
  // Of two of which it places one the other is that unit's only where a person says so.
  const half = standing.filter(pair => pair.kind === 'replaces' && placedOf(pair) === 1)
  const corrected = correctedStems(reports)
  const names = new Map(
    reports.map(report => [report.key, lineName(report, unitOf(report), stem => corrected.has(stem))]),
  )
  for (const { kind, key, of } of pairs)
    if (kind === 'separate' && names.get(key) === names.get(of)) names.set(key, JSON.stringify(['key', key]))
  const { find, join } = unionOf()
  for (const { kind, key, of } of pairs) if (kind === 'replaces') join(names.get(key)!, names.get(of)!)
  const groups = Map.groupBy(reports, ({ key }) => find(names.get(key)!))
  const ofGroup = Map.groupBy(pairs, ({ key }) => find(names.get(key)!))
  const lines = [...groups].map(([name, those]) => inOrder(those, ofGroup.get(name) ?? []))
  const doubts = doubtsOf(lines, report => unitOf(report) !== null, pairs)
  const halves = new Map(
    half.flatMap(({ key, of }) => {
      const [a, b] = [byKey.get(key)!, byKey.get(of)!]
      return unitOf(a) === null ? [[a, b] as const] : [[b, a] as const]
    }),
  )
  return lines.flatMap(chain => {
    const doubt = chain.map(report => halves.get(report)).find(Boolean) ?? doubts.get(chain) ?? null
    return chain.map(report => ({ report, ...matched.get(report.key)!, chain, doubt }))
  })
}
