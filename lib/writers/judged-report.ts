import type { Finding, Verdict } from '../checks/check.ts'
import type { Report } from '../model/report.ts'

/** A judged report with its provenance: all that any writer needs. */
export interface JudgedReport {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly source: {
    /** File name as uploaded. */
    readonly name: string
    readonly format: string
    readonly size: number
    readonly sha256: string
  }
  readonly converter: { readonly name: 'gongkai'; readonly version: string }
}
