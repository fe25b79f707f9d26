import type { FormKey } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'

export type Severity = 'error' | 'warning' | 'info'
export type FindingOutcome = 'broken' | 'unassessable'
export type Verdict = 'valid' | 'needsReview' | 'invalid' | 'notAssessable'

/** Where a finding's quoted words stand. */
export interface Evidence {
  readonly section?: string
  readonly paragraph?: number
  readonly quote: string
}

/** A printed number that would have to be another one. Arithmetic, no correction: figures stay as printed. */
export interface Repair {
  readonly cell: string
  readonly printed: number
  /** Null where blank cells leave it several values. */
  readonly value: number | null
  /** Ids of the findings that name the cell and would be no more. */
  readonly settles: readonly string[]
}

/** A blank cell that can hold one value only. */
export interface Determined {
  readonly cell: string
  readonly value: number
}

/** One fault, as a person reads it. `id` is stable over re-runs of the same report: check and cells. */
export interface Finding {
  readonly id: string
  readonly check: string
  readonly severity: Severity
  readonly outcome: FindingOutcome
  readonly message: Message
  /** Keys of the figures concerned; the first is the one to look at. */
  readonly cells: readonly string[]
  readonly expected?: number
  readonly actual?: number
  readonly evidence: readonly Evidence[]
  /** What alone would settle the findings under it: cells to be changed together. */
  readonly repair?: readonly Repair[]
  /** The same where there are several ways, the first ones. */
  readonly alternatives?: readonly (readonly Repair[])[]
  /** Of the blank cells those that the sums leave one value only. */
  readonly determined?: readonly Determined[]
  /** Id of the finding that this one follows from or is a part of: it stands under that one and is not counted. */
  readonly causedBy?: string
}

/** A finding as its check gives it: with the ids of those that are to stand under it. */
export interface CheckedFinding extends Finding {
  readonly explains?: readonly string[]
  /** It is as grave as it says, whatever stands under it. */
  readonly keepsSeverity?: true
}

/** What a check of findings may ask. */
export interface Found {
  /** What the checks of the report found. */
  readonly findings: readonly Finding[]
  /** What the checks with these ids would find in another report. */
  readonly again: (report: Report, ids: ReadonlySet<string>) => readonly Finding[]
}

/** One rule of the catalogue. `id` is permanent; metadata first, logic last. */
export interface Check {
  readonly id: string
  /** The severity of a broken outcome; `run` may lower it where the catalogue says so. */
  readonly severity: Severity
  /** The editions it is a rule of. It runs where the report uses one of them, or one that prints the same form. */
  readonly editions: readonly EditionId[]
  /** The tables it is about: the first of them that was recognised tells the edition. Left out: all three. */
  readonly forms?: readonly FormKey[]
  /** Official wording of the rule, or a short name. */
  readonly title: Message
  /** Why it matters and what to do, for the catalogue. */
  readonly explanation: Message
  /** Formula in Chinese as printed in the catalogue and the messages, where there is one. */
  readonly formula?: string
  /** Clause or document the rule comes from. */
  readonly source: string
  /**
   * It doubts what was read: where its findings are more than `info`, the number of a cell they name may not be the one
   * printed there. What rests on such a number proves no fault of the report.
   */
  readonly doubtsReading?: true
  /** It looks at what the others found, and so runs after them. */
  readonly ofFindings?: true
  /** Pure; gives no finding where the rule holds or does not apply. */
  readonly run: (report: Report, found?: Found) => readonly CheckedFinding[]
}
