import type { Finding, Severity } from '../checks/check.ts'

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Findings with the gravest first, otherwise in the order of the checks. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  severities.flatMap(severity => findings.filter(finding => finding.severity === severity))

/** The gravest severity among findings. */
export const gravest = (findings: readonly Finding[]): Severity | null =>
  severities.find(severity => findings.some(finding => finding.severity === severity)) ?? null
