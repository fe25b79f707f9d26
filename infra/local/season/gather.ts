import { statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Row } from '../../../lib/series/column.ts'
import type { Decision } from '../../../lib/series/decisions.ts'
import { type Known, recordOf } from '../../../lib/series/record.ts'
import { type LeftOutReason, leftOutRow } from '../../../lib/series/segment.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { type DeskRead, readDesk, unreadSentence } from '../desk/desk.ts'
import { sampleHashes } from '../desk/samples.ts'
import { sha256 } from '../disk/sha256.ts'
import { readReport } from './read-report.ts'
import { type Received, receiptsBelow } from './receipts.ts'
import { SeasonTrouble } from './season-trouble.ts'
import type { Segments } from './segments.ts'

/** What a record was made of: the same id, the same record. */
const idOf = (path: string, known: Known, madeOf: string): string =>
  sha256(new TextEncoder().encode(JSON.stringify([path, madeOf, Object.entries(known).sort()]))).slice(0, 32)

const leftOut = (path: string, { known, outcome }: Received, reason: LeftOutReason): Row =>
  leftOutRow({
    ...known,
    recordId: idOf(path, known, reason),
    path,
    reason,
    // What has no readable receipt may be the newest.
    sequencer: outcome === 'damaged' ? null : known.sequencer,
  })

/** Null where there is no such file, or nobody can tell. */
const sizeOf = (path: string): number | null => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null
  } catch {
    return null
  }
}

/** The row of a version, or the id of one that is kept. */
const readRecord = async (
  folder: string,
  path: string,
  received: Received,
  kept: Pick<Segments, 'has'>,
): Promise<Row | string> => {
  const { known, outcome, json } = received
  if (outcome === 'rejected' || outcome === 'failed') return leftOut(path, received, outcome)
  if (!json) return leftOut(path, received, 'damaged')
  const id = idOf(path, known, json.sha256)
  if (kept.has(id) && sizeOf(join(folder, ...json.key.split('/'))) === json.size) return id
  const report = await readReport(folder, received)
  if (typeof report === 'string') return leftOut(path, received, report)
  return { record_id: id, path, ...recordOf(report, known) }
}

const atOnce = 8

/** A record, or the id of one that is kept, and the key of its upload. */
interface Found {
  readonly key: string
  readonly version: string
  readonly record: Row | string
}

const recordsIn = (
  folder: string,
  label: string,
  kept: Pick<Segments, 'has'>,
  counts: (known: Known) => boolean,
): AsyncIterable<Found | null> =>
  inOrder(receiptsBelow(folder), atOnce, async received => {
    if (received.outcome === 'unpacked' || !counts(received.known)) return null
    const { key, version } = received.known
    const labelled = { ...received, known: { ...received.known, key: label + key } }
    return { key, version, record: await readRecord(folder, key, labelled, kept) }
  })

const isOut = (desk: DeskRead, key: string): boolean => desk.removed(key) || desk.excluded(key) !== null

/** The shortest endings of the paths that tell them apart; none is needed for one folder. */
export const labelsOf = (folders: readonly string[]): readonly string[] => {
  if (folders.length === 1) return ['']
  const ending = (folder: string, parts: number) => folder.split(sep).slice(-parts).join('/')
  for (let parts = 1; ; parts++) {
    const labels = folders.map(folder => `${ending(folder, parts)}:`)
    if (new Set(labels).size === folders.length) return labels
  }
}

/** The records that stand, and what persons have said of them at the desks of their outboxes. */
export interface Standing {
  /** Ids of all that count, refused and damaged ones as well. */
  readonly only: ReadonlySet<string>
  /** Units by the ids of records. */
  readonly placed: ReadonlyMap<string, string>
  /** Of findings across reports. */
  readonly decisions: ReadonlyMap<string, Decision>
}

const digits = 16

/**
 * One record of every version of every report below the folders, each folder once, and keeps those that are not kept yet. A
 * version that was refused or cannot be read is a record as well; what is left out at the desk is none. With several folders
 * a key has the folder before it, so that files of one name stay two.
 */
export const gather = async (
  given: readonly string[],
  segments: Pick<Segments, 'has' | 'keep'>,
): Promise<Standing> => {
  const folders = [...new Set(await Promise.all(given.map(folder => realpath(folder))))].toSorted()
  const labels = labelsOf(folders)
  const samples = new Set([...(await sampleHashes())].map(hash => hash.slice(0, digits)))
  const only = new Set<string>()
  const placed = new Map<string, string>()
  const decisions = new Map<string, Decision>()
  for (const [at, folder] of folders.entries()) {
    const desk = await readDesk(folder)
    const unread = unreadSentence(desk)
    if (unread) throw new SeasonTrouble('desk-damaged', unread)
    for (const [id, decision] of desk.seasonDecisions()) decisions.set(id, decision)
    // A new inbox begins with samples; who converts them by a command means them.
    const isSample = ({ version, judgedAt }: Known) => judgedAt !== null && samples.has(version)
    const counts = (known: Known) => !isOut(desk, known.key) && !isSample(known)
    for await (const found of recordsIn(folder, labels[at]!, segments, counts)) {
      if (found === null) continue
      const { key, version, record } = found
      if (typeof record !== 'string') await segments.keep(record)
      const id = typeof record === 'string' ? record : String(record['record_id'])
      only.add(id)
      const unit = desk.placed({ key, version })
      if (unit !== null) placed.set(id, unit)
    }
  }
  return { only, placed, decisions }
}
