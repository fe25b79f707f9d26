import { inOrder } from '../util/in-order.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { gapsByPart } from './gaps.ts'
import { beginning, type Place, type Places } from './stretches.ts'
import type { Submission } from './uploads-in.ts'
import type { Gap } from './version-gaps.ts'

export interface ReconcilePorts extends Places {
  /** False where that version is there no more. */
  readonly submit: (submission: Submission) => Promise<boolean>
  /** How many may be submitted at once. */
  readonly atOnce: number
  /** Told of each gap when it is dealt with: whether it was handed in. */
  readonly told: (gap: Gap, handed: boolean) => void
  readonly now: () => Date
}

export interface ReconcileOptions {
  /** Whatever is younger may still be in work. */
  readonly before: Date
  /** Goes on where another stopped, and notes where this one does. */
  readonly resumes: boolean
  /** Of the versions that a listing proves whole: `all` are read nevertheless, one part of `turns` (0 to turns - 1), or none. */
  readonly read: 'all' | 'none' | number
  /** Gaps to hand in at most; none in a dry run. */
  readonly most: number
  /** Asked between two parts: whether there is time for one more. */
  readonly goesOn: () => boolean
}

/** What a run came to. */
export interface Reconciled {
  readonly gaps: number
  readonly handed: number
  readonly uploads: number
  readonly versions: number
  /** False: it stopped before it was once around. */
  readonly whole: boolean
}

/** In so many runs everything is read once, whatever listings prove. */
export const turns = 32

/** Spreads versions evenly over the turns (FNV-1a). */
const turnOf = (prefix: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < prefix.length; at += 1) hash = Math.imul(hash ^ prefix.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % turns
}

const readAlso =
  (read: ReconcileOptions['read']) =>
  (prefix: string): boolean =>
    read === 'all' || turnOf(prefix) === read

/** Hands in the gaps of a part, as many as there is room for, and tells of all. Gives how many were handed in. */
const handIn = async (gaps: readonly Gap[], room: number, ports: ReconcilePorts): Promise<number> => {
  const submitted = inOrder(gaps.slice(0, room), ports.atOnce, async gap => ({
    gap,
    handed: await ports.submit({ upload: gap.upload, again: false }),
  }))
  let count = 0
  for await (const { gap, handed } of submitted) {
    if (handed) count += 1
    ports.told(gap, handed)
  }
  for (const gap of gaps.slice(room)) ports.told(gap, false)
  return count
}

const same = (a: Place, b: Place): boolean => a.after === b.after && a.from === b.from

/**
 * Finds all gaps once around and hands them in. The place it goes on from is noted behind parts whose gaps are dealt
 * with, so it never leads past one; and since every run goes all around, where it begins matters to nothing but order.
 */
export const reconcile = async (ports: ReconcilePorts, options: ReconcileOptions): Promise<Reconciled> => {
  const { outputs, now } = ports
  const { before, most, resumes, goesOn } = options
  const start = resumes ? await readCheckpoint(outputs) : beginning
  const total = { gaps: 0, handed: 0, uploads: 0, versions: 0 }
  const soFar = (whole: boolean): Reconciled => ({ ...total, whole })
  let noted = start
  let time = true
  for await (const part of gapsByPart({ ...ports, before, start, readAlso: readAlso(options.read) })) {
    if (!time) return soFar(false)
    const room = most - total.handed
    total.handed += await handIn(part.gaps, room, ports)
    total.gaps += part.gaps.length
    total.uploads += part.uploads
    total.versions += part.versions
    if (part.gaps.length > room && resumes) return soFar(false)
    if (resumes && !same(part.next, noted)) await writeCheckpoint(outputs, part.next, now())
    noted = part.next
    time = goesOn()
  }
  return soFar(true)
}
