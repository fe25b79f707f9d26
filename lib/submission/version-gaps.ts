import { inOrder } from '../util/in-order.ts'
import { insideKey, insideOf } from './archive.ts'
import { committed } from './commit.ts'
import { receiptKey, versionPrefix } from './keys.ts'
import type { Store } from './ports.ts'
import { parsedReceipt, type Receipt, timeOf, uploadOf } from './receipt.ts'
import { isSent, standsBeside } from './sent.ts'
import type { Places } from './stretches.ts'
import type { Upload } from './upload.ts'
import type { VersionFacts } from './version-facts.ts'

/**
 * What should have happened by now and has not. Each ends well when the upload is submitted again.
 *
 * - `no-receipt`: an upload, or a file in an archive, that has come to no end
 * - `not-sent`: the event of a result
 * - `failure-not-sent`: the event of a replay that failed, beside a result that stands
 * - `archive-not-told`: all files of an archive are through, and no event says so
 */
export const gapKinds = ['no-receipt', 'not-sent', 'failure-not-sent', 'archive-not-told'] as const
export type GapKind = (typeof gapKinds)[number]

export interface Gap {
  readonly kind: GapKind
  readonly upload: Upload
}

export interface GapPlaces extends Pick<Places, 'outputs' | 'prefix'> {
  /** Whatever is younger may still be in work. */
  readonly before: Date
}

/** Reads at once, in one stretch. */
export const readsAtOnce = 8

/** The receipt or record at a key, where it is one of this version. */
const recordAt = async (prefix: string, name: string, outputs: Store): Promise<Receipt | null> => {
  const stored = await outputs.get(`${prefix}/${name}`)
  const record = stored && parsedReceipt(stored.bytes)
  return record && versionPrefix(record.upload) === prefix ? record : null
}

/** Files of an archive without a receipt. Those that one listing does not show are asked for one by one. */
export const missingInside = async (receipt: Receipt, outputs: Store): Promise<readonly Upload[]> => {
  const names = receipt.unpacked?.files ?? []
  if (names.length === 0) return []
  const archive = uploadOf(receipt)
  const there = new Set<string>()
  for await (const { key } of outputs.list(insideKey(archive.key, '')))
    if (key.endsWith('/receipt.json')) there.add(key)
  const unseen = names.map(name => insideOf(archive, name)).filter(upload => !there.has(receiptKey(upload)))
  const missing: Upload[] = []
  const asked = inOrder(unseen, readsAtOnce, async upload => ({
    upload,
    stored: await committed(upload, { outputs }),
  }))
  for await (const { upload, stored } of asked) if (!stored) missing.push(upload)
  return missing
}

const gapsOfArchive = async (receipt: Receipt, outputs: Store): Promise<readonly Gap[]> => {
  if (!receipt.unpacked) return []
  const missing = await missingInside(receipt, outputs)
  // Before there were runs, nothing was told of an archive.
  const untold = missing.length === 0 && receipt.run !== undefined && !receipt.event
  return untold
    ? [{ kind: 'archive-not-told', upload: uploadOf(receipt) }]
    : missing.map(upload => ({ kind: 'no-receipt', upload }))
}

/** Whether a replay failed beside this result by then and nobody noted that this was told. */
const hasUntoldFailure = async (
  prefix: string,
  { runs }: VersionFacts,
  { outputs, before }: GapPlaces,
): Promise<boolean> => {
  for (const [run, { recorded, failed, sent }] of runs) {
    if (!recorded || !failed || sent) continue
    const record = await recordAt(prefix, `${run}/run.json`, outputs)
    // A failure whose place a result has taken since was told of all the same.
    if (record && standsBeside(record) && new Date(timeOf(record)) <= before) return true
  }
  return false
}

/** Reads what a listing does not prove. */
export const gapsOfVersion = async (
  prefix: string,
  facts: VersionFacts,
  places: GapPlaces,
): Promise<readonly Gap[]> => {
  const { outputs, before } = places
  const receipt = await recordAt(prefix, 'receipt.json', outputs)
  if (!receipt?.upload.key.startsWith(places.prefix)) return []
  const upload = uploadOf(receipt)
  const gaps: Gap[] = []
  if ((facts.receipt ?? new Date(timeOf(receipt))) <= before) {
    if (!(await isSent(receipt, outputs))) gaps.push({ kind: 'not-sent', upload })
    gaps.push(...(await gapsOfArchive(receipt, outputs)))
  }
  if (await hasUntoldFailure(prefix, facts, places)) gaps.push({ kind: 'failure-not-sent', upload })
  return gaps
}
