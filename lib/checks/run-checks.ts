import type { Report } from '../model/report.ts'
import { applies } from './applies.ts'
import { atMost } from './at-most.ts'
import type { Check, Finding } from './check.ts'
import { crashFinding } from './check-failed.ts'
import { checks, tableChecks } from './index.ts'
import { relateEquations } from './relate.ts'
import { softened } from './soften.ts'
import { besidesBlank } from './structure/form-blank.ts'

/** Findings of one id each: a later one of the same id gets its ordinal. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => {
  const met = new Map<string, number>()
  return findings.map(finding => {
    const times = (met.get(finding.id) ?? 0) + 1
    met.set(finding.id, times)
    return times === 1 ? finding : { ...finding, id: `${finding.id}#${times}` }
  })
}

/** Runs those of the given checks that apply to the report. One that throws yields a `check-failed` warning; the others still run. */
export const runChecks = (
  report: Report,
  list: readonly Check[] = report.ownWorkbook ? tableChecks : checks,
): readonly Finding[] => {
  const findings = list.flatMap(check => {
    try {
      return applies(check, report) ? atMost(check, check.run(report)) : []
    } catch (error) {
      return [crashFinding(check, error)]
    }
  })
  return distinct(softened(besidesBlank(report, relateEquations(report, findings))))
}
