import type { Finding } from '../../../../lib/checks/check.ts'
import type { Message } from '../../../../lib/model/message.ts'
import { findingPlace } from '../../../../lib/writers/finding-place.ts'
import { gravestFirst, standing } from '../../../../lib/writers/gravest-first.ts'
import { titleOf } from './findings.ts'
import type { Read } from './forms.ts'

/** What a corrected report mended of the one before it. */
export interface ChangesView {
  /** What was found in the one before and is not found any more. */
  readonly corrected: readonly {
    readonly title: Message
    readonly place: string
    readonly message: Message
  }[]
  /** Ids of findings that were there before, and of new ones. */
  readonly uncorrected: readonly string[]
  readonly added: readonly string[]
}

/** What a unit has to mend: errors and warnings that stand for themselves. */
const toMend = (findings: readonly Finding[]): readonly Finding[] =>
  gravestFirst(standing(findings)).filter(({ severity }) => severity !== 'info')

const idsOf = (findings: readonly Finding[]): ReadonlySet<string> => new Set(findings.map(({ id }) => id))

export const changesView = (
  before: readonly Finding[],
  now: readonly Finding[],
  readBefore: Read,
): ChangesView => {
  const [old, current] = [toMend(before), toMend(now)]
  const [was, is] = [idsOf(old), idsOf(current)]
  return {
    corrected: old
      .filter(({ id }) => !is.has(id))
      .map(finding => ({
        title: titleOf(finding.check),
        place: findingPlace(readBefore, finding),
        message: finding.message,
      })),
    uncorrected: [...is].filter(id => was.has(id)),
    added: [...is].filter(id => !was.has(id)),
  }
}
