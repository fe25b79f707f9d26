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

const openOf = ({ unmatched, doubt }: Identified<Version>, isDoubted: boolean): EntryDesk['open'] => {
  const proposals = unmatched?.proposals ?? []
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
      const chain = found?.chain.flatMap(({ key, year }) =>
        reports.get(key)!.filter(version => version.year === year),
      )
      const earlier = chain?.slice(0, chain.indexOf(found!.report)) ?? []
      const before = earlier.at(-1)
      const { sha256 = null } = each.result ?? {}
      const unit = found?.unit ?? null
      return {
        unit: unit && { ...unit, name: roster?.units.get(unit.unit)?.name ?? unit.unit },
        open: found && standing !== 'replaced' ? openOf(found, isDoubted(found)) : null,
        standing,
        excluded: desk.excluded(each.key),
        replacedBy: standing === 'replaced' ? (found?.chain.findLast(mayCount)?.key ?? null) : null,
        earlier: earlier.map(earlierOf).toReversed(),
        changes: before ? changesBetween(before.findings, found!.report.findings) : null,
        decided: sha256 === null ? 0 : desk.decisionsOf(sha256).size,
        entered: sha256 === null ? 0 : desk.enteredOf(sha256).length,
      }
    }
    return new Map(listed.map(each => [each.key, deskOf(each)]))
  }
