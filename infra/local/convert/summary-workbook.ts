import { parse } from 'node:path'
import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import {
  pathLink,
  type SummaryRefusal,
  type SummaryReport,
  summaryReport,
  writeSummary,
} from '../../../lib/writers/summary/index.ts'
import type { FileOutcome } from './convert-file.ts'

const reportOf = (
  target: string,
  { source, outcome }: FileOutcome,
  written: readonly string[],
): SummaryReport | SummaryRefusal => {
  if (outcome.kind === 'rejected') return { name: target, kind: 'rejected', reason: outcome.problem }
  if (outcome.kind === 'failed') return { name: target, kind: 'failed', reason: outcome.failure }
  const names = outputNames(source.name)
  const json = JSON.parse(new TextDecoder().decode(outcome.conversion.outputs.json)) as ReportJson
  return summaryReport(
    json,
    target,
    Object.fromEntries(
      outputs
        .filter(({ role }) => written.includes(names[role]))
        .map(({ role }) => [role, pathLink(`${target}/${names[role]}`)]),
    ),
  )
}

/** A name, or the first one like it that no result folder has. */
export const nameBeside = (targets: Iterable<string>, wanted: string): string => {
  const taken = new Set([...targets].map(target => target.split('/')[0]!.normalize('NFC').toLowerCase()))
  const { name: stem, ext } = parse(wanted)
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${stem} (${number})${ext}`
  return name
}

export interface SummaryWorkbook {
  /** `written`: names of its outputs; they are linked to. */
  readonly add: (target: string, result: FileOutcome, written: readonly string[]) => void
  /** Writes the workbook beside the result folders; gives its name. */
  readonly write: (store: Store) => Promise<string>
}

/** Collects what came of each file, in the order given, for one workbook over all of them. */
export const summaryWorkbook = (targets: Iterable<string>): SummaryWorkbook => {
  const name = nameBeside(targets, '汇总.xlsx')
  const reports: SummaryReport[] = []
  const refusals: SummaryRefusal[] = []
  return {
    add: (target, result, written) => {
      const record = reportOf(target, result, written)
      if ('kind' in record) refusals.push(record)
      else reports.push(record)
    },
    write: async store => {
      await store.put(name, await writeSummary({ reports, refusals }))
      return name
    },
  }
}
