import type { Finding, Severity } from '../checks/check.ts'

type Graded = Pick<Finding, 'severity'>
type Placed = Pick<Finding, 'id' | 'severity'> & { readonly causedBy?: string | undefined }

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Those that stand under no other: what a person has to deal with, and what is counted. */
export const standing = <T extends Placed>(findings: readonly T[]): readonly T[] => {
  const ids = new Set(findings.map(({ id }) => id))
  return findings.filter(({ causedBy }) => causedBy === undefined || !ids.has(causedBy))
}

const bySeverity = <T extends Graded>(findings: readonly T[]): readonly T[] =>
  severities.flatMap(severity => findings.filter(finding => finding.severity === severity))

/** A finding with what stands under it. */
export interface Cause<T> {
  readonly finding: T
  readonly parts: readonly T[]
}

/** Findings with the gravest first, otherwise in the order of the checks, each with those that stand under it. */
export const causesFirst = <T extends Placed>(findings: readonly T[]): readonly Cause<T>[] => {
  const parts = Map.groupBy(findings, ({ causedBy }) => causedBy)
  return bySeverity(standing(findings)).map(finding => ({
    finding,
    parts: bySeverity(parts.get(finding.id) ?? []),
  }))
}

/** The same as one list: each finding is followed by those that stand under it. */
export const gravestFirst = <T extends Placed>(findings: readonly T[]): T[] =>
  causesFirst(findings).flatMap(({ finding, parts }) => [finding, ...parts])

/** The numbers by which people call findings in that order: 1, 1.1, 1.2, 2. */
export const numbersOf = (findings: readonly Placed[]): readonly string[] =>
  causesFirst(findings).flatMap(({ parts }, index) => [
    `${index + 1}`,
    ...parts.map((_, part) => `${index + 1}.${part + 1}`),
  ])

/** The gravest severity among findings. */
export const gravest = (findings: readonly Graded[]): Severity | null =>
  severities.find(severity => findings.some(finding => finding.severity === severity)) ?? null

/** How many findings of each severity there are, the gravest first; a cause counts once, with all that stands under it. */
export const severityCounts = (findings: readonly Placed[]): readonly (readonly [Severity, number])[] => {
  const counted = standing(findings)
  return severities.map(severity => [
    severity,
    counted.filter(finding => finding.severity === severity).length,
  ])
}
