import { type EditionId, editions } from '../forms/index.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'
import type { Check, CheckedFinding, Evidence, FindingOutcome, Found, Severity } from './check.ts'
import { findingId } from './finding-id.ts'

const everyEdition: readonly EditionId[] = editions.map(({ id }) => id)

/** A finding before it has its check's name on it. Severity is the check's unless given, outcome is `broken`. */
export interface FindingDraft {
  readonly message: Message
  readonly severity?: Severity
  readonly outcome?: FindingOutcome
  readonly cells?: readonly string[]
  readonly expected?: number
  readonly actual?: number
  readonly evidence?: readonly Evidence[]
  /** Ids of the findings that follow from this one, or are its parts. */
  readonly explains?: readonly string[]
  /** Tells findings of one check apart where their cells do not; goes into the id only. */
  readonly place?: string
}

/** The finding a draft becomes under the given check. */
export const findingOf = (check: Pick<Check, 'id' | 'severity'>, draft: FindingDraft): CheckedFinding => ({
  id: findingId(check.id, draft.cells ?? [], draft.place),
  check: check.id,
  severity: draft.severity ?? check.severity,
  outcome: draft.outcome ?? 'broken',
  message: draft.message,
  cells: draft.cells ?? [],
  ...(draft.expected === undefined ? {} : { expected: draft.expected }),
  ...(draft.actual === undefined ? {} : { actual: draft.actual }),
  evidence: draft.evidence ?? [],
  ...(draft.explains === undefined ? {} : { explains: draft.explains }),
})

/** A check's metadata as it is written down: `editions` left out are all of them. */
export type CheckMetadata = Omit<Check, 'run' | 'editions'> & Partial<Pick<Check, 'editions'>>

/** Metadata first, logic last: a check whose `find` gives drafts. */
export type CheckDefinition = CheckMetadata & {
  readonly find: (report: Report, found: Found) => readonly FindingDraft[]
}

const nothing: Found = { findings: [], again: () => [] }

/** The check a definition describes. */
export const defineCheck = ({ find, editions = everyEdition, ...check }: CheckDefinition): Check => ({
  ...check,
  editions,
  run: (report, found = nothing) => find(report, found).map(draft => findingOf(check, draft)),
})
