import { cutToBytes } from '../util/cut.ts'
import { bytesOf } from './archive.ts'
import { commit, committed, finish } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { fileKey } from './keys.ts'
import type { Failure } from './outcome.ts'
import type { Ports, Store } from './ports.ts'
import type { Receipt } from './receipt.ts'
import { skipReason } from './skip.ts'
import { nameOf, type Upload } from './upload.ts'

export interface GiveUpPorts extends Omit<Ports, 'convert' | 'spread'> {
  /** Where a copy of the upload is kept for the operator; without it none is. */
  readonly quarantine?: { readonly bucket: string; readonly prefix?: string; readonly store: Store }
}

/** The name of a copy: that of the upload, or what fits of it with its ending. */
const copyName = (name: string): string => {
  const short = cutToBytes(name, 200)
  return short === name ? name : short + cutToBytes(name.slice(Math.max(name.lastIndexOf('.'), 0)), 20)
}

const quarantine = async (upload: Upload, bytes: Uint8Array | null, ports: GiveUpPorts) => {
  if (!ports.quarantine || !bytes) return null
  const { bucket, prefix = '', store } = ports.quarantine
  const key = prefix + fileKey(upload, copyName(nameOf(upload)))
  await store.put(key, bytes)
  return { bucket, key }
}

/** A file that cannot even be read for the copy must not keep us from saying that we gave up. */
const readable = async (upload: Upload, ports: GiveUpPorts): Promise<Uint8Array | null> => {
  try {
    return await bytesOf(upload, ports.uploads)
  } catch (error) {
    if (error instanceof TransientFailure) throw error
    return null
  }
}

/**
 * Ends a submission that could not be brought to its end: a reason, a receipt, Report Conversion Failed.
 * Where it has been committed meanwhile, that receipt stands and is finished instead.
 * Null for a key that is no upload at all.
 */
export const giveUp = async (
  upload: Upload,
  failure: Failure,
  ports: GiveUpPorts,
): Promise<Receipt | null> => {
  if (skipReason(upload)) return null
  const stored = await committed(upload, ports)
  if (stored) return finish(upload, stored, ports)
  const bytes = await readable(upload, ports)
  const source = {
    name: nameOf(upload),
    size: bytes?.length ?? upload.size,
    sha256: bytes ? ports.sha256(bytes) : null,
  }
  const outcome = { kind: 'failed', failure, quarantine: await quarantine(upload, bytes, ports) } as const
  return (await commit(upload, source, outcome, ports)).receipt
}
