import type { Report } from '../model/report.ts'
import { applies } from './applies.ts'
import { atMost } from './at-most.ts'
import type { Check, CheckedFinding, Finding, Found } from './check.ts'
import { crashFinding } from './check-failed.ts'
import { checks, tableChecks } from './index.ts'
import { softened } from './soften.ts'
import { softenedInScan } from './soften-scan.ts'
import { besidesBlank } from './structure/form-blank.ts'
import { underCauses } from './under-causes.ts'

/** Findings of one id each: a later one of the same id gets its ordinal. */
const distinct = <T extends Finding>(findings: readonly T[]): readonly T[] => {
  const met = new Map<string, number>()
  return findings.map(finding => {
    const times = (met.get(finding.id) ?? 0) + 1
    met.set(finding.id, times)
    return times === 1 ? finding : { ...finding, id: `${finding.id}#${times}` }
  })
}

const runEach = (list: readonly Check[], report: Report, found?: Found): readonly CheckedFinding[] =>
  list.flatMap(check => {
    try {
      return applies(check, report) ? atMost(check, check.run(report, found)) : []
    } catch (error) {
      return [crashFinding(check, error)]
    }
  })

const found = (list: readonly Check[], report: Report): readonly Finding[] =>
  distinct(softenedInScan(report, softened(besidesBlank(report, runEach(list, report)))))

/**
 * Runs those of the given checks that apply to the report, those of findings after the others. One that throws yields a
 * `check-failed` warning; the others still run.
 */
export const runChecks = (
  report: Report,
  list: readonly Check[] = report.ownWorkbook ? tableChecks : checks,
): readonly Finding[] => {
  const ofReport = list.filter(({ ofFindings }) => !ofFindings)
  const findings = found(ofReport, report)
  const again: Found['again'] = (other, ids) =>
    found(
      ofReport.filter(({ id }) => ids.has(id)),
      other,
    )
  const ofFindings = list.filter(check => check.ofFindings)
  return underCauses(findings, distinct(runEach(ofFindings, report, { findings, again })))
}
