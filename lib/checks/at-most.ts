import type { Check, Finding, Severity } from './check.ts'
import { findingOf } from './define-check.ts'

/** More than all cells of the forms, so that only what a report may hold without end is ever cut. */
const listed = 500

const severities: readonly Severity[] = ['error', 'warning', 'info']

/**
 * The findings of one check, the first ones singly and the rest as one that counts them: a file made to contradict
 * itself a hundred thousand times must not fill a page nobody can open.
 */
export const atMost = (
  check: Pick<Check, 'id' | 'severity'>,
  findings: readonly Finding[],
): readonly Finding[] => {
  const rest = findings.slice(listed)
  if (rest.length === 0) return findings
  const severity = severities.find(each => rest.some(finding => finding.severity === each)) ?? check.severity
  const more = findingOf(check, {
    severity,
    message: {
      zh: `同一项核对另有 ${rest.length} 条发现，未逐条列出。请先处理已列出的。`,
      en: `The same check found ${rest.length} more, which are not listed singly. Deal with those listed first.`,
    },
    // Whatever is flagged is flagged at its cell, however many there are.
    cells: [...new Set(rest.flatMap(({ cells }) => cells))],
    place: 'more',
  })
  return [...findings.slice(0, listed), more]
}
