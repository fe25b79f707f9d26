import { standing } from '../../../lib/writers/gravest-first.ts'
import type { EntryDesk } from './entry.ts'
import type { FindingFact } from './version.ts'

/** Ids of what a unit has to mend: errors and warnings that stand for themselves. */
const toMend = (findings: readonly FindingFact[]): ReadonlySet<string> =>
  new Set(standing(findings).flatMap(({ id, severity }) => (severity === 'info' ? [] : [id])))

/** What a report mended of the one before it; null where either is not known in full. */
export const changesBetween = (
  before: readonly FindingFact[] | null,
  now: readonly FindingFact[] | null,
): EntryDesk['changes'] => {
  if (!before || !now) return null
  const [was, is] = [toMend(before), toMend(now)]
  const uncorrected = was.intersection(is).size
  return { corrected: was.size - uncorrected, uncorrected, added: is.size - uncorrected }
}
