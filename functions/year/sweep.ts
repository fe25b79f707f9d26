import type { Row } from '../../lib/series/column.ts'
import { leftOutRow } from '../../lib/series/segment.ts'
import { receiptKey, versionPrefix } from '../../lib/submission/keys.ts'
import { toJson } from '../../lib/submission/outcome.ts'
import type { Listed } from '../../lib/submission/ports.ts'
import { parsedReceipt } from '../../lib/submission/receipt.ts'
import { inOrder } from '../../lib/util/in-order.ts'
import { count, logger } from '../observe.ts'
import type { Engine } from '../season/engine.ts'
import { overSegments, segmentRows } from '../season/segment.ts'
import { keepRecords } from './keep-records.ts'
import { sweepKey } from './layout.ts'
import type { GatherPorts, YearPorts } from './ports.ts'
import { rowOf } from './record-of.ts'
import { hashOf } from './sha256.ts'

/** What the segments hold of one version of an upload. */
interface KnownVersion {
  readonly records: ReadonlySet<string>
  /** When its last run was judged, in milliseconds. */
  readonly judgedAt: number
}

/** By what all of a version stands under. */
type KnownVersions = ReadonlyMap<string, KnownVersion>

export const knownVersions = async (engine: Engine, paths: readonly string[]): Promise<KnownVersions> => {
  const known = new Map<string, { records: Set<string>; judgedAt: number }>()
  if (paths.length === 0) return known
  const rows = await overSegments(engine, paths, () =>
    engine.rows(`SELECT record_id, key, version, judged_at FROM ${segmentRows(paths)}`),
  )
  for (const { record_id: record, key, version, judged_at: judged } of rows) {
    const name = versionPrefix({ key: String(key), version: String(version) })
    const before = known.get(name) ?? { records: new Set<string>(), judgedAt: 0 }
    before.records.add(String(record))
    // What nobody could read has no time: it is looked at each time.
    before.judgedAt = Math.max(before.judgedAt, judged === null ? 0 : Date.parse(String(judged)))
    known.set(name, before)
  }
  return known
}

const ending = '/receipt.json'

/** A receipt is written some seconds after its event was made: what was written much later tells of another run. */
const patienceMs = 15 * 60_000

/** A receipt that nobody can read: it may be of the newest version of its key, and then nothing of that counts. */
const unreadable = (key: string, hash: string, { uploadPrefix }: GatherPorts): Row => {
  const place = key.slice(0, -ending.length)
  const upload = place.slice(0, place.lastIndexOf('/'))
  const version = place.slice(place.lastIndexOf('/') + 1)
  const path = upload.startsWith(uploadPrefix) ? upload.slice(uploadPrefix.length) : upload
  const nothing = { sequencer: null, uploadedAt: null, judgedAt: null, run: null }
  const recordId = hashOf([path, version, 'damaged', hash]).slice(0, 32)
  count('RecordsDamaged')
  logger.error('a receipt that is none', { key: upload, version })
  return leftOutRow({ ...nothing, recordId, path, reason: 'damaged', key: upload, version })
}

/** The row for a receipt; null where the segments have it, or where it tells of no report. */
const missing = async (key: string, known: KnownVersions, ports: GatherPorts): Promise<Row | null> => {
  const stored = await ports.outputs.get(key)
  if (!stored) return null
  const receipt = parsedReceipt(stored.bytes)
  const isKnown = (row: Row | null): Row | null => {
    const records = known.get(key.slice(0, -ending.length))?.records
    return row && !records?.has(String(row['record_id'])) ? row : null
  }
  if (receipt) {
    // A file in the folder of a run may be called so too.
    if (receiptKey(receipt.upload) !== key || !receipt.event) return null
    return isKnown(await rowOf({ event: receipt.event, sequencer: receipt.upload.sequencer }, ports))
  }
  if (new TextDecoder().decode(stored.bytes.subarray(0, 200)).includes('"gongkai.report/')) return null
  return isKnown(unreadable(key, hashOf([...stored.bytes]), ports))
}

interface Sweep {
  /** Whether the segments of this shape have once been whole. */
  readonly done: boolean
  /** Everything up to this key has been looked at; null: from the beginning. */
  readonly after: string | null
}

const readSweep = async ({ outputs }: GatherPorts): Promise<Sweep> => {
  const stored = await outputs.get(sweepKey)
  return stored ? JSON.parse(new TextDecoder().decode(stored.bytes)) : { done: false, after: null }
}

export const isSwept = async (ports: GatherPorts): Promise<boolean> => (await readSweep(ports)).done

const atOnce = 16
/** Rows in one segment. */
const most = 1000

export interface Swept {
  /** False: time is over, the next call goes on there. */
  readonly whole: boolean
  /** Keys of the segments that were written. */
  readonly written: readonly string[]
}

/**
 * Looks at every receipt for what no segment has: reports from before this was switched on, those of another release's
 * segments, and what an event was lost of.
 */
export const sweep = async (known: KnownVersions, ports: YearPorts): Promise<Swept> => {
  const before = await readSweep(ports)
  const from = before.after ?? ''
  let rows: Row[] = []
  let found = 0
  const written: string[] = []
  const keep = async (state: Sweep): Promise<void> => {
    written.push(...(await keepRecords(rows, ports)))
    found += rows.length
    rows = []
    await ports.outputs.put(sweepKey, toJson(state))
  }
  const isNew = ({ key, modified }: Listed): boolean => {
    const judgedAt = known.get(key.slice(0, -ending.length))?.judgedAt
    return judgedAt === undefined || modified.getTime() > judgedAt + patienceMs
  }
  async function* receipts() {
    for await (const listed of ports.outputs.list('', from))
      if (listed.key.endsWith(ending) && isNew(listed)) yield listed.key
  }
  const work = async (key: string) => ({ key, row: await missing(key, known, ports) })
  for await (const { key, row } of inOrder(receipts(), atOnce, work)) {
    if (row) rows.push(row)
    if (rows.length >= most) await keep({ ...before, after: key })
    if (ports.goesOn()) continue
    await keep({ ...before, after: key })
    logger.info('swept in part', { found })
    return { whole: false, written }
  }
  await keep({ done: true, after: null })
  count('Swept', found)
  logger.info('swept', { found })
  return { whole: true, written }
}
