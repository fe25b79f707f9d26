import type { Finding, Severity, Verdict } from '../checks/check.ts'
import type { Format } from '../model/document.ts'
import type { Report } from '../model/report.ts'

/** A judged report with its provenance: all that any writer needs. */
export interface Judged {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly source: {
    /** File name as uploaded. */
    readonly name: string
    readonly format: Format
    readonly size: number
    readonly sha256: string
  }
  readonly converter: { readonly name: 'gongkai'; readonly version: string }
}

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Findings with the gravest first, otherwise in the order of the checks. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  severities.flatMap(severity => findings.filter(finding => finding.severity === severity))

/** The gravest severity among findings. */
export const gravest = (findings: readonly Finding[]): Severity | null =>
  severities.find(severity => findings.some(finding => finding.severity === severity)) ?? null
