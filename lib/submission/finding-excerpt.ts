import type { ReportValidatedV1 } from '../../events/types.ts'
import type { Finding } from '../checks/check.ts'
import { gravestFirst, severityCounts } from '../writers/gravest-first.ts'

type EventFinding = ReportValidatedV1['data']['findings'][number]

const mostFindings = 20
const mostCells = 20
const mostChecks = 200
const longestSentence = 300

const shorten = (text: string): string => {
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
})

/** The first findings, gravest first, in the order given otherwise. */
export const findingExcerpts = (findings: readonly Finding[]): EventFinding[] =>
  gravestFirst(findings).slice(0, mostFindings).map(excerpt)

export const countFindings = (
  findings: readonly Pick<Finding, 'severity'>[],
): ReportValidatedV1['data']['counts'] => {
  const count = new Map(severityCounts(findings))
  return { errors: count.get('error')!, warnings: count.get('warning')!, infos: count.get('info')! }
}

/** Each check with a broken finding once, in the order given. */
export const brokenChecks = (findings: readonly Finding[]): string[] => {
  const broken = findings.filter(finding => finding.outcome === 'broken').map(finding => finding.check)
  return [...new Set(broken)].slice(0, mostChecks)
}
