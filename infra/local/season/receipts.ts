import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Known } from '../../../lib/series/record.ts'
import { latestKey, receiptKey } from '../../../lib/submission/keys.ts'
import { type Latest, parseLatest } from '../../../lib/submission/latest.ts'
import type { WrittenFile } from '../../../lib/submission/outcome.ts'
import { parsedReceipt, type Receipt, timeOf } from '../../../lib/submission/receipt.ts'
import { timeOfSequencer } from '../../../lib/submission/sequencer.ts'
import { keysBelow } from '../disk/keys-below.ts'

/** One version of an upload as its receipt names it. */
export interface Received {
  readonly known: Known
  /** Of the receipt; `damaged` where it cannot be read. */
  readonly outcome: Receipt['outcome'] | 'damaged'
  /** The JSON, its place below the folder; null where there is none. */
  readonly json: Pick<WrittenFile, 'key' | 'size' | 'sha256'> | null
}

/** What `convert` writes beside its results. */
interface ConversionReceipt {
  readonly schema: 'gongkai.conversion/1'
  readonly outcome: Receipt['outcome']
  readonly source: { readonly sha256: string | null }
  readonly outputs: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

const isoOf = (date: Date | null): string | null => date?.toISOString() ?? null

/** Bytes that came a second time, after others, are the newest again: where they stand `latest.json` says. */
const ofService = (receipt: Receipt, latest: Latest | null): Received => {
  const { upload, outputs, outcome, run, event } = receipt
  const { key, version } = upload
  const { sequencer } = latest?.version === version ? latest : upload
  const uploadedAt = isoOf(timeOfSequencer(sequencer))
  const known = { key, version, sequencer, uploadedAt, run: run ?? null, event: event?.id ?? null }
  const json = outputs.find(({ role }) => role === 'json') ?? null
  return { known: { ...known, judgedAt: timeOf(receipt) }, outcome, json }
}

/** A sequencer older than any. */
const unknown = { sequencer: '0', run: null, event: null, uploadedAt: null, judgedAt: null }

const ofConversion = (target: string, { outcome, source, outputs }: ConversionReceipt): Received => {
  const json = outputs.find(({ name }) => name.endsWith('.json'))
  const known = { ...unknown, key: target, version: (source.sha256 ?? '').slice(0, 16) }
  return { known, outcome, json: json ? { ...json, key: `${target}/${json.name}` } : null }
}

const ofDamaged = (key: string): Received => ({
  known: { ...unknown, key: dirname(dirname(key)), version: basename(dirname(key)) },
  outcome: 'damaged',
  json: null,
})

const conversionOf = (bytes: Uint8Array): ConversionReceipt | null => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as ConversionReceipt
    return value.schema === 'gongkai.conversion/1' ? value : null
  } catch {
    return null
  }
}

const latestIn = (folder: string, upload: Pick<Receipt['upload'], 'key'>): Promise<Latest | null> =>
  readFile(join(folder, ...latestKey(upload).split('/'))).then(parseLatest, () => null)

/** Every version that has a receipt below a folder: an outbox of the service, or what `convert` wrote. */
export async function* receiptsBelow(folder: string): AsyncIterable<Received> {
  for await (const key of keysBelow(folder, '', '')) {
    if (basename(key) !== 'receipt.json') continue
    const bytes = await readFile(join(folder, ...key.split('/')))
    const receipt = parsedReceipt(bytes)
    const conversion = receipt ? null : conversionOf(bytes)
    // A report may be called receipt: its JSON lies in the folder of a run.
    if (receipt && receiptKey(receipt.upload) === key)
      yield ofService(receipt, await latestIn(folder, receipt.upload))
    else if (conversion) yield ofConversion(dirname(key), conversion)
    else if (!receipt && !isReport(bytes)) yield ofDamaged(key)
  }
}

const isReport = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 200)).includes('"gongkai.report/')
