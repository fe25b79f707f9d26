import { toJson } from './outcome.ts'
import type { Store } from './ports.ts'
import { beginning, type Place } from './stretches.ts'

/** Where reconciliation stopped. No upload's results can stand here: a key with a part that begins with a dot is none. */
export const checkpointKey = '.gongkai/reconcile.json'

interface Checkpoint extends Place {
  readonly schema: 'gongkai.reconcile/1'
  /** ISO 8601. */
  readonly at: string
}

const isCheckpoint = (value: Partial<Checkpoint> | null): value is Checkpoint =>
  value?.schema === 'gongkai.reconcile/1' && typeof value.after === 'string' && typeof value.from === 'string'

/** Where to go on; the beginning where nobody stopped, or what is noted cannot be read: any place is as good. */
export const readCheckpoint = async (outputs: Store): Promise<Place> => {
  const stored = await outputs.get(checkpointKey)
  if (!stored) return beginning
  try {
    const value = JSON.parse(new TextDecoder().decode(stored.bytes))
    return isCheckpoint(value) ? { after: value.after, from: value.from } : beginning
  } catch {
    return beginning
  }
}

export const writeCheckpoint = async (outputs: Store, { after, from }: Place, now: Date): Promise<void> => {
  const checkpoint: Checkpoint = { schema: 'gongkai.reconcile/1', at: now.toISOString(), after, from }
  await outputs.put(checkpointKey, toJson(checkpoint))
}
