import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Row } from '../../../lib/series/column.ts'
import type { SeasonRecord } from '../../../lib/series/place-records.ts'
import { type Known, recordOf } from '../../../lib/series/record.ts'
import { compareSequencers } from '../../../lib/submission/sequencer.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { sha256 } from '../disk/sha256.ts'
import { type Received, receiptsBelow } from './receipts.ts'
import type { KeptRecords } from './segments.ts'

/** Why a version gives no row: refused, given up, not to be read, or converted by a program too old for a season. */
export type LeftOutReason = 'rejected' | 'failed' | 'damaged' | 'old-schema'

export interface LeftOut {
  readonly key: string
  readonly version: string
  readonly reason: LeftOutReason
  /** The newest of its key: no older version of it counts then. */
  readonly newest: boolean
}

export interface Gathered {
  readonly records: readonly SeasonRecord[]
  readonly leftOut: readonly LeftOut[]
  /** Every record by its id, those that do not count among them. */
  readonly read: KeptRecords
}

/** What a record was made of: the same id, the same record. */
const idOf = (known: Known, json: string): string =>
  sha256(new TextEncoder().encode(JSON.stringify([json, Object.entries(known).sort()]))).slice(0, 32)

interface RecordRead {
  readonly id: string
  readonly row: Row
}

const readRecord = async (
  folder: string,
  known: Known,
  { outcome, json }: Received,
  kept: KeptRecords,
): Promise<RecordRead | LeftOutReason> => {
  if (outcome === 'rejected' || outcome === 'failed') return outcome
  if (!json) return 'damaged'
  const path = join(folder, ...json.key.split('/'))
  const id = idOf(known, json.sha256)
  const row = kept.get(id)
  if (row && (await stat(path).catch(() => null))?.size === json.size) return { id, row }
  const bytes = await readFile(path).catch(() => null)
  if (!bytes || sha256(bytes) !== json.sha256) return 'damaged'
  const report = JSON.parse(new TextDecoder().decode(bytes)) as ReportJson
  return report.schema === 'gongkai.report/2' ? { id, row: recordOf(report, known) } : 'old-schema'
}

interface Version {
  readonly received: Received
  readonly record: RecordRead | LeftOutReason
}

const atOnce = 8

const versionsIn = (folder: string, label: string, kept: KeptRecords): AsyncIterable<Version | null> =>
  inOrder(receiptsBelow(folder), atOnce, async received => {
    if (received.outcome === 'unpacked') return null
    const known = { ...received.known, key: label + received.known.key }
    return { received, record: await readRecord(folder, known, received, kept) }
  })

/** What has no readable receipt may be the newest: then nothing of its key counts. */
const isOlder = ({ received: a }: Version, { received: b }: Version): boolean =>
  a.outcome !== 'damaged' &&
  (b.outcome === 'damaged' || compareSequencers(a.known.sequencer, b.known.sequencer) < 0)

/** The shortest endings of the paths that tell them apart; none is needed for one folder. */
const labelsOf = (folders: readonly string[]): readonly string[] => {
  if (folders.length === 1) return ['']
  const ending = (folder: string, parts: number) => folder.split(sep).slice(-parts).join('/')
  for (let parts = 1; ; parts++) {
    const labels = folders.map(folder => `${ending(folder, parts)}:`)
    if (new Set(labels).size === folders.length) return labels
  }
}

const gatherFolder = async (folder: string, label: string, kept: KeptRecords): Promise<Gathered> => {
  const versions: Version[] = []
  for await (const version of versionsIn(folder, label, kept)) if (version) versions.push(version)
  const read = new Map<string, Row>()
  const records: SeasonRecord[] = []
  const leftOut: LeftOut[] = []
  for (const ofKey of Map.groupBy(versions, ({ received }) => received.known.key).values()) {
    const newest = ofKey.reduce((last, each) => (isOlder(last, each) ? each : last))
    for (const { received, record } of ofKey) {
      const { key, version } = received.known
      if (typeof record === 'string') {
        const isNewest = received === newest.received
        leftOut.push({ key: label + key, version, reason: record, newest: isNewest })
      } else {
        read.set(record.id, record.row)
        if (typeof newest.record !== 'string') records.push({ row: record.row, path: key })
      }
    }
  }
  return { records, leftOut, read }
}

/**
 * One record of every version of every report below the folders, each folder once. Where the newest version of an upload
 * was refused or cannot be read its older ones do not count either: they were replaced. With several folders a key has
 * the folder before it, so that files of one name stay two. What is `kept` of an earlier run is not read again.
 */
export const gather = async (given: readonly string[], kept: KeptRecords = new Map()): Promise<Gathered> => {
  const folders = [...new Set(await Promise.all(given.map(folder => realpath(folder))))].toSorted()
  const labels = labelsOf(folders)
  const all: Gathered[] = []
  for (const [at, folder] of folders.entries()) all.push(await gatherFolder(folder, labels[at]!, kept))
  return {
    records: all.flatMap(({ records }) => records),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
    read: new Map(all.flatMap(({ read }) => [...read])),
  }
}
