import type { ReportValidatedV1 } from '../../events/types.ts'
import type { Finding } from '../checks/check.ts'
import { causesFirst, severityCounts } from '../writers/gravest-first.ts'

type EventFinding = ReportValidatedV1['data']['findings'][number]

const mostFindings = 20
const mostCells = 20
const mostChecks = 200
const longestSentence = 300

/** A sentence as events carry it. */
export const shorten = (text: string): string => {
  const characters = [...text]
  return characters.length <= longestSentence ? text : `${characters.slice(0, longestSentence - 1).join('')}…`
}

/** A finding as events carry it: no quotes from the document, bounded length. */
const excerpt = (finding: Finding): EventFinding => ({
  id: finding.id,
  check: finding.check,
  severity: finding.severity,
  outcome: finding.outcome,
  message: { zh: shorten(finding.message.zh), en: shorten(finding.message.en) },
  cells: finding.cells.slice(0, mostCells),
  ...(finding.expected === undefined ? {} : { expected: finding.expected }),
  ...(finding.actual === undefined ? {} : { actual: finding.actual }),
  ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
})

/** The first findings: those that stand for themselves, gravest first, then what stands under them. */
export const findingExcerpts = (findings: readonly Finding[]): EventFinding[] => {
  const causes = causesFirst(findings)
  const ordered = [...causes.map(({ finding }) => finding), ...causes.flatMap(({ parts }) => parts)]
  return ordered.slice(0, mostFindings).map(excerpt)
}

/** A cause counts once, with all that stands under it. */
export const countFindings = (
  findings: readonly Pick<Finding, 'id' | 'severity' | 'causedBy'>[],
): ReportValidatedV1['data']['counts'] => {
  const count = new Map(severityCounts(findings))
  return { errors: count.get('error')!, warnings: count.get('warning')!, infos: count.get('info')! }
}

/** Each check with a broken finding once, in the order given. */
export const brokenChecks = (findings: readonly Finding[]): string[] => {
  const broken = findings.filter(finding => finding.outcome === 'broken').map(finding => finding.check)
  return [...new Set(broken)].slice(0, mostChecks)
}
