import { TransientFailure } from './errors.ts'
import { latestKey, receiptKey } from './keys.ts'
import { type Superseded, toJson } from './outcome.ts'
import type { Store } from './ports.ts'
import { parseReceipt } from './receipt.ts'
import { compareSequencers } from './sequencer.ts'
import type { Upload } from './upload.ts'

/** The newest version of a key, whatever came of it; its receipt tells. */
export interface Latest {
  readonly schema: 'gongkai.latest/1'
  readonly version: string
  readonly sequencer: string
  readonly receipt: string
}

const attempts = 8

export const parseLatest = (bytes: Uint8Array): Latest =>
  JSON.parse(new TextDecoder().decode(bytes)) as Latest

/** The version that this upload takes the place of: the newest so far, if it is older. */
export const supersededBy = async (upload: Upload, store: Store): Promise<Superseded | null> => {
  const stored = await store.get(latestKey(upload))
  if (!stored) return null
  const { version, sequencer } = parseLatest(stored.bytes)
  if (version === upload.version || compareSequencers(upload.sequencer, sequencer) <= 0) return null
  const receipt = await store.get(receiptKey({ key: upload.key, version }))
  return { version, event: receipt ? (parseReceipt(receipt.bytes).event?.id ?? null) : null }
}

/** Points `latest.json` to this upload unless it points to the same or a newer one. Never moves back. */
export const moveLatest = async (upload: Upload, store: Store): Promise<void> => {
  const key = latestKey(upload)
  const { version, sequencer } = upload
  const latest: Latest = { schema: 'gongkai.latest/1', version, sequencer, receipt: receiptKey(upload) }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await store.get(key)
    if (stored && compareSequencers(sequencer, parseLatest(stored.bytes).sequencer) <= 0) return
    const moved = stored
      ? await store.putIfMatch(key, toJson(latest), stored.etag)
      : await store.putIfAbsent(key, toJson(latest))
    if (moved) return
  }
  throw new TransientFailure(`latest.json was moved by others ${attempts} times in a row`)
}
