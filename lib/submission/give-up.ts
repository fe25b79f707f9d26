import { bytesOf } from './archive.ts'
import { committed } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { fail } from './fail.ts'
import { tellFailures } from './history.ts'
import type { Failure } from './outcome.ts'
import type { Ports } from './ports.ts'
import { conclude } from './process.ts'
import { keep } from './quarantine.ts'
import { parseReceipt, type Receipt } from './receipt.ts'
import { isSent } from './sent.ts'
import { skipReason } from './skip.ts'
import { nameOf, type Upload } from './upload.ts'

export type GiveUpPorts = Omit<Ports, 'convert' | 'spread'>

/** `own`: this call has told that the upload failed; else the receipt stood already and was finished. */
export interface GivenUp {
  readonly receipt: Receipt
  readonly own: boolean
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
 * Ends a submission that could not be brought to its end: a reason, a receipt, Report Conversion Failed. What has been
 * committed stands and is finished; where converting it again (`again`) was asked for, that this failed is told beside it.
 * Null for a key that is no upload at all.
 */
export const giveUp = async (
  upload: Upload,
  failure: Failure,
  ports: GiveUpPorts,
  { again = false }: { readonly again?: boolean } = {},
): Promise<GivenUp | null> => {
  if (skipReason(upload)) return null
  const stored = await committed(upload, ports)
  if (stored) {
    // Where its event had not been sent the replay may have come as far as its result.
    const wasSent = await isSent(parseReceipt(stored.bytes), ports.outputs)
    const receipt = await conclude(upload, stored, ports)
    const failed = await tellFailures(upload, ports)
    if (failed) return { receipt: failed, own: true }
    if (!again || !wasSent) return { receipt, own: false }
  }
  const bytes = await readable(upload, ports)
  const source = {
    name: nameOf(upload),
    size: bytes?.length ?? upload.size,
    sha256: bytes ? ports.sha256(bytes) : null,
  }
  const copy = ports.quarantine && bytes ? await keep(upload, bytes, ports.quarantine) : null
  const made = await fail(upload, source, { kind: 'failed', failure, quarantine: copy }, ports, again)
  const after = made.receipt.outcome === 'failed' ? await committed(upload, ports) : null
  if (after) await conclude(upload, after, ports)
  return made
}
