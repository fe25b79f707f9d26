import type { Entry } from './entry.ts'

/** One thing that is not as recorded: `from` is null where it is new, `to` where it is gone. */
export interface Difference {
  readonly about:
    | 'file'
    | 'bytes'
    | 'verdict'
    | 'format'
    | 'year'
    | 'authority'
    | 'editions'
    | 'figure'
    | 'finding'
  /** The key of a figure or the id of a finding; empty for the file as a whole. */
  readonly key: string
  readonly from: string | null
  readonly to: string | null
}

type Table = Readonly<Record<string, string>>

const between = (about: 'figure' | 'finding', old: Table, now: Table): Difference[] =>
  [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map(key => ({ about, key, from: old[key] ?? null, to: now[key] ?? null }))
    .filter(({ from, to }) => from !== to)

const facts = ['verdict', 'format', 'year', 'authority', 'editions'] as const

const betweenEntries = (old: Entry, now: Entry): Difference[] => [
  ...(old.sha256 === now.sha256
    ? []
    : [{ about: 'bytes' as const, key: '', from: old.sha256, to: now.sha256 }]),
  ...facts
    .filter(fact => old[fact] !== now[fact])
    .map(about => ({ about, key: '', from: old[about], to: now[about] })),
  ...between('figure', old.figures, now.figures),
  ...between('finding', old.findings, now.findings),
]

/** What differs, by the name of the file; files without a difference are left out. */
export const differences = (
  old: readonly Entry[],
  now: readonly Entry[],
): ReadonlyMap<string, readonly Difference[]> => {
  const before = new Map(old.map(entry => [entry.name, entry]))
  const after = new Map(now.map(entry => [entry.name, entry]))
  const found = new Map<string, readonly Difference[]>()
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(name)
    const is = after.get(name)
    const list =
      was && is
        ? betweenEntries(was, is)
        : [{ about: 'file' as const, key: '', from: was?.verdict ?? null, to: is?.verdict ?? null }]
    if (list.length > 0) found.set(name, list)
  }
  return found
}
