import { cutToBytes } from '../util/cut.ts'
import { versionPrefix } from './keys.ts'
import { toJson } from './outcome.ts'
import type { Ports, Store } from './ports.ts'
import type { Receipt } from './receipt.ts'
import { nameOf, type Upload } from './upload.ts'

/** Where copies of files that were given up are kept for the operator. */
export interface Quarantine {
  readonly bucket: string
  readonly prefix?: string
  readonly store: Store
}

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

/** Keeps a copy of a file, and says that somebody has to look at it. Gives where the copy is. */
export const keep = async (
  upload: Upload,
  bytes: Uint8Array,
  failure: string,
  quarantine: Quarantine,
  now: Ports['now'],
): Promise<{ readonly bucket: string; readonly key: string }> => {
  const { bucket, store } = quarantine
  const key = `${placeOf(upload, quarantine)}/${copyName(nameOf(upload))}`
  await store.put(key, bytes)
  const state: QuarantineState = {
    schema: 'gongkai.quarantine/1',
    state: 'open',
    copy: key,
    failure,
    at: now().toISOString(),
  }
  await store.put(quarantineStateKey(upload, quarantine), toJson(state))
  return { bucket, key }
}

/** Says of a copy, where there is one, that its file has come to a result. The copy itself stays. */
export const settle = async (
  upload: Upload,
  { run, outcome }: Receipt,
  quarantine: Quarantine | undefined,
  now: Ports['now'],
): Promise<void> => {
  if (!quarantine || outcome === 'failed') return
  const key = quarantineStateKey(upload, quarantine)
  const stored = await quarantine.store.get(key)
  if (!stored) return
  const state = JSON.parse(new TextDecoder().decode(stored.bytes)) as QuarantineState
  if (state.state === 'settled') return
  const settledBy = { run: run ?? null, at: now().toISOString() }
  await quarantine.store.put(key, toJson({ ...state, state: 'settled', settledBy }))
}
