import { isDeepStrictEqual } from 'node:util'
import type { ReportEvent } from '../../../events/types.ts'
import { latestKey, receiptKey } from '../../../lib/submission/keys.ts'
import { parseLatest } from '../../../lib/submission/latest.ts'
import { parseReceipt, type Receipt } from '../../../lib/submission/receipt.ts'
import { type Sent, sentKeyOf } from '../../../lib/submission/sent.ts'
import { wrongOutcome } from './outcome.ts'
import { wrongOutputs } from './outputs.ts'
import type { Complaints, Outbox, Wanted } from './wanted.ts'

const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))

/** Takes a receipt that is another than expected as right all the same: what was given up after its retries. */
export type Pardon = (receipt: Receipt) => boolean

const checkOne = async (
  wanted: Wanted,
  events: ReadonlyMap<string, ReportEvent>,
  outbox: Outbox,
  { add }: Complaints,
  pardon: Pardon,
): Promise<readonly string[]> => {
  const name = `${wanted.key} ${wanted.version}`
  const own = [receiptKey(wanted), ...(wanted.newest ? [latestKey(wanted)] : [])]
  const [stored, latest] = await Promise.all(own.map(outbox.read))
  if (!stored) {
    add(`${name}: lost, no receipt`)
    return own
  }
  const receipt = parseReceipt(stored)
  const { event } = receipt
  const wrong = wrongOutcome(receipt, wanted.expected)
  if (wrong && !pardon(receipt)) add(`${name}: ${wrong}`)
  for (const sentence of await wrongOutputs(receipt, wanted.expected, outbox)) add(sentence)
  if (wanted.newest && (!latest || parseLatest(latest).version !== wanted.version))
    add(`${name}: latest.json does not point to it`)
  const files = receipt.outputs.map(file => file.key)
  if (!event) return [...own, ...files]
  if (!isDeepStrictEqual(events.get(event.id), event))
    add(`${name}: its event was not sent as its receipt has it`)
  const sent = await outbox.read(sentKeyOf(receipt))
  if (!sent || (jsonOf(sent) as Sent).event !== event.id) add(`${name}: not marked as sent`)
  return [...own, ...files, sentKeyOf(receipt)]
}

/**
 * Complains of every version that is lost, wrong or half written, and of every file and event that belongs to none.
 * `allowed`: keys that may stand there beside.
 */
export const checkOutbox = async (
  all: readonly Wanted[],
  events: ReadonlyMap<string, ReportEvent>,
  outbox: Outbox,
  complaints: Complaints,
  {
    allowed = () => false,
    pardon = () => false,
  }: { allowed?: (key: string) => boolean; pardon?: Pardon } = {},
): Promise<void> => {
  const accounted = new Set<string>()
  for (const wanted of all)
    for (const key of await checkOne(wanted, events, outbox, complaints, pardon)) accounted.add(key)
  for (const key of await outbox.keys())
    if (!accounted.has(key) && !allowed(key)) complaints.add(`${key}: belongs to no version that was put in`)
  if (events.size !== all.length) complaints.add(`${events.size} events for ${all.length} versions`)
}
