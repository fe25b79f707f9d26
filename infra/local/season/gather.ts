import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SeasonRecord } from '../../../lib/series/place-records.ts'
import { recordOf } from '../../../lib/series/record.ts'
import { compareSequencers } from '../../../lib/submission/sequencer.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { sha256 } from '../disk/sha256.ts'
import { type Received, receiptsBelow } from './receipts.ts'

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
}

const jsonOf = async (folder: string, { outcome, json }: Received): Promise<ReportJson | LeftOutReason> => {
  if (outcome === 'rejected' || outcome === 'failed') return outcome
  if (!json) return 'damaged'
  const bytes = await readFile(join(folder, ...json.key.split('/'))).catch(() => null)
  if (!bytes || sha256(bytes) !== json.sha256) return 'damaged'
  const report = JSON.parse(new TextDecoder().decode(bytes)) as ReportJson
  return report.schema === 'gongkai.report/2' ? report : 'old-schema'
}

interface Version {
  readonly received: Received
  readonly report: ReportJson | LeftOutReason
}

const atOnce = 8

const versionsIn = (folder: string): AsyncIterable<Version | null> =>
  inOrder(receiptsBelow(folder), atOnce, async received =>
    received.outcome === 'unpacked' ? null : { received, report: await jsonOf(folder, received) },
  )

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

const gatherFolder = async (folder: string, label: string): Promise<Gathered> => {
  const versions: Version[] = []
  for await (const version of versionsIn(folder)) if (version) versions.push(version)
  const records: SeasonRecord[] = []
  const leftOut: LeftOut[] = []
  for (const ofKey of Map.groupBy(versions, ({ received }) => received.known.key).values()) {
    const newest = ofKey.reduce((last, each) => (isOlder(last, each) ? each : last))
    for (const each of ofKey) {
      const { known } = each.received
      const key = label + known.key
      if (typeof each.report === 'string')
        leftOut.push({ key, version: known.version, reason: each.report, newest: each === newest })
      else if (typeof newest.report !== 'string')
        records.push({ row: recordOf(each.report, { ...known, key }), path: known.key })
    }
  }
  return { records, leftOut }
}

/**
 * One record of every version of every report below the folders, each folder once. Where the newest version of an upload
 * was refused or cannot be read its older ones do not count either: they were replaced. With several folders a key has
 * the folder before it, so that files of one name stay two.
 */
export const gather = async (given: readonly string[]): Promise<Gathered> => {
  const folders = [...new Set(await Promise.all(given.map(folder => realpath(folder))))].toSorted()
  const labels = labelsOf(folders)
  const all: Gathered[] = []
  for (const [at, folder] of folders.entries()) all.push(await gatherFolder(folder, labels[at]!))
  return {
    records: all.flatMap(({ records }) => records),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  }
}
