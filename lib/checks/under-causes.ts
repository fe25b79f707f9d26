import type { CheckedFinding, Finding, Severity } from './check.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

const without = ({ explains: _, keepsSeverity: _own, ...finding }: CheckedFinding): Finding => finding

/**
 * Findings and the causes of some of them as one list: each cause stands where the first of its findings stood, with all of
 * them after it, and is as grave as the gravest of them unless it says otherwise. A finding follows from one cause, the first that names it.
 */
export const underCauses = (
  findings: readonly Finding[],
  causes: readonly CheckedFinding[],
): readonly Finding[] => {
  const causeOf = new Map<string, CheckedFinding>()
  for (const cause of causes)
    for (const id of cause.explains ?? []) if (!causeOf.has(id)) causeOf.set(id, cause)
  const parts = Map.groupBy(findings, ({ id }) => causeOf.get(id))
  const whole = (cause: CheckedFinding): readonly Finding[] => {
    const own = parts.get(cause) ?? []
    const gravest = severities.find(each => own.some(part => part.severity === each))
    const severity = cause.keepsSeverity ? cause.severity : (gravest ?? cause.severity)
    return [{ ...without(cause), severity }, ...own.map(part => ({ ...part, causedBy: cause.id }))]
  }
  const placed = new Set<CheckedFinding>()
  const list = findings.flatMap(finding => {
    const cause = causeOf.get(finding.id)
    if (cause === undefined) return [finding]
    if (placed.has(cause)) return []
    placed.add(cause)
    return whole(cause)
  })
  return [...list, ...causes.filter(cause => !placed.has(cause)).map(without)]
}
