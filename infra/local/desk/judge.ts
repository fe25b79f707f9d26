import type { Judge } from '../results/board.ts'
import type { EntryDesk, Filed } from '../results/entry.ts'
import type { Version } from '../results/version.ts'
import { changesBetween } from './changes.ts'
import type { DeskRead } from './desk.ts'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const earlierOf = ({ key, version, uploadedAt, judgedAt, verdict, files }: Version) => ({
  ...{ key, version, verdict, files },
  time: uploadedAt ?? judgedAt,
})

const deskOf = (
  { key, result, versions = [] }: Filed,
  desk: DeskRead,
  isSample: (sha256: string | null) => boolean,
): EntryDesk => {
  const excluded = desk.excluded(key)
  const reported = versions
    .filter(({ outcome }) => outcome === 'validated')
    .toSorted((a, b) => compare(a.sequencer, b.sequencer))
  const newest = reported.at(-1)
  const before = reported.at(-2)
  const sha256 = result?.sha256 ?? null
  return {
    unit: null,
    open: null,
    standing:
      result?.outcome !== 'validated'
        ? 'none'
        : isSample(sha256)
          ? 'sample'
          : excluded
            ? 'excluded'
            : 'counted',
    excluded,
    replacedBy: null,
    earlier: reported.slice(0, -1).toReversed().map(earlierOf),
    changes: newest && before ? changesBetween(before.findings, newest.findings) : null,
    decided: sha256 === null ? 0 : desk.decisionsOf(sha256).size,
    entered: sha256 === null ? 0 : desk.enteredOf(sha256).length,
  }
}

/** Says of each file that is listed how it stands. */
export const judgeAt =
  (desk: DeskRead, samples: ReadonlySet<string>): Judge =>
  filed =>
    new Map(
      filed
        .filter(({ key }) => !desk.removed(key))
        .map(each => [each.key, deskOf(each, desk, sha256 => sha256 !== null && samples.has(sha256))]),
    )
