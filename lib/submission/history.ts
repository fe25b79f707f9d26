import { runKey, toldKey, versionPrefix } from './keys.ts'
import type { Ports, Store, Stored } from './ports.ts'
import { parsedReceipt, parseReceipt, type Receipt, timeOf } from './receipt.ts'
import { isSent, sendEvent, standsBeside, type TellPorts } from './sent.ts'
import type { Upload } from './upload.ts'

const isRecord = /\/run\.json$|\/told\/[0-9a-f]{12}\.json$/

/**
 * Keeps what was told last, before something else takes its place. The same run may count twice, with something
 * between: what was told of it then stands beside what was told first. Gives the key; null where nothing was told.
 */
export const keepAsHistory = async (previous: Stored, outputs: Store): Promise<string | null> => {
  const { upload, run, event, unpacked } = parseReceipt(previous.bytes)
  if (!event) return unpacked?.replaces ?? null
  const key = runKey(upload, run)
  if (await outputs.putIfAbsent(key, previous.bytes)) return key
  const first = await outputs.get(key)
  if (first && parseReceipt(first.bytes).event?.id === event.id) return key
  const other = toldKey(upload, run, event.id)
  await outputs.put(other, previous.bytes)
  return other
}

/** The record of what was told last: the receipt, or what an archive takes the place of that is not told of yet. */
export const lastTold = async (receipt: Receipt, outputs: Store): Promise<Receipt | null> => {
  if (receipt.event) return receipt
  const stored = receipt.unpacked?.replaces ? await outputs.get(receipt.unpacked.replaces) : null
  return stored && parseReceipt(stored.bytes)
}

/** The records of the runs of a version that are not its receipt: earlier ones, and replays that failed. Oldest first. */
export const historyOf = async (
  upload: Pick<Upload, 'key' | 'version'>,
  outputs: Store,
): Promise<readonly Receipt[]> => {
  const found: Receipt[] = []
  for await (const { key } of outputs.list(`${versionPrefix(upload)}/`)) {
    if (!isRecord.test(key)) continue
    const stored = await outputs.get(key)
    const record = stored && parsedReceipt(stored.bytes)
    // Another upload's key may begin as the place of these results does.
    if (record && versionPrefix(record.upload) === versionPrefix(upload)) found.push(record)
  }
  return found.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

/** Sends what was not told of replays that failed, a crash in between notwithstanding. Gives the last of them. */
export const tellFailures = async (upload: Upload, ports: TellPorts): Promise<Receipt | null> => {
  let told: Receipt | null = null
  for (const record of await historyOf(upload, ports.outputs)) {
    if (!standsBeside(record) || (await isSent(record, ports.outputs))) continue
    await sendEvent(record, ports)
    told = record
  }
  return told
}

/** The newest earlier run that counted and that none of these builds made; null where there is none. */
export const runBefore = async (
  upload: Upload,
  withdrawn: readonly string[],
  { outputs }: Pick<Ports, 'outputs'>,
): Promise<Receipt | null> => {
  const earlier = await historyOf(upload, outputs)
  return (
    earlier.findLast(
      ({ outcome, converter: { build } }) =>
        outcome !== 'failed' && (build === undefined || !withdrawn.includes(build)),
    ) ?? null
  )
}
