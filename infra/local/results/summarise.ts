import type { Store } from '../../../lib/submission/ports.ts'
import {
  type FindingDecision,
  type SummarisedJson,
  type SummaryRefusal,
  type SummaryReport,
  summaryReport,
  writeSummary,
} from '../../../lib/writers/summary/index.ts'
import type { Entry, EntryResult } from './listing.ts'

/** A result that stood in the outbox and cannot be read now: listed, so that nobody takes the sums for all. */
const unreadable: SummaryRefusal['reason'] = {
  code: 'result-unreadable',
  sentence: { zh: '结果文件缺失或无法读取。', en: 'The result is missing or cannot be read.' },
  remedy: { zh: '请把原文件重新放入收件文件夹。', en: 'Put the file into the inbox again.' },
}

/** By the sha256 of a file, then by the ids of its findings. */
export type Decided = (sha256: string) => ReadonlyMap<string, FindingDecision>

const recordOf = async (
  name: string,
  { files }: EntryResult,
  outputs: Store,
  linkTo: (key: string) => string,
  decided: Decided | undefined,
): Promise<SummaryReport | null> => {
  if (!files.json) return null
  const links = Object.fromEntries(Object.entries(files).map(([role, key]) => [role, linkTo(key)]))
  try {
    const stored = await outputs.get(files.json)
    if (!stored) return null
    const json = JSON.parse(new TextDecoder().decode(stored.bytes)) as SummarisedJson
    return summaryReport(json, name, links, decided?.(json.source.sha256))
  } catch {
    return null
  }
}

/**
 * The summary workbook of the reports that count, by name, and of the files that gave none; `linkTo` says where a link to an output leads, `decided` what
 * persons decided about the findings of a file.
 */
export const summarise = async (
  entries: readonly Entry[],
  outputs: Store,
  linkTo: (key: string) => string,
  decided?: Decided,
): Promise<Uint8Array> => {
  const reports: SummaryReport[] = []
  const refusals: SummaryRefusal[] = []
  for (const { key, result, desk } of entries.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!result || result.outcome === 'unpacked' || desk.excluded) continue
    if (result.outcome === 'validated' && desk.standing !== 'counted') continue
    if (result.outcome !== 'validated') {
      refusals.push({ name: key, kind: result.outcome, reason: result.reason ?? unreadable })
      continue
    }
    const record = await recordOf(key, result, outputs, linkTo, decided)
    if (record) reports.push(record)
    else refusals.push({ name: key, kind: 'failed', reason: unreadable })
  }
  return writeSummary({ reports, refusals })
}
