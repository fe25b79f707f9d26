import type { ReportEvent } from '../../events/types.ts'
import { TransientFailure } from './errors.ts'
import { runSentKey, sentKey, versionPrefix } from './keys.ts'
import { toJson } from './outcome.ts'
import type { EventBus, Ports, Store } from './ports.ts'
import { noteQuarantine } from './quarantine.ts'
import { type Receipt, standing } from './receipt.ts'

/** What `sent.json` holds. */
export interface Sent {
  readonly schema: 'gongkai.sent/1'
  readonly event: string
  readonly at: string
}

const attempts = 3

const publish = async (event: ReportEvent, bus: EventBus): Promise<void> => {
  let codes = ''
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const failures = await bus.publish([event])
    if (failures.length === 0) return
    codes = failures.map(failure => failure.code).join(', ')
  }
  throw new TransientFailure(`event not taken by the bus: ${codes}`)
}

export type TellPorts = Pick<Ports, 'bus' | 'now' | 'outputs' | 'quarantine'>

/** Whether a record is of a replay that failed: the receipt it tells of goes on standing. */
export const standsBeside = ({ event }: Receipt): boolean => standing(event) !== undefined

/** Where it says that the event of a record was sent. */
export const sentKeyOf = (record: Receipt): string => {
  const { run, upload } = record
  if (run === undefined) return `${versionPrefix(upload)}/sent.json`
  return standsBeside(record) ? runSentKey(upload, run) : sentKey(upload)
}

/** Whether the record's own event has been sent, not that of one it replaced; true where it has none. */
export const isSent = async (receipt: Receipt, outputs: Store): Promise<boolean> => {
  if (!receipt.event) return true
  const stored = await outputs.get(sentKeyOf(receipt))
  if (!stored) return false
  const sent = JSON.parse(new TextDecoder().decode(stored.bytes)) as Sent
  return sent.event === receipt.event.id
}

/**
 * Sends the event of a stored record, then marks it sent: so what is marked has been through all of it. A crash in
 * between repeats the same event id.
 */
export const sendEvent = async (receipt: Receipt, ports: TellPorts): Promise<void> => {
  if (!receipt.event) return
  await noteQuarantine(receipt, ports)
  await publish(receipt.event, ports.bus)
  const sent: Sent = { schema: 'gongkai.sent/1', event: receipt.event.id, at: ports.now().toISOString() }
  await ports.outputs.put(sentKeyOf(receipt), toJson(sent))
}
