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

const matches = (receipt: Receipt, { since, verdicts, build }: ReceiptFilter): boolean =>
  (build === null || receipt.converter.build === build) &&
  (since === null || new Date(timeOf(receipt)) >= since) &&
  (verdicts.length === 0 || verdicts.some(verdict => verdict === selectableVerdictOf(receipt)))

/** The receipt at a key; null for a file that is called so and is none, or stands where it should not. */
const receiptAt = async (key: string, outputs: Store): Promise<Receipt | null> => {
  const stored = await outputs.get(key)
  const receipt = stored && parsedReceipt(stored.bytes)
  return receipt && receiptKey(receipt.upload) === key ? receipt : null
}

/** The keys of receipts in a stretch that may be recent enough. */
const keysIn = async (
  stretch: Stretch,
  places: Places,
  { since }: ReceiptFilter,
): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const { key, modified } of resultsIn(stretch, places)) {
    const recent = since === null || modified.getTime() + marginMs >= since.getTime()
    if (recent && key.endsWith('/receipt.json')) keys.push(key)
  }
  return keys
}

async function* receiptKeys(places: Places, filter: ReceiptFilter): AsyncGenerator<string> {
  const listed = inOrder(stretches(places, beginning), atOnce.stretches, stretch =>
    keysIn(stretch, places, filter),
  )
  for await (const keys of listed) yield* keys
}

/** The receipts to replay; listed in several stretches at once, and read so. */
export async function* selectReceipts(places: Places, filter: ReceiptFilter): AsyncGenerator<Receipt> {
  const { outputs, prefix } = places
  const receipts = inOrder(receiptKeys(places, filter), atOnce.reads, key => receiptAt(key, outputs))
  for await (const receipt of receipts)
    if (receipt?.upload.key.startsWith(prefix) && matches(receipt, filter)) yield receipt
}
