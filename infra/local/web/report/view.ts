import type { Finding } from '../../../../lib/checks/check.ts'
import type { ReportJson } from '../../../../lib/writers/contract.ts'
import type { Entry } from '../../results/listing.ts'
import { readReportJson } from '../../results/read-report-json.ts'
import type { Site } from '../site.ts'
import { type CellView, cellsView } from './cells.ts'
import { type ChangesView, changesView } from './changes.ts'
import { type ConfirmView, confirmView, type NameView, nameView } from './confirm.ts'
import { type FindingView, findingsView } from './findings.ts'
import { type FormView, formsView, readOf } from './forms.ts'

/** What the page of one report is made of. */
export interface ReportView {
  readonly entry: Entry
  /** Null where the file gave no report. */
  readonly report: {
    readonly source: ReportJson['source']
    readonly title: string | null
    readonly preamble: readonly string[]
    readonly sections: ReportJson['report']['sections']
    readonly tables: ReportJson['tables']
    readonly losses: readonly ReportJson['losses'][number]['message'][]
    readonly forms: readonly FormView[]
    readonly cells: Readonly<Record<string, CellView>>
    /** Of a scan the figures that were not proven, those that a person has confirmed among them, in the order of the form. */
    readonly confirm: readonly ConfirmView[]
    /** Of a scan whose it is; null for all others. */
    readonly name: NameView | null
    readonly findings: readonly FindingView[]
    /** Against the report before it; null where there is none. */
    readonly changes: ChangesView | null
  } | null
}

/** What is known of a file of the list. */
export const reportView = async (entry: Entry, site: Site): Promise<ReportView> => {
  const json = await readReportJson(entry.result?.files.json, site.outputs)
  if (!json) return { entry, report: null }
  const read = readOf(json)
  const findings = json.findings as readonly Finding[]
  const before = await readReportJson(entry.desk.earlier[0]?.files.json, site.outputs)
  const decisions = site.atDesk?.desk.decisionsOf(json.source.sha256) ?? new Map()
  const changes = before && changesView(before.findings as readonly Finding[], findings, readOf(before))
  return {
    entry,
    report: {
      source: json.source,
      title: json.report.title,
      preamble: json.report.preamble,
      sections: json.report.sections,
      tables: json.tables,
      losses: json.losses.map(({ message }) => message),
      forms: formsView(read, json.editions, findings),
      cells: cellsView(read, site.atDesk?.desk.enteredOf(json.source.sha256) ?? []),
      confirm: confirmView(read),
      name: nameView(read, site.atDesk?.desk.namedOf(json.source.sha256) ?? null),
      findings: findingsView(read, findings, decisions),
      changes,
    },
  }
}
