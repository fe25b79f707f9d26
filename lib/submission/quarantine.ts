import { cutToBytes } from '../util/cut.ts'
import { TransientFailure } from './errors.ts'
import { receiptKey, versionPrefix } from './keys.ts'
import { toJson } from './outcome.ts'
import type { Ports, Quarantine, Store } from './ports.ts'
import { parseReceipt, type Receipt, standing } from './receipt.ts'
import { nameOf, type Upload } from './upload.ts'

/** Beside the copy of a file: whether somebody still has to look at it. */
export interface QuarantineState {
  readonly schema: 'gongkai.quarantine/1'
  readonly state: 'open' | 'settled'
  readonly copy: string
  /** Code of the failure. */
  readonly failure: string
  readonly at: string
  /** The run that settled it, and when. */
  readonly settledBy?: { readonly run: string | null; readonly at: string }
}

/** The name of a copy: that of the upload, or what fits of it with its ending. */
const copyName = (name: string): string => {
  const short = cutToBytes(name, 200)
  return short === name ? name : short + cutToBytes(name.slice(Math.max(name.lastIndexOf('.'), 0)), 20)
}

const placeOf = (upload: Upload, { prefix = '' }: Quarantine): string => prefix + versionPrefix(upload)

export const quarantineStateKey = (upload: Upload, quarantine: Quarantine): string =>
  `${placeOf(upload, quarantine)}.json`

/** Keeps a copy of a file. Gives where it is. */
export const keep = async (
  upload: Upload,
  bytes: Uint8Array,
  quarantine: Quarantine,
): Promise<{ readonly bucket: string; readonly key: string }> => {
  const { bucket, store } = quarantine
  const key = `${placeOf(upload, quarantine)}/${copyName(nameOf(upload))}`
  await store.put(key, bytes)
  return { bucket, key }
}

const settled = (state: QuarantineState, { run }: Receipt, now: Ports['now']): QuarantineState => ({
  ...state,
  state: 'settled',
  settledBy: { run: run ?? null, at: now().toISOString() },
})

/** Says of a copy, where there is one, that its file has come to a result. The copy itself stays. */
const settle = async (result: Receipt, quarantine: Quarantine, now: Ports['now']): Promise<void> => {
  const key = quarantineStateKey(result.upload, quarantine)
  const stored = await quarantine.store.get(key)
  if (!stored) return
  const state = JSON.parse(new TextDecoder().decode(stored.bytes)) as QuarantineState
  if (state.state === 'settled') return
  // Where another failure was noted meanwhile, whoever noted it looks whether it came too late.
  await quarantine.store.putIfMatch(key, toJson(settled(state, result, now)), stored.etag)
}

type NotePorts = Pick<Ports, 'now' | 'outputs' | 'quarantine'>

/** The result that its file came to after a failure; null where none did. */
const resultAfter = async ({ event, upload }: Receipt, outputs: Store): Promise<Receipt | null> => {
  const stored = await outputs.get(receiptKey(upload))
  const current = stored && parseReceipt(stored.bytes)
  if (!current?.event || current.outcome === 'failed') return null
  return current.event.id === standing(event)?.event ? null : current
}

const attempts = 5

/**
 * Says of the copy of a failure that somebody has to look at it, unless its file has come to a result since: who comes
 * to one looks here after it, and this looks there after it was written, so that one of the two sees the other.
 */
const openState = async (
  record: Receipt,
  quarantine: Quarantine,
  { now, outputs }: NotePorts,
): Promise<void> => {
  const { event, upload } = record
  if (event?.type !== 'gongkai.report.conversion-failed.v1' || !event.data.quarantine) return
  const { store } = quarantine
  const key = quarantineStateKey(upload, quarantine)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await store.get(key)
    const after = await resultAfter(record, outputs)
    const open: QuarantineState = {
      schema: 'gongkai.quarantine/1',
      state: 'open',
      copy: event.data.quarantine.key,
      failure: event.data.failure.code,
      at: now().toISOString(),
    }
    const state = toJson(after ? settled(open, after, now) : open)
    const written = stored
      ? await store.putIfMatch(key, state, stored.etag)
      : await store.putIfAbsent(key, state)
    if (!written) continue
    const since = after ?? (await resultAfter(record, outputs))
    if (since) await settle(since, quarantine, now)
    return
  }
  throw new TransientFailure(`${key} was written by others ${attempts} times in a row`)
}

/** Brings what the operator sees beside a copy to what a record says, before that is told. */
export const noteQuarantine = async (record: Receipt, ports: NotePorts): Promise<void> => {
  const { quarantine, now } = ports
  if (!quarantine || !record.event) return
  if (record.outcome === 'failed') return openState(record, quarantine, ports)
  // Before the first result of a report nothing failed.
  const { retold, data, type } = record.event
  if (retold || data.replaces || type === 'gongkai.archive.unpacked.v1') await settle(record, quarantine, now)
}
