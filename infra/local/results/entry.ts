import type { ArchiveUnpackedV1 } from '../../../events/types.ts'
import type { Finding } from '../../../lib/checks/check.ts'
import type { Stage } from '../../../lib/convert.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { MatchedBy, Proposal } from '../../../lib/series/roster/match-unit.ts'
import type { Receipt } from '../../../lib/submission/receipt.ts'
import type { Excluded } from '../desk/fold.ts'
import type { ResultFiles, Version } from './version.ts'

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export interface EntryResult {
  readonly outcome: Receipt['outcome']
  readonly time: string
  /** Of the file. */
  readonly sha256: string | null
  readonly format: string | null
  readonly authority: string | null
  readonly year: number | null
  readonly verdict: string | null
  readonly counts: Counts | null
  /** How many findings each check has, those left out below as well, by its id. */
  readonly checks: Readonly<Record<string, number>>
  /** Those that stand for themselves; what follows from them is on the page. `title`: of the check. */
  readonly findings: readonly (Pick<Finding, 'id' | 'check' | 'severity' | 'message'> & {
    readonly title: Message
  })[]
  readonly findingsLeftOut: number
  /** Why it was refused or given up. */
  readonly reason: { readonly code: string; readonly sentence: Message; readonly remedy: Message } | null
  /** How many files an archive held, and what came of them once all are through; null for a report. */
  readonly unpacked: {
    readonly files: number
    readonly verdicts: ArchiveUnpackedV1['data']['verdicts'] | null
  } | null
  readonly files: ResultFiles
}

/** An earlier report of the same unit and year. */
export interface Earlier {
  readonly key: string
  readonly version: string
  /** When it was handed in. */
  readonly time: string
  readonly verdict: string | null
  readonly files: ResultFiles
}

/** How the report of a file stands among the others; `none`: it gave no report. Only those counted enter a total. */
export type DeskStanding = 'counted' | 'replaced' | 'excluded' | 'sample' | 'open' | 'none'

/** What the desk says of a file. */
export interface EntryDesk {
  /** Whose report it is, by the roster. */
  readonly unit: { readonly unit: string; readonly name: string; readonly by: MatchedBy | 'person' } | null
  /** What a person is asked. */
  readonly open: {
    /** `name-waits`: of a scan, whose name and year a person has to confirm first. */
    readonly reason: 'unit-unmatched' | 'unit-ambiguous' | 'same-name' | 'name-waits'
    readonly proposals: readonly Proposal[]
    /** Of `same-name`: the key of the other report. */
    readonly of?: string
  } | null
  readonly standing: DeskStanding
  readonly excluded: Excluded | null
  /** Key of the report that counts in its place. */
  readonly replacedBy: string | null
  /** The newest first. */
  readonly earlier: readonly Earlier[]
  /** Against the report before it: errors and warnings, gone, still there, and new ones. */
  readonly changes: {
    readonly corrected: number
    readonly uncorrected: number
    readonly added: number
  } | null
  /** How many findings a person has decided, and figures a person has entered. */
  readonly decided: number
  readonly entered: number
}

/** A file as it came and went: the newest result of it, or how far it is. */
export interface Filed {
  readonly key: string
  readonly state: 'waiting' | Stage | 'done' | 'stuck'
  readonly result: EntryResult | null
  /** What stands in the way of a file that is `stuck`. */
  readonly note?: Message
  /** All versions of it that have a receipt. */
  readonly versions?: readonly Version[]
}

/** A file as the page lists it. */
export interface Entry extends Omit<Filed, 'versions'> {
  readonly desk: EntryDesk
}
