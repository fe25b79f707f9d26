import { bytesOf } from './archive.ts'
import { commit, committed, writeOutputs } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { runKey } from './keys.ts'
import { type Failure, type Outcome, outputFiles, type SourceFacts } from './outcome.ts'
import type { Ports } from './ports.ts'
import { conclude } from './process.ts'
import { keep, type Quarantine } from './quarantine.ts'
import { parseReceipt, type Receipt, receiptBytes } from './receipt.ts'
import { receiptOf } from './receipt-of.ts'
import { isSent, sendEvent } from './sent.ts'
import { skipReason } from './skip.ts'
import { nameOf, type Upload } from './upload.ts'

export interface GiveUpPorts extends Omit<Ports, 'convert' | 'spread'> {
  /** Where a copy of the upload is kept for the operator; without it none is. */
  readonly quarantine?: Quarantine
}

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

type Failed = Extract<Outcome, { kind: 'failed' }>

/** Tells of a replay that failed: a run of its own beside the receipt, which goes on standing. */
const failBeside = async (
  upload: Upload,
  source: SourceFacts,
  outcome: Failed,
  standing: Receipt,
  ports: GiveUpPorts,
): Promise<Receipt> => {
  const files = outputFiles(outcome, source, ports.converter)
  const around = { superseded: null, before: standing, stands: true }
  const made = receiptOf(upload, source, outcome, files, ports, around)
  const key = runKey(upload, made.run)
  const stored = await ports.outputs.get(key)
  const known = stored && parseReceipt(stored.bytes)
  if (known?.event && known.event.id === made.event?.id) {
    const sent = await isSent(known, ports.outputs)
    const told = sent ? { ...known, event: { ...known.event, retold: true as const } } : known
    await sendEvent(told, ports)
    return told
  }
  await writeOutputs(made, files, ports)
  await ports.outputs.put(key, receiptBytes(made))
  await sendEvent(made, ports)
  return made
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
  const standing = stored && parseReceipt(stored.bytes)
  if (stored && standing) {
    // Where its event had not been sent the replay may have come as far as its result.
    const wasSent = await isSent(standing, ports.outputs)
    const receipt = await conclude(upload, stored, ports)
    if (!again || !wasSent) return { receipt, own: false }
  }
  const bytes = await readable(upload, ports)
  const source = {
    name: nameOf(upload),
    size: bytes?.length ?? upload.size,
    sha256: bytes ? ports.sha256(bytes) : null,
  }
  const quarantine =
    ports.quarantine && bytes ? await keep(upload, bytes, failure.code, ports.quarantine, ports.now) : null
  const outcome = { kind: 'failed', failure, quarantine } as const
  if (standing && standing.outcome !== 'failed')
    return { receipt: await failBeside(upload, source, outcome, standing, ports), own: true }
  const made = await commit(upload, source, outcome, ports, { stored, insists: stored !== null })
  const after = await committed(upload, ports)
  return { ...made, receipt: after ? await conclude(upload, after, ports) : made.receipt }
}
