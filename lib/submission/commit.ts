import { TransientFailure } from './errors.ts'
import { keepAsHistory, lastTold } from './history.ts'
import { receiptKey, runKey } from './keys.ts'
import { moveLatest, supersededBy } from './latest.ts'
import { type Ending, outputFiles, type SourceFacts, sameOutputs } from './outcome.ts'
import type { Ports, Stored } from './ports.ts'
import { parseReceipt, type Receipt, receiptBytes } from './receipt.ts'
import { receiptOf } from './receipt-of.ts'
import { isOlder } from './run.ts'
import { isSent, sendEvent } from './sent.ts'
import type { Upload } from './upload.ts'

export type CommitPorts = Omit<Ports, 'uploads' | 'convert' | 'spread'>

const attempts = 5

/** `own`: the receipt is of the run just made, not that of somebody who was first. */
export interface Commitment {
  readonly receipt: Receipt
  readonly own: boolean
}

/** What a run may take the place of. */
export interface Replacing {
  /** The receipt as it was read; null where there was none. */
  readonly stored: Stored | null
  /** Also one that another has put there meanwhile, unless a newer program made it. */
  readonly insists: boolean
  /** A build whose receipts may be replaced by an older program too. */
  readonly withdraw?: string | undefined
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

const same = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  a.length === b?.length && a.every((byte, at) => byte === b[at])

/** Writes the outputs of a run where its record says they are. False where something else stands there: it stays. */
export const writeOutputs = async (
  { outputs }: Receipt,
  files: ReturnType<typeof outputFiles>,
  { outputs: store }: Pick<Ports, 'outputs'>,
): Promise<boolean> => {
  const written = files.map(async ({ bytes }, at) => {
    const { key } = outputs[at]!
    return (await store.putIfAbsent(key, bytes)) || same(bytes, (await store.get(key))?.bytes)
  })
  return (await Promise.all(written)).every(Boolean)
}

/** Whether the name of a run is that of a record that holds something else. */
const isTaken = async (made: Receipt, there: Receipt, outputs: Ports['outputs']): Promise<boolean> => {
  const earlier = await outputs.get(runKey(made.upload, made.run))
  const records = earlier ? [there, parseReceipt(earlier.bytes)] : [there]
  return records.some(record => record.run === made.run && !sameOutputs(record.outputs, made.outputs))
}

/** Puts a receipt in the place of the one that was read; false where that is not the one any more. */
export const moveReceipt = async (
  upload: Upload,
  receipt: Receipt,
  previous: Stored | null,
  { outputs }: Pick<Ports, 'outputs'>,
): Promise<boolean> => {
  const key = receiptKey(upload)
  if (!previous) return outputs.putIfAbsent(key, receiptBytes(receipt))
  const replaces = await keepAsHistory(previous, outputs)
  const { unpacked } = receipt
  const waiting = unpacked && !receipt.event && replaces !== null
  const next = waiting ? { ...receipt, unpacked: { ...unpacked, replaces } } : receipt
  return outputs.putIfMatch(key, receiptBytes(next), previous.etag)
}

/** Whether a receipt goes on standing though the run insists: as a result before a failure, or that of a newer program. */
const outranks = (
  { bytes, etag }: Stored,
  outcome: Ending,
  { stored, withdraw }: Replacing,
  { converter }: CommitPorts,
): boolean => {
  const receipt = parseReceipt(bytes)
  if (outcome.kind === 'failed' && receipt.outcome !== 'failed') return true
  if (receipt.withdrawn?.includes(converter.build)) return true
  const withdrawn = withdraw !== undefined && receipt.converter.build === withdraw
  // There may be a run to go back to now.
  if (withdrawn && etag !== stored?.etag) throw new TransientFailure('a result to withdraw came meanwhile')
  return !withdrawn && isOlder(converter, receipt)
}

/** Whether what is there goes on standing beside the run just made. */
const stands = (previous: Stored, outcome: Ending, replacing: Replacing, ports: CommitPorts): boolean => {
  const { stored, insists } = replacing
  if (!insists) return previous.etag !== stored?.etag
  return outranks(previous, outcome, replacing, ports)
}

/** The builds that do not count any more once a receipt is replaced. */
export const withdrawnBy = (
  { withdrawn = [], converter: { build } }: Receipt,
  withdraw: string | undefined,
): readonly string[] | undefined => {
  const all = withdraw !== undefined && withdraw === build ? [...withdrawn, withdraw] : withdrawn
  return all.length > 0 ? all : undefined
}

/**
 * Writes the outputs of a run, then the receipt that makes it count, then finishes. Where another has committed, that
 * one stands, unless `replacing` says otherwise. Earlier runs stay as they are, under their own names.
 */
export const commit = async (
  upload: Upload,
  source: SourceFacts,
  outcome: Ending,
  ports: CommitPorts,
  replacing: Replacing = { stored: null, insists: false },
): Promise<Commitment> => {
  const { outputs, converter } = ports
  const files = outputFiles(outcome, source, converter)
  const superseded = await supersededBy(upload, outputs)
  // Converting took a while: what stood then may not stand now.
  let previous = replacing.stored && (await committed(upload, ports))
  let byContents = false
  let written: string | undefined
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (previous && stands(previous, outcome, replacing, ports))
      return { receipt: await finish(upload, previous, ports), own: false }
    // What another committed meanwhile is told of before this takes its place.
    if (previous && previous.etag !== replacing.stored?.etag) await finish(upload, previous, ports)
    const receiptThere = previous && parseReceipt(previous.bytes)
    const before = receiptThere && (await lastTold(receiptThere, outputs))
    const withdrawn = receiptThere ? withdrawnBy(receiptThere, replacing.withdraw) : undefined
    const make = () =>
      receiptOf(upload, source, outcome, files, ports, { superseded, before, withdrawn, byContents })
    byContents ||= receiptThere !== null && (await isTaken(make(), receiptThere, outputs))
    let receipt = make()
    if (written !== receipt.run && !(await writeOutputs(receipt, files, ports))) {
      byContents = true
      receipt = make()
      await writeOutputs(receipt, files, ports)
    }
    written = receipt.run
    if (receiptThere?.event && receiptThere.run === receipt.run) {
      await sendEvent(receipt, ports)
      return { receipt: receiptThere, own: true }
    }
    if (await moveReceipt(upload, receipt, previous, ports)) {
      await moveLatest(upload, outputs)
      await sendEvent(receipt, ports)
      return { receipt, own: true }
    }
    previous = await outputs.get(receiptKey(upload))
  }
  throw new TransientFailure(`the receipt was replaced by others ${attempts} times in a row`)
}
