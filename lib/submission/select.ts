import { receiptKey } from './keys.ts'
import type { Store } from './ports.ts'
import { parseReceipt, type Receipt, timeOf } from './receipt.ts'

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
  /** Of the upload's key; empty for all. */
  readonly prefix: string
  /** Receipts made then or later. */
  readonly since: Date | null
  /** Any of these; all where it is empty. */
  readonly verdicts: readonly SelectableVerdict[]
}

const selectableVerdictOf = ({ outcome, event }: Receipt): SelectableVerdict | null => {
  if (!event) return null
  if (event.type === 'gongkai.report.validated.v1') return event.data.verdict
  return outcome === 'rejected' ? 'rejected' : 'failed'
}

const matches = (receipt: Receipt, { prefix, since, verdicts }: ReceiptFilter): boolean =>
  receipt.upload.key.startsWith(prefix) &&
  (since === null || new Date(timeOf(receipt)) >= since) &&
  (verdicts.length === 0 || verdicts.some(verdict => verdict === selectableVerdictOf(receipt)))

const parsed = (bytes: Uint8Array): Receipt | null => {
  try {
    return parseReceipt(bytes)
  } catch {
    return null
  }
}

/** Every receipt of a store that stands where it should. A file that is called so and is none is passed over. */
export async function* receiptsIn(store: Store, prefix: string): AsyncIterable<Receipt> {
  for await (const { key } of store.list(prefix)) {
    if (!key.endsWith('/receipt.json')) continue
    const stored = await store.get(key)
    const receipt = stored && parsed(stored.bytes)
    if (receipt && key === receiptKey(receipt.upload)) yield receipt
  }
}

/** The receipts to replay. */
export async function* selectReceipts(store: Store, filter: ReceiptFilter): AsyncIterable<Receipt> {
  for await (const receipt of receiptsIn(store, filter.prefix)) if (matches(receipt, filter)) yield receipt
}
