import { versionPrefix } from './keys.ts'
import type { Ports, Store } from './ports.ts'
import { parseReceipt, type Receipt, timeOf } from './receipt.ts'
import { isSent, sendEvent, standsBeside } from './sent.ts'
import type { Upload } from './upload.ts'

/** The records of the runs of a version that are not its receipt: earlier ones, and replays that failed. Oldest first. */
export const historyOf = async (
  upload: Pick<Upload, 'key' | 'version'>,
  outputs: Store,
): Promise<readonly Receipt[]> => {
  const found: Receipt[] = []
  for await (const { key } of outputs.list(`${versionPrefix(upload)}/`)) {
    if (!key.endsWith('/run.json')) continue
    const stored = await outputs.get(key)
    if (stored) found.push(parseReceipt(stored.bytes))
  }
  return found.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

/** Sends what was not told of replays that failed, a crash in between notwithstanding. */
export const tellFailures = async (
  upload: Upload,
  ports: Pick<Ports, 'bus' | 'now' | 'outputs'>,
): Promise<void> => {
  for (const record of await historyOf(upload, ports.outputs))
    if (standsBeside(record) && !(await isSent(record, ports.outputs))) await sendEvent(record, ports)
}

/** The newest earlier run that counted and that another build made; null where there is none. */
export const runBefore = async (
  upload: Upload,
  build: string,
  { outputs }: Pick<Ports, 'outputs'>,
): Promise<Receipt | null> => {
  const earlier = await historyOf(upload, outputs)
  return (
    earlier.findLast(({ outcome, converter }) => outcome !== 'failed' && converter.build !== build) ?? null
  )
}
