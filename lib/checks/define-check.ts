import { type EditionId, editions } from '../forms/index.ts'
import type { Report } from '../model/report.ts'
import type { Check, CheckedFinding, Found } from './check.ts'
import { findingId } from './finding-id.ts'

const everyEdition: readonly EditionId[] = editions.map(({ id }) => id)

/** A finding before it has its check's name on it. Severity is the check's unless given, outcome is `broken`. */
export interface FindingDraft
  extends Pick<
      CheckedFinding,
      | 'message'
      | 'expected'
      | 'actual'
      | 'repair'
      | 'alternatives'
      | 'determined'
      | 'explains'
      | 'keepsSeverity'
    >,
    Partial<Pick<CheckedFinding, 'severity' | 'outcome' | 'cells' | 'evidence'>> {
  /** Tells findings of one check apart where their cells do not; goes into the id only. */
  readonly place?: string
}

/** The finding a draft becomes under the given check. */
export const findingOf = (
  check: Pick<Check, 'id' | 'severity'>,
  { place, message, severity, outcome, cells = [], expected, actual, evidence = [], ...rest }: FindingDraft,
): CheckedFinding => ({
  id: findingId(check.id, cells, place),
  check: check.id,
  severity: severity ?? check.severity,
  outcome: outcome ?? 'broken',
  message,
  cells,
  ...(expected === undefined ? {} : { expected }),
  ...(actual === undefined ? {} : { actual }),
  evidence,
  ...rest,
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
