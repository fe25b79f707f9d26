import type { Finding, Verdict } from '../checks/check.ts'
import type { DrawnPlace } from '../model/picture.ts'
import type { Report } from '../model/report.ts'

/** A judged report with its provenance: all that any writer needs. */
export interface JudgedReport {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  /** Places of the original where findings stand, for formats that have pages; left out where none was asked for. */
  readonly pictures?: readonly DrawnPlace[]
  readonly source: {
    /** File name as uploaded. */
    readonly name: string
    readonly format: string
    readonly size: number
    readonly sha256: string
  }
  readonly converter: { readonly name: 'gongkai'; readonly version: string }
}
