import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ConversionV1 } from '../../../events/types.ts'
import type { Known } from '../../../lib/series/record.ts'
import { latestKey, receiptKey } from '../../../lib/submission/keys.ts'
import { type Latest, parseLatest } from '../../../lib/submission/latest.ts'
import type { SourceFacts, WrittenFile } from '../../../lib/submission/outcome.ts'
import { parsedReceipt, type Receipt, timeOf } from '../../../lib/submission/receipt.ts'
import { timeOfSequencer } from '../../../lib/submission/sequencer.ts'
import { allKeysBelow } from '../disk/keys-below.ts'

/** One version of an upload as its receipt names it. */
export interface Received {
  readonly known: Known
  readonly source: SourceFacts
  /** Whether no newer version of the upload is known. */
  readonly isNewest: boolean
  /** Of the receipt; `damaged` where it cannot be read. */
  readonly outcome: Receipt['outcome'] | 'damaged'
  /** The JSON, its place below the folder; null where there is none. */
  readonly json: Pick<WrittenFile, 'key' | 'size' | 'sha256'> | null
  /** Where the reason stands why there is no report, below the folder. */
  readonly because: string | null
}

const isoOf = (date: Date | null): string | null => date?.toISOString() ?? null

/** Bytes that came a second time, after others, are the newest again: where they stand `latest.json` says. */
const ofService = (receipt: Receipt, latest: Latest | null): Received => {
  const { upload, outputs, outcome, run, event } = receipt
  const { key, version, name, size, sha256 } = upload
  const { sequencer } = latest?.version === version ? latest : upload
  const uploadedAt = isoOf(timeOfSequencer(sequencer))
  const known = { key, version, sequencer, uploadedAt, run: run ?? null, event: event?.id ?? null }
  const json = outputs.find(({ role }) => role === 'json') ?? null
  return {
    known: { ...known, judgedAt: timeOf(receipt) },
    ...{ source: { name, size, sha256 }, isNewest: latest?.version === version, outcome, json },
    because: outputs.find(({ role }) => role === 'refusal' || role === 'failure')?.key ?? null,
  }
}

/** A sequencer older than any. */
const unknown = { sequencer: '0', run: null, event: null, uploadedAt: null, judgedAt: null }

/** What is known of a file that was converted by a command into the folder `target`. */
export const ofTarget = (target: string, { sha256 }: Pick<SourceFacts, 'sha256'>): Known => ({
  ...unknown,
  key: target,
  version: (sha256 ?? '').slice(0, 16),
})

const ofConversion = (target: string, { outcome, source, outputs }: ConversionV1): Received => {
  const json = outputs.find(({ name }) => name.endsWith('.json'))
  const place = json ? { ...json, key: `${target}/${json.name}` } : null
  return {
    ...{ known: ofTarget(target, source), source, isNewest: true, outcome },
    json: outcome === 'validated' ? place : null,
    because: outcome === 'validated' ? null : (place?.key ?? null),
  }
}

const ofDamaged = (known: Pick<Known, 'key' | 'version'>, latest: Latest | null): Received => ({
  known: { ...unknown, ...known },
  source: { name: basename(known.key), size: null, sha256: null },
  isNewest: latest === null || latest.version === known.version,
  outcome: 'damaged',
  ...{ json: null, because: null },
})

const conversionOf = (bytes: Uint8Array): ConversionV1 | null => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as ConversionV1
    return value.schema === 'gongkai.conversion/1' ? value : null
  } catch {
    return null
  }
}

const latestIn = (folder: string, upload: Pick<Receipt['upload'], 'key'>): Latest | null => {
  const path = join(folder, ...latestKey(upload).split('/'))
  try {
    return parseLatest(readFileSync(path))
  } catch {
    return null
  }
}

const isReport = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 200)).includes('"gongkai.report/')

/** What the receipt at a key tells; null where it is a report that is called so. */
const receivedAt = (folder: string, key: string): Received | null => {
  const bytes = readFileSync(join(folder, ...key.split('/')))
  const receipt = parsedReceipt(bytes)
  // A report may be called receipt: its JSON lies in the folder of a run.
  if (receipt)
    return receiptKey(receipt.upload) === key ? ofService(receipt, latestIn(folder, receipt.upload)) : null
  const conversion = conversionOf(bytes)
  if (conversion) return ofConversion(dirname(key), conversion)
  if (isReport(bytes)) return null
  const known = { key: dirname(dirname(key)), version: basename(dirname(key)) }
  return ofDamaged(known, latestIn(folder, known))
}

/** Every version that has a receipt below a folder: an outbox of the service, or what `convert` wrote. Read at once. */
export function* receiptsBelow(folder: string): Iterable<Received> {
  for (const key of allKeysBelow(folder)) {
    const received = basename(key) === 'receipt.json' ? receivedAt(folder, key) : null
    if (received) yield received
  }
}
