import { type Commitment, type CommitPorts, commit, committed, finish, writeOutputs } from './commit.ts'
import { runKey } from './keys.ts'
import { type Outcome, outputFiles, type SourceFacts } from './outcome.ts'
import { parseReceipt, type Receipt, receiptBytes } from './receipt.ts'
import { receiptOf } from './receipt-of.ts'
import { isSent, sendEvent } from './sent.ts'
import type { Upload } from './upload.ts'

type Failed = Extract<Outcome, { kind: 'failed' }>

/** Tells of a replay that failed: a run of its own beside the receipt, which goes on standing. */
const failBeside = async (
  upload: Upload,
  source: SourceFacts,
  outcome: Failed,
  standing: Receipt,
  ports: CommitPorts,
): Promise<Receipt> => {
  const { outputs } = ports
  const files = outputFiles(outcome, source, ports.converter)
  const around = { superseded: null, before: standing, stands: true }
  const made = receiptOf(upload, source, outcome, files, ports, around)
  const key = runKey(upload, made.run)
  await writeOutputs(made, files, ports)
  if (await outputs.putIfAbsent(key, receiptBytes(made))) {
    await sendEvent(made, ports)
    return made
  }
  const stored = await outputs.get(key)
  const known = stored ? parseReceipt(stored.bytes) : made
  const again = known.event && (await isSent(known, outputs))
  const told = again ? { ...known, event: { ...known.event!, retold: true as const } } : known
  await sendEvent(told, ports)
  return told
}

/**
 * Ends a submission without a result. One that was committed stands and is finished; where converting it again
 * (`again`) was asked for, that this failed is told beside it.
 */
export const fail = async (
  upload: Upload,
  source: SourceFacts,
  outcome: Failed,
  ports: CommitPorts,
  again: boolean,
): Promise<Commitment> => {
  const stored = await committed(upload, ports)
  if (stored) await finish(upload, stored, ports)
  const made = await commit(upload, source, outcome, ports, { stored, insists: stored !== null })
  if (made.own || !again || made.receipt.outcome === 'failed') return made
  return { receipt: await failBeside(upload, source, outcome, made.receipt, ports), own: true }
}
