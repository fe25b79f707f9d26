import type { Check, Finding } from '../../../../lib/checks/check.ts'
import { checks } from '../../../../lib/checks/index.ts'
import { runChecks } from '../../../../lib/checks/run-checks.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { formalities, narrative } from '../../../support/narrative.ts'
import { type ReportOptions, reportOf } from '../../../support/report.ts'

/** What a check must say of a report: one entry per finding it gives, in order. */
export interface BrokenCase {
  readonly name: string
  readonly report: Report
  readonly gives: readonly Partial<Finding>[]
}

/** A report the check must be silent about. */
export interface HoldingCase {
  readonly name: string
  readonly report: Report
}

export interface CheckCase {
  readonly broken: readonly BrokenCase[]
  readonly holding: readonly HoldingCase[]
}

export type CheckCases = Readonly<Record<string, CheckCase>>

const ofReports = checks.filter(({ ofFindings }) => !ofFindings)

/** What a check says of a report; one of findings is asked after all the others. */
export const findingsOf = (check: Check, report: Report): readonly Finding[] =>
  check.ofFindings
    ? runChecks(report, [...ofReports, check]).filter(finding => finding.check === check.id)
    : check.run(report)

/** A report that is clean but for what is given. */
export const clean = (options: ReportOptions = {}): Report => {
  const year = options.year ?? (options.edition === '2019' ? 2020 : 2023)
  const text = narrative()
  return reportOf({
    year,
    sections: text.sections,
    ...options,
    report: { ...formalities(year), ...text.report, ...options.report },
  })
}

/** A clean report whose overview says the given. */
export const saying = (text: string | readonly string[], options: ReportOptions = {}): Report => {
  const overview = typeof text === 'string' ? [text] : text
  return clean({ sections: narrative({ overview }).sections, ...options })
}

export const table = (row: number) => ({ kind: 'table', table: 2, row, column: 1 }) as const

/** Every cell of a row, column by column. */
export const row = (
  name: string,
  values: readonly (number | null | string)[],
): Record<string, number | null | string> =>
  Object.fromEntries(
    [
      'naturalPerson',
      'commercialEnterprise',
      'researchInstitution',
      'socialOrganization',
      'legalServiceOrganization',
      'otherOrganization',
      'total',
    ].map((column, index) => [`requests.${name}.${column}`, values[index] ?? null]),
  )
