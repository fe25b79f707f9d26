/**
 * What persons do at the desk: each act is one line of `desk.ndjson` in the outbox. What stands is what the acts come to, one
 * after another; to take one back is another act, and no line is ever removed.
 */

/** Words of a decision: 问题成立, 不成立, 已说明. */
export type DecisionWord = 'accepted' | 'rejected' | 'explained'

/** Two uploads that were taken for one report's or for two. */
interface OfTwo {
  readonly key: string
  readonly of: string
  readonly version?: string
  readonly ofVersion?: string
}

/**
 * An act as it is asked for. Keys are those of uploads, `sha256` is that of the bytes of a file. `version` is that of the upload
 * that it was said of, noted with the act: of another one it does not hold.
 */
export type AskedAct =
  /** Out of every total, still listed. */
  | { readonly kind: 'excluded'; readonly key: string; readonly reason: string; readonly version?: string }
  | { readonly kind: 'included'; readonly key: string }
  /** Out of the list; a plain file is moved out of the inbox, to `bin` below the folder of what was thrown away. */
  | { readonly kind: 'removed'; readonly key: string; readonly bin?: string }
  | { readonly kind: 'restored'; readonly key: string }
  /** Whose report it is, by the roster; null: what the report itself tells. */
  | { readonly kind: 'placed'; readonly key: string; readonly unit: string | null; readonly version?: string }
  /** `key` takes the place of `of`: same unit and year. */
  | (OfTwo & { readonly kind: 'replaces' })
  /** They are two reports. */
  | (OfTwo & { readonly kind: 'separate' })
  /** Takes back what was said of the two: it is asked again. */
  | (OfTwo & { readonly kind: 'unsaid' })
  /** `sha256` null: the finding is one across reports. `decision` null takes it back. */
  | {
      readonly kind: 'decided'
      readonly finding: string
      readonly sha256: string | null
      readonly decision: DecisionWord | null
      readonly reason: string
    }
  /** A figure as the original prints it; null: blank there. `crop`: the picture of the cell that it was read off, of a scan. */
  | {
      readonly kind: 'entered'
      readonly sha256: string
      readonly cell: string
      readonly value: number | null | 'undone'
      /** With `value` null: a dash, which says that it does not apply. */
      readonly dash?: true
      readonly reason: string
      readonly crop?: string
    }
  /** Whose report a scan is and of which year, as its title prints it; null takes it back. `crop`: the picture of the title. */
  | {
      readonly kind: 'named'
      readonly sha256: string
      readonly named: { readonly authority: string; readonly year: number } | null
      readonly crop?: string
    }

/** Who did it and when. `by` is what a person gives as his name at the page. */
export interface Signed {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
}

export type Act = AskedAct & Signed

/** By whom what the folders show is noted: a file that has gone, or is there again. */
export const byInbox = 'inbox'

/** What an act is about: of the acts on one thing the last one stands. */
export const thingOf = (act: AskedAct): string => {
  switch (act.kind) {
    case 'excluded':
    case 'included':
      return JSON.stringify(['counts', act.key])
    case 'removed':
    case 'restored':
      return JSON.stringify(['listed', act.key])
    case 'placed':
      return JSON.stringify(['unit', act.key])
    case 'replaces':
    case 'separate':
    case 'unsaid':
      return JSON.stringify(['pair', ...[act.key, act.of].toSorted()])
    case 'decided':
      return JSON.stringify(['decided', act.sha256, act.finding])
    case 'entered':
      return JSON.stringify(['entered', act.sha256, act.cell])
    case 'named':
      return JSON.stringify(['named', act.sha256])
  }
}

/** The act that says of the same thing that nobody has said anything of it. */
const nothingSaid = (act: AskedAct): AskedAct => {
  switch (act.kind) {
    case 'excluded':
    case 'included':
      return { kind: 'included', key: act.key }
    case 'removed':
    case 'restored':
      return { kind: 'restored', key: act.key }
    case 'placed':
      return { ...act, unit: null }
    case 'replaces':
    case 'separate':
    case 'unsaid':
      return { kind: 'unsaid', key: act.key, of: act.of }
    case 'decided':
      return { ...act, decision: null, reason: '' }
    case 'entered':
      return { ...act, value: 'undone', reason: '' }
    case 'named':
      return { ...act, named: null }
  }
}

const unsigned = ({ id: _id, at: _at, by: _by, ...asked }: Act): AskedAct => asked as AskedAct

/** The act that takes one of these back: what stood before it stands again. Null where it does not stand any more. */
export const opposite = (acts: readonly Act[], id: string): AskedAct | null => {
  const at = acts.findIndex(act => act.id === id)
  const act = acts[at]
  if (!act) return null
  const thing = thingOf(act)
  if (acts.slice(at + 1).some(later => thingOf(later) === thing)) return null
  const before = acts.slice(0, at).findLast(earlier => thingOf(earlier) === thing)
  return before ? unsigned(before) : nothingSaid(unsigned(act))
}
