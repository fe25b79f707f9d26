import type { EnteredFigure, NamedReport } from '../../../lib/model/report.ts'
import { type Act, type DecisionWord, thingOf } from './acts.ts'

/** Who said it, when. */
export interface Said {
  readonly by: string
  readonly at: string
}

/** Of which version of an upload something was said; null: of any. */
export interface OfVersion {
  readonly version: string | null
}

/** Whether what was said of one version, or of any, holds for another. */
export const holdsFor = (said: string | null, version: string): boolean => said === null || said === version

export interface Excluded extends Said, OfVersion {
  readonly reason: string
}

export interface PlacedUnit extends Said, OfVersion {
  readonly unit: string
}

export interface DeskDecision extends Said {
  readonly finding: string
  readonly decision: DecisionWord
  readonly reason: string
}

/** What a person said of two uploads; `key` is the one that takes the place of `of`. */
export interface Pair extends Said, OfVersion {
  readonly kind: 'replaces' | 'separate'
  readonly key: string
  readonly of: string
  readonly ofVersion: string | null
}

/** What the acts come to. Keys are those of uploads. */
export interface Folded {
  readonly excluded: ReadonlyMap<string, Excluded>
  readonly removed: ReadonlyMap<string, Said & { readonly bin: string | null }>
  readonly placed: ReadonlyMap<string, PlacedUnit>
  readonly pairs: readonly Pair[]
  /** By sha256, and '' for findings across reports; then by finding. */
  readonly decided: ReadonlyMap<string, ReadonlyMap<string, DeskDecision>>
  /** By sha256. */
  readonly entered: ReadonlyMap<string, readonly EnteredFigure[]>
  /** By sha256. */
  readonly named: ReadonlyMap<string, NamedReport>
}

const inner = <Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> => {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<string, Value>()
  maps.set(key, made)
  return made
}

/** Of the acts on each thing the last one, in the order in which they were done. */
const lastOfEach = (acts: readonly Act[]): Iterable<Act> => {
  const last = new Map<string, Act>()
  for (const act of acts) {
    const thing = thingOf(act)
    last.delete(thing)
    last.set(thing, act)
  }
  return last.values()
}

export const fold = (acts: readonly Act[]): Folded => {
  const excluded = new Map<string, Excluded>()
  const removed = new Map<string, Said & { readonly bin: string | null }>()
  const placed = new Map<string, PlacedUnit>()
  const pairs: Pair[] = []
  const decided = new Map<string, Map<string, DeskDecision>>()
  const entered = new Map<string, EnteredFigure[]>()
  const named = new Map<string, NamedReport>()
  for (const act of lastOfEach(acts)) {
    const said = { by: act.by, at: act.at }
    if (act.kind === 'excluded') {
      excluded.set(act.key, { ...said, reason: act.reason, version: act.version ?? null })
    } else if (act.kind === 'removed') removed.set(act.key, { ...said, bin: act.bin ?? null })
    else if (act.kind === 'placed' && act.unit !== null) {
      placed.set(act.key, { ...said, unit: act.unit, version: act.version ?? null })
    } else if (act.kind === 'replaces' || act.kind === 'separate')
      pairs.push({
        ...{ ...said, kind: act.kind, key: act.key, of: act.of },
        ...{ version: act.version ?? null, ofVersion: act.ofVersion ?? null },
      })
    else if (act.kind === 'decided' && act.decision !== null) {
      const { finding, decision, reason } = act
      inner(decided, act.sha256 ?? '').set(finding, { ...said, finding, decision, reason })
    } else if (act.kind === 'entered' && act.value !== 'undone') {
      const { cell, value, dash, reason, crop } = act
      const figure = {
        ...{ ...said, cell, value, reason },
        ...(dash ? { dash } : {}),
        ...(crop === undefined ? {} : { crop }),
      }
      entered.set(act.sha256, [...(entered.get(act.sha256) ?? []), figure])
    } else if (act.kind === 'named' && act.named !== null) {
      const { crop } = act
      named.set(act.sha256, { ...act.named, ...said, ...(crop === undefined ? {} : { crop }) })
    }
  }
  return { excluded, removed, placed, pairs, decided, entered, named }
}
