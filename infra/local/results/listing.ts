import type { Message } from '../../../lib/model/message.ts'
import { latestKey, receiptKey } from '../../../lib/submission/keys.ts'
import { parseLatest } from '../../../lib/submission/latest.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { parsedReceipt, type Receipt, timeOf } from '../../../lib/submission/receipt.ts'
import { checkTitles } from '../../../lib/writers/check-title.ts'
import { standing } from '../../../lib/writers/gravest-first.ts'
import type { EntryResult, Filed } from './entry.ts'
import { versionOf } from './version.ts'

export type { Entry, EntryResult } from './entry.ts'

const empty = {
  authority: null,
  year: null,
  verdict: null,
  counts: null,
  checks: {},
  findings: [],
  findingsLeftOut: 0,
  unpacked: null,
  reason: null,
}

const endingOf = (name: string): string | null => /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? null

const titleOf = (check: string): Message => checkTitles.get(check) ?? { zh: check, en: check }

/** How many findings each check has, by its id. */
export const countByCheck = (findings: readonly { readonly check: string }[]): EntryResult['checks'] =>
  Object.fromEntries(
    [...Map.groupBy(findings, ({ check }) => check)].map(([check, those]) => [check, those.length]),
  )

/** What the page shows of a receipt. */
export const resultOf = (receipt: Receipt): EntryResult => {
  const { outcome, event, outputs, unpacked, upload } = receipt
  const common = {
    ...{ outcome, time: timeOf(receipt), sha256: upload.sha256, format: endingOf(upload.key) },
    files: Object.fromEntries(outputs.map(({ role, key }) => [role, key])),
  }
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
    checks: countByCheck(findings),
    findings: listed.map(({ id, check, severity, message }) => ({
      ...{ id, check, severity, message },
      title: titleOf(check),
    })),
  }
}

const receiptIn = async (
  upload: { readonly key: string; readonly version: string },
  outputs: Store,
): Promise<Receipt | null> => {
  const stored = await outputs.get(receiptKey(upload)).catch(() => null)
  return stored && parsedReceipt(stored.bytes)
}

/** The newest result of a key in the outbox, with what is known of its versions; null where there is none, or none that can be read. */
export const latestFiled = async (
  key: string,
  outputs: Store,
  known: readonly string[] = [],
): Promise<Filed | null> => {
  const latest = await outputs.get(latestKey({ key })).catch(() => null)
  if (!latest) return null
  try {
    const newestOf = parseLatest(latest.bytes)
    const { version } = newestOf
    const receipts = await Promise.all(
      [...new Set([...known, version])].map(each => receiptIn({ key, version: each }, outputs)),
    )
    const newest = receipts.find(receipt => receipt?.upload.version === version)
    if (!newest) return null
    const versions = receipts.filter(receipt => receipt !== null).map(each => versionOf(each, newestOf))
    return { key: newest.upload.key, state: 'done', result: resultOf(newest), versions }
  } catch {
    return null
  }
}

const pointer = '/latest.json'
const receiptName = '/receipt.json'

/** All files with a result in the outbox. */
export const listResults = async (outputs: Store): Promise<readonly Filed[]> => {
  const pointers: string[] = []
  const versions = new Map<string, string[]>()
  for await (const { key } of outputs.list('')) {
    if (key.endsWith(pointer)) pointers.push(key.slice(0, -pointer.length))
    else if (key.endsWith(receiptName)) {
      const place = key.slice(0, -receiptName.length)
      const slash = place.lastIndexOf('/')
      const prefix = place.slice(0, Math.max(0, slash))
      versions.set(prefix, [...(versions.get(prefix) ?? []), place.slice(slash + 1)])
    }
  }
  const filed = await Promise.all(
    pointers.map(prefix => latestFiled(prefix, outputs, versions.get(prefix) ?? [])),
  )
  return filed.filter(each => each !== null)
}
