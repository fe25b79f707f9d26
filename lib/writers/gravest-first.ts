import type { Finding, Severity } from '../checks/check.ts'

type Graded = Pick<Finding, 'severity'>

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Findings with the gravest first, otherwise in the order of the checks. */
export const gravestFirst = <T extends Graded>(findings: readonly T[]): T[] =>
  severities.flatMap(severity => findings.filter(finding => finding.severity === severity))

/** The gravest severity among findings. */
export const gravest = (findings: readonly Graded[]): Severity | null =>
  severities.find(severity => findings.some(finding => finding.severity === severity)) ?? null

/** How many findings of each severity there are, the gravest first. */
export const severityCounts = (findings: readonly Graded[]): readonly (readonly [Severity, number])[] =>
  severities.map(severity => [severity, findings.filter(finding => finding.severity === severity).length])
