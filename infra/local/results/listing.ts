import type { ArchiveUnpackedV1 } from '../../../events/types.ts'
import type { Finding } from '../../../lib/checks/check.ts'
import type { Stage } from '../../../lib/convert.ts'
import type { Message } from '../../../lib/model/message.ts'
import { latestKey, receiptKey } from '../../../lib/submission/keys.ts'
import { parseLatest } from '../../../lib/submission/latest.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { parseReceipt, type Receipt, timeOf } from '../../../lib/submission/receipt.ts'
import { standing } from '../../../lib/writers/gravest-first.ts'

/** A file as the page lists it: the newest version of it, or how far it is. */
export interface Entry {
  readonly key: string
  readonly state: 'waiting' | Stage | 'done' | 'stuck'
  readonly result: EntryResult | null
  /** What stands in the way of a file that is `stuck`. */
  readonly note?: Message
}

type Verdicts = ArchiveUnpackedV1['data']['verdicts']

export interface EntryResult {
  readonly outcome: Receipt['outcome']
  readonly time: string
  readonly authority: string | null
  readonly year: number | null
  readonly verdict: string | null
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number } | null
  /** Those that stand for themselves; what follows from them is on the page. */
  readonly findings: readonly Pick<Finding, 'check' | 'severity' | 'message'>[]
  readonly findingsLeftOut: number
  /** Why it was refused or given up. */
  readonly reason: { readonly code: string; readonly sentence: Message; readonly remedy: Message } | null
  /** How many files an archive held, and what came of them once all are through; null for a report. */
  readonly unpacked: { readonly files: number; readonly verdicts: Verdicts | null } | null
  /** Keys in the outbox by role. */
  readonly files: Readonly<Partial<Record<Receipt['outputs'][number]['role'], string>>>
}

const empty = {
  authority: null,
  year: null,
  verdict: null,
  counts: null,
  findings: [],
  findingsLeftOut: 0,
  unpacked: null,
  reason: null,
}

/** What the page shows of a receipt. */
export const resultOf = (receipt: Receipt): EntryResult => {
  const { outcome, event, outputs, unpacked } = receipt
  const files = Object.fromEntries(outputs.map(({ role, key }) => [role, key]))
  const common = { outcome, time: timeOf(receipt), files }
  if (!event || event.type === 'gongkai.archive.unpacked.v1') {
    const verdicts = event?.data.verdicts ?? null
    return { ...empty, ...common, unpacked: { files: unpacked?.files.length ?? 0, verdicts } }
  }
  if (event.type === 'gongkai.report.rejected.v1') return { ...empty, ...common, reason: event.data.problem }
  if (event.type === 'gongkai.report.conversion-failed.v1')
    return { ...empty, ...common, reason: event.data.failure }
  const { report, verdict, counts, findings } = event.data
  const { authority, year } = report
  const listed = standing(findings)
  const findingsLeftOut = counts.errors + counts.warnings + counts.infos - listed.length
  return {
    ...common,
    ...{ authority, year, verdict, counts, findingsLeftOut, reason: null, unpacked: null },
    findings: listed.map(({ check, severity, message }) => ({ check, severity, message })),
  }
}

/** The newest result of a key in the outbox; null where there is none, or none that can be read. */
export const latestResult = async (key: string, outputs: Store): Promise<EntryResult | null> => {
  try {
    const latest = await outputs.get(latestKey({ key }))
    if (!latest) return null
    const { version } = parseLatest(latest.bytes)
    const receipt = await outputs.get(receiptKey({ key, version }))
    return receipt && resultOf(parseReceipt(receipt.bytes))
  } catch {
    return null
  }
}

const pointer = '/latest.json'

/** All files with a result in the outbox. */
export const listResults = async (outputs: Store): Promise<readonly Entry[]> => {
  const entries: Entry[] = []
  for await (const { key: pointerKey } of outputs.list('')) {
    if (!pointerKey.endsWith(pointer)) continue
    const key = pointerKey.slice(0, -pointer.length)
    const result = await latestResult(key, outputs)
    if (result) entries.push({ key, state: 'done', result })
  }
  return entries
}
