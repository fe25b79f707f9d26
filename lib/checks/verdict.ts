import type { Report } from '../model/report.ts'
import type { Finding, Verdict } from './check.ts'

/** A table that was typed in holds what is left of it as unreadable. */
const holdsUnreadable = ({ editions, figures, observations }: Report): boolean =>
  observations.some(each => each.kind === 'tableUnreadable' && editions[each.form] === null) ||
  figures.values().some(({ state }) => state === 'unreadable')

/**
 * What the findings come to: `invalid` needs a proven fault. `notAssessable` where no statutory table was recognised, and
 * where something of one could not be read and what could be read breaks no rule. What is open of a scan waits for a person.
 */
export const verdictOf = (report: Report, findings: readonly Finding[]): Verdict => {
  if (Object.values(report.editions).every(edition => edition === null)) return 'notAssessable'
  if (findings.some(({ severity }) => severity === 'error')) return 'invalid'
  if (holdsUnreadable(report)) return report.scan ? 'needsReview' : 'notAssessable'
  return findings.some(({ severity }) => severity === 'warning') ? 'needsReview' : 'valid'
}
