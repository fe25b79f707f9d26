import { readByOcr } from '../../../lib/checks/cells/read-by-ocr.ts'
import { evenName } from '../../../lib/series/roster/even-name.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import type { DeskRead } from '../desk/desk.ts'
import type { Judge } from './board.ts'
import { changesBetween } from './changes.ts'
import type { DeskStanding, Earlier, EntryDesk, Filed } from './entry.ts'
import { type Identified, identify } from './identity.ts'
import type { Version } from './version.ts'

export interface JudgeFacts {
  readonly desk: DeskRead
  /** Hashes of our own sample reports. */
  readonly samples: ReadonlySet<string>
  readonly roster: () => Roster | null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The versions of an upload that gave a report, the oldest first; none where its newest version gave none. */
const reportsOf = ({ result, versions = [] }: Filed): readonly Version[] =>
  result?.outcome === 'validated'
    ? versions
        .filter(({ outcome }) => outcome === 'validated')
        .toSorted((a, b) => compareText(a.sequencer, b.sequencer))
    : []

const earlierOf = ({ key, version, uploadedAt, judgedAt, verdict, files }: Version): Earlier => ({
  ...{ key, version, verdict, files },
  time: uploadedAt ?? judgedAt,
})

/** Whether an earlier version of a file is one of the same report: what lay there under the name may have been another's. */
const isOfSame = (version: Version, newest: Version): boolean =>
  version === newest ||
  (version.year === newest.year && evenName(version.authority ?? '') === evenName(newest.authority ?? ''))

/** So many are listed: the newest of them, and the first of all. */
const mostShown = 50

const shown = (before: readonly Version[]): readonly Earlier[] =>
  (before.length <= mostShown ? before : [...before.slice(0, mostShown - 1), before.at(-1)!]).map(earlierOf)

/** Of a scan that no person has named nobody knows whose it is. */
const waitsForName = ({ year, findings }: Version): boolean =>
  year === null && (findings ?? []).some(({ check }) => check === readByOcr.id)

const openOf = ({ report, unmatched, doubt }: Identified<Version>, isDoubted: boolean): EntryDesk['open'] => {
  const proposals = unmatched?.proposals ?? []
  if (waitsForName(report)) return { reason: 'name-waits', proposals: [] }
  if (doubt && isDoubted) return { reason: 'same-name', proposals, of: doubt.key }
  return unmatched && { reason: unmatched.reason, proposals }
}

/** Says of each file that is listed how it stands among the others. */
export const judgeAt =
  ({ desk, samples, roster: rosterNow }: JudgeFacts): Judge =>
  filed => {
    const roster = rosterNow()
    const listed = filed.filter(({ key }) => !desk.removed(key))
    const reports = new Map(listed.map(each => [each.key, reportsOf(each)]))
    const isSample = ({ result }: Filed) => result?.sha256 != null && samples.has(result.sha256)
    const newest = listed.flatMap(each => (isSample(each) ? [] : (reports.get(each.key)?.slice(-1) ?? [])))
    const identified = new Map(
      identify(newest, roster, desk.folded()).map(each => [each.report.key, each] as const),
    )
    const mayCount = ({ key }: Version): boolean => desk.excluded(key) === null
    /** Two that may both count are one too many. */
    const isDoubted = ({ doubt, chain }: Identified<Version>): boolean =>
      doubt !== null && chain.some(mayCount) && (identified.get(doubt.key)?.chain.some(mayCount) ?? false)

    const chains = new Map<readonly Version[], readonly Version[]>()
    /** All versions of the reports of a chain that are of its unit and year, the oldest first. */
    const versionsOf = ({ chain }: Identified<Version>): readonly Version[] => {
      const known = chains.get(chain)
      if (known) return known
      const all = chain.flatMap(newest => reports.get(newest.key)!.filter(each => isOfSame(each, newest)))
      chains.set(chain, all)
      return all
    }
    /** Those before a report, the newest first. */
    const beforeOf = (found: Identified<Version>): readonly Version[] => {
      const all = versionsOf(found)
      return all.slice(0, all.indexOf(found.report)).toReversed()
    }
    const standingOf = (each: Filed, found: Identified<Version> | undefined): DeskStanding => {
      if (isSample(each)) return 'sample'
      if (!found) return 'none'
      if (!mayCount(found.report)) return 'excluded'
      if (found.chain.findLast(mayCount) !== found.report) return 'replaced'
      return isDoubted(found) ? 'open' : 'counted'
    }
    const deskOf = (each: Filed): EntryDesk => {
      const found = identified.get(each.key)
      const standing = standingOf(each, found)
      const before = found && beforeOf(found)
      const { sha256 = null } = each.result ?? {}
      const unit = found?.unit ?? null
      return {
        unit: unit && { ...unit, name: roster?.units.get(unit.unit)?.name ?? unit.unit },
        open: found && standing !== 'replaced' ? openOf(found, isDoubted(found)) : null,
        standing,
        excluded: desk.excluded(each.key),
        replacedBy: standing === 'replaced' ? (found?.chain.findLast(mayCount)?.key ?? null) : null,
        // Whoever looks for them comes by the one that stands in their place.
        earlier: before && standing !== 'replaced' ? shown(before) : [],
        changes: before?.[0] ? changesBetween(before[0].findings, found!.report.findings) : null,
        decided: sha256 === null ? 0 : desk.decisionsOf(sha256).size,
        entered: sha256 === null ? 0 : desk.enteredOf(sha256).length,
      }
    }
    return new Map(listed.map(each => [each.key, deskOf(each)]))
  }
