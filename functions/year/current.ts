import { PermanentFailure } from '../../lib/submission/errors.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import type { Store } from '../../lib/submission/ports.ts'
import { currentKey } from './layout.ts'

/** How the season of a year was made, and what was told of it. */
export interface Made {
  /** Stands for records, lists and program. */
  readonly inputs: string
  /** When the newest segment was written, and how many there were: an older view has seen less. */
  readonly latest: string
  readonly segments: number
  /** Up to this day it says the same, if nothing else changes; null: on any day. */
  readonly quietUntil: string | null
  /** How often another season of the year took the place of the one before. */
  readonly sequence: number
  /** Id of the event that tells of it. */
  readonly checked: string
  /** What was told last of who is overdue: hash of the units, and the event. */
  readonly overdue?: { readonly hash: string; readonly event: string } | undefined
}

/** `season/current.json`: which folder holds the season of each year. Moving it is the commit. */
export interface Current {
  readonly schema: 'gongkai.current/1'
  readonly seasons: Readonly<Record<string, string>>
  readonly made: Readonly<Record<string, Made>>
}

export interface StoredCurrent {
  readonly current: Current
  /** Null where there is none yet. */
  readonly etag: string | null
}

const parsed = (bytes: Uint8Array): Current | null => {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Current
    return value?.schema === 'gongkai.current/1' ? value : null
  } catch {
    return null
  }
}

/** Throws PermanentFailure where what stands there is damaged: an operator takes it away. */
export const readCurrent = async (outputs: Store): Promise<StoredCurrent> => {
  const stored = await outputs.get(currentKey)
  if (!stored) return { current: { schema: 'gongkai.current/1', seasons: {}, made: {} }, etag: null }
  const current = parsed(stored.bytes)
  if (!current) throw new PermanentFailure(`${currentKey} is damaged`)
  return { current: { ...current, made: current.made ?? {} }, etag: stored.etag }
}

/** False where somebody else has moved it meanwhile. */
export const moveCurrent = (
  outputs: Store,
  { current, etag }: StoredCurrent,
  year: number,
  folder: string,
  made: Made,
): Promise<boolean> => {
  const moved: Current = {
    schema: current.schema,
    seasons: { ...current.seasons, [String(year)]: folder },
    made: { ...current.made, [String(year)]: made },
  }
  const bytes = toJson(moved)
  return etag === null ? outputs.putIfAbsent(currentKey, bytes) : outputs.putIfMatch(currentKey, bytes, etag)
}

/** The newest year that has a season; undefined where none has. */
export const newestOf = ({ seasons }: Current): number | undefined =>
  Object.keys(seasons)
    .map(Number)
    .sort((a, b) => b - a)[0]
