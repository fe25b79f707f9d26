import type { FindingDecision } from '../../../lib/writers/summary/index.ts'
import type { PutWhole } from '../disk/put-whole.ts'
import type { Entry } from './entry.ts'

/** What goes to the process that writes the summary of an outbox into it. */
export interface SummaryJob {
  readonly outbox: string
  readonly entries: readonly Entry[]
  /** By the sha256 of a file, then by the ids of its findings. */
  readonly decided: ReadonlyMap<string, ReadonlyMap<string, FindingDecision>>
}

export type SummaryAnswer = { readonly put: PutWhole } | { readonly fault: string }
