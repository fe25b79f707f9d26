import { inOrder } from '../util/in-order.ts'
import { receiptKey } from './keys.ts'
import type { Store } from './ports.ts'
import { parsedReceipt, type Receipt, timeOf } from './receipt.ts'
import { beginning, type Places, resultsIn, type Stretch, stretches } from './stretches.ts'

/** What a receipt may be chosen by: the verdict on a report, or that there is none. */
export const selectableVerdicts = [
  'valid',
  'needsReview',
  'invalid',
  'notAssessable',
  'rejected',
  'failed',
] as const
export type SelectableVerdict = (typeof selectableVerdicts)[number]

export interface ReceiptFilter {
  /** Receipts made then or later. */
  readonly since: Date | null
  /** Any of these; all where it is empty. */
  readonly verdicts: readonly SelectableVerdict[]
  /** What this build of the converter made; of all builds where it is null. */
  readonly build: string | null
}

/** Between the time in a receipt and that of the store it is written to, two clocks and some retries. */
const marginMs = 60 * 60_000

const atOnce = { stretches: 6, reads: 32 }

/** By what came of it a receipt may be chosen; null for an archive. */
export const selectableVerdictOf = ({ outcome, event }: Receipt): SelectableVerdict | null => {
  if (event?.type === 'gongkai.report.validated.v1') return event.data.verdict
  return outcome === 'rejected' || outcome === 'failed' ? outcome : null
}

/** The key of a receipt, and when a replay failed that nothing has mended since; null where none did. */
interface Candidate {
  readonly key: string
  failed: Date | null
}

const isRecent = (at: Date, since: Date | null): boolean => since === null || at >= since

/** By its own result, or as `failed` by the replay that failed beside it. */
const matches = (
  receipt: Receipt,
  failed: Date | null,
  { since, verdicts, build }: ReceiptFilter,
): boolean => {
  const verdict = selectableVerdictOf(receipt)
  const asked = verdicts.length === 0 || verdicts.some(one => one === verdict)
  const byItself = asked && isRecent(new Date(timeOf(receipt)), since)
  const byReplay = failed !== null && verdicts.includes('failed') && isRecent(failed, since)
  return (build === null || receipt.converter.build === build) && (byItself || byReplay)
}

/** The receipt at a key; null for a file that is called so and is none, or stands where it should not. */
const receiptAt = async (key: string, outputs: Store): Promise<Receipt | null> => {
  const stored = await outputs.get(key)
  const receipt = stored && parsedReceipt(stored.bytes)
  return receipt && receiptKey(receipt.upload) === key ? receipt : null
}

const file = /^(.+?)(?:\/([0-9a-f]{12}))?\/(receipt|sent|failure|run)\.json$/s

/** The receipts in a stretch, and the replays that failed beside them: those stand before, what was sent behind. */
const candidatesIn = async (
  stretch: Stretch,
  places: Places,
): Promise<readonly (Candidate & { at: Date })[]> => {
  const found: (Candidate & { at: Date })[] = []
  const failures = new Map<string, Date>()
  let failure = ''
  for await (const { key, modified } of resultsIn(stretch, places)) {
    const [, version = '', run, name] = file.exec(key) ?? []
    const folder = `${version}/${run}`
    if (name === 'failure') failure = folder
    else if (name === 'run' && folder === failure) failures.set(version, modified)
    else if (name === 'receipt' && !run) {
      const failed = failures.get(version)
      failures.delete(version)
      found.push({ key, at: modified, failed: failed && failed > modified ? failed : null })
    } else if (name === 'sent' && !run) {
      const last = found.at(-1)
      if (last?.failed && last.key === `${version}/receipt.json` && modified > last.failed) last.failed = null
    }
  }
  return found
}

async function* candidates(places: Places, { since }: ReceiptFilter): AsyncGenerator<Candidate> {
  const listed = inOrder(stretches(places, beginning), atOnce.stretches, stretch =>
    candidatesIn(stretch, places),
  )
  for await (const found of listed)
    for (const { key, at, failed } of found)
      if (failed || isRecent(new Date(at.getTime() + marginMs), since)) yield { key, failed }
}

/** The receipts to replay; listed in several stretches at once, and read so. */
export async function* selectReceipts(places: Places, filter: ReceiptFilter): AsyncGenerator<Receipt> {
  const { outputs, prefix } = places
  const read = inOrder(candidates(places, filter), atOnce.reads, async ({ key, failed }) => ({
    receipt: await receiptAt(key, outputs),
    failed,
  }))
  for await (const { receipt, failed } of read)
    if (receipt?.upload.key.startsWith(prefix) && matches(receipt, failed, filter)) yield receipt
}
