import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { ofEachOutput } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import {
  pathLink,
  type SummaryRefusal,
  type SummaryReport,
  summaryReport,
  writeSummary,
} from '../../../lib/writers/summary/index.ts'
import type { FileOutcome } from './convert-file.ts'

const reportOf = (target: string, { source, outcome }: FileOutcome): SummaryReport | SummaryRefusal => {
  if (outcome.kind === 'rejected') return { name: target, kind: 'rejected', reason: outcome.problem }
  if (outcome.kind === 'failed') return { name: target, kind: 'failed', reason: outcome.failure }
  const names = outputNames(source.name)
  const json = JSON.parse(new TextDecoder().decode(outcome.conversion.outputs.json)) as ReportJson
  return summaryReport(
    json,
    target,
    ofEachOutput(({ role }) => pathLink(`${target}/${names[role]}`)),
  )
}

/** 汇总.xlsx, or the first name like it that no result folder has. */
const nameBeside = (targets: Iterable<string>): string => {
  const taken = new Set([...targets].map(target => target.split('/')[0]!.normalize('NFC').toLowerCase()))
  let name = '汇总.xlsx'
  for (let number = 2; taken.has(name); number += 1) name = `汇总 (${number}).xlsx`
  return name
}

export interface SummaryWorkbook {
  readonly add: (target: string, result: FileOutcome) => void
  /** Writes the workbook beside the result folders; gives its name. */
  readonly write: (store: Store) => Promise<string>
}

/** Collects what came of each file, in the order given, for one workbook over all of them. */
export const summaryWorkbook = (targets: Iterable<string>): SummaryWorkbook => {
  const name = nameBeside(targets)
  const reports: SummaryReport[] = []
  const refusals: SummaryRefusal[] = []
  return {
    add: (target, result) => {
      const record = reportOf(target, result)
      if ('kind' in record) refusals.push(record)
      else reports.push(record)
    },
    write: async store => {
      await store.put(name, await writeSummary({ reports, refusals }))
      return name
    },
  }
}
