import type { Finding, Severity } from '../../../../lib/checks/check.ts'
import { checks } from '../../../../lib/checks/index.ts'
import type { Message } from '../../../../lib/model/message.ts'
import { differenceOf } from '../../../../lib/writers/difference.ts'
import { findingPlace, sectionTitle } from '../../../../lib/writers/finding-place.ts'
import { gravestFirst, numbersOf } from '../../../../lib/writers/gravest-first.ts'
import type { DeskDecision } from '../../desk/fold.ts'
import type { Read } from './forms.ts'

/** A finding in the list that people see. */
export interface FindingView {
  readonly id: string
  readonly number: string
  /** Whether it stands under the one before it that does not. */
  readonly under: boolean
  readonly severity: Severity
  readonly check: string
  readonly title: Message
  readonly place: string
  readonly message: Message
  readonly cells: readonly string[]
  readonly expected: number | null
  readonly actual: number | null
  readonly difference: number | null
  readonly quotes: readonly { readonly section: string | null; readonly quote: string }[]
  readonly decision: DeskDecision | null
}

const titles = new Map(checks.map(({ id, title }) => [id, title]))

export const titleOf = (check: string): Message => titles.get(check) ?? { zh: check, en: check }

/** Gravest first, each followed by those that stand under it. */
export const findingsView = (
  read: Read,
  findings: readonly Finding[],
  decisions: ReadonlyMap<string, DeskDecision>,
): readonly FindingView[] => {
  const ordered = gravestFirst(findings)
  const numbers = numbersOf(ordered)
  return ordered.map((finding, at): FindingView => {
    const { id, severity, check, message, cells, expected, actual, evidence } = finding
    const difference = differenceOf(finding)
    return {
      ...{ id, severity, check, message, cells, difference },
      number: numbers[at]!,
      under: numbers[at]!.includes('.'),
      title: titleOf(check),
      place: findingPlace(read, finding),
      expected: difference === null ? null : (expected ?? null),
      actual: difference === null ? null : (actual ?? null),
      quotes: evidence.map(({ section, quote }) => ({
        section: section === undefined ? null : sectionTitle(section),
        quote,
      })),
      decision: decisions.get(id) ?? null,
    }
  })
}
