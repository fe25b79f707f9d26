import { TransientFailure } from './errors.ts'
import { fileKey, receiptKey } from './keys.ts'
import { moveLatest, supersededBy } from './latest.ts'
import { type Ending, outputFiles, type SourceFacts } from './outcome.ts'
import type { Ports, Stored } from './ports.ts'
import { parseReceipt, type Receipt, receiptBytes, receiptOf } from './receipt.ts'
import { isSent, sendEvent } from './sent.ts'
import type { Upload } from './upload.ts'

type CommitPorts = Omit<Ports, 'uploads' | 'convert' | 'spread'>

const attempts = 5

/** `own`: the receipt is the one just made, not that of somebody who was first. */
export interface Commitment {
  readonly receipt: Receipt
  readonly own: boolean
}

/** The stored receipt of an upload version, if it has been committed. */
export const committed = async (upload: Upload, ports: Pick<Ports, 'outputs'>): Promise<Stored | null> =>
  ports.outputs.get(receiptKey(upload))

/** What follows a commit; safe to repeat: the pointer moves forward, an unsent event is sent. */
export const finish = async (upload: Upload, stored: Stored, ports: CommitPorts): Promise<Receipt> => {
  const receipt = parseReceipt(stored.bytes)
  await moveLatest(upload, ports.outputs)
  if (!(await isSent(receipt, ports.outputs))) await sendEvent(receipt, ports)
  return receipt
}

/**
 * Writes the outputs, then the receipt that makes them count, then finishes. Where another has committed
 * with the same converter, that one stands. A receipt of another converter version, or the one given as
 * `replacing`, is replaced: the outputs it describes have just been written over.
 */
export const commit = async (
  upload: Upload,
  source: SourceFacts,
  outcome: Ending,
  ports: CommitPorts,
  replacing: Stored | null = null,
): Promise<Commitment> => {
  const { outputs, converter } = ports
  const files = outputFiles(outcome, source, converter)
  const superseded = await supersededBy(upload, outputs)
  const receipt = receiptOf(upload, source, outcome, files, ports, superseded)
  const bytes = receiptBytes(receipt)
  const key = receiptKey(upload)
  let previous = replacing
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await Promise.all(files.map(file => outputs.put(fileKey(upload, file.name), file.bytes)))
    const won = previous
      ? await outputs.putIfMatch(key, bytes, previous.etag)
      : await outputs.putIfAbsent(key, bytes)
    if (won) {
      await moveLatest(upload, outputs)
      await sendEvent(receipt, ports)
      return { receipt, own: true }
    }
    previous = await outputs.get(key)
    if (previous && parseReceipt(previous.bytes).converter.version === converter.version)
      return { receipt: await finish(upload, previous, ports), own: false }
  }
  throw new TransientFailure(`the receipt was replaced by others ${attempts} times in a row`)
}
