import type { ReportEvent } from '../../events/types.ts'
import type { Row } from '../../lib/series/column.ts'
import { type Known, recordOf } from '../../lib/series/record.ts'
import { type LeftOutReason, leftOutRow } from '../../lib/series/segment.ts'
import { timeOfSequencer } from '../../lib/submission/sequencer.ts'
import type { ReportJson } from '../../lib/writers/contract.ts'
import { count, logger } from '../observe.ts'
import type { GatherPorts } from './ports.ts'
import { hashOf, sha256 } from './sha256.ts'

/** What was told of one version, and where it stands among the versions of its key. */
export interface Told {
  readonly event: ReportEvent
  readonly sequencer: string
}

const knownOf = ({ event, sequencer }: Told): Known => ({
  key: event.data.upload.key,
  version: event.data.upload.version,
  sequencer,
  run: event.data.run ?? null,
  event: event.id,
  uploadedAt: timeOfSequencer(sequencer)?.toISOString() ?? null,
  judgedAt: event.time,
})

/** The same whatever order and number of times it is told in; another run or another result is another record. */
const idOf = (path: string, known: Known, content: string): string =>
  hashOf([path, content, Object.entries(known).sort()]).slice(0, 32)

type Read = ReportJson | Exclude<LeftOutReason, 'rejected' | 'failed'>

const readJson = async (
  { key, sha256: hash }: { readonly key: string; readonly sha256: string },
  { outputs }: GatherPorts,
): Promise<Read> => {
  const stored = await outputs.get(key)
  if (!stored || sha256(stored.bytes) !== hash) return 'damaged'
  const json = JSON.parse(new TextDecoder().decode(stored.bytes)) as ReportJson
  return json.schema === 'gongkai.report/2' ? json : 'old-schema'
}

const readOf = async (event: ReportEvent, ports: GatherPorts): Promise<Read | LeftOutReason | null> => {
  if (event.type === 'gongkai.archive.unpacked.v1') return null
  if (event.type === 'gongkai.report.rejected.v1') return 'rejected'
  if (event.type === 'gongkai.report.validated.v1') return readJson(event.data.outputs.json, ports)
  // An earlier result goes on standing: nothing has changed.
  return event.data.stands ? null : 'failed'
}

/**
 * The row of a segment for what was told; null where it says nothing about a report, or of another bucket. Throws what
 * the store throws.
 */
export const rowOf = async (told: Told, ports: GatherPorts): Promise<Row | null> => {
  const { event } = told
  const { bucket } = event.data.outputs
  if (bucket !== ports.outputsBucket) {
    logger.warn('told of another bucket', { bucket, eventId: event.id })
    return null
  }
  const read = await readOf(event, ports)
  if (read === null) return null
  const known = knownOf(told)
  const { key } = known
  const path = key.startsWith(ports.uploadPrefix) ? key.slice(ports.uploadPrefix.length) : key
  if (typeof read !== 'string') {
    const content = event.type === 'gongkai.report.validated.v1' ? event.data.outputs.json.sha256 : ''
    return { ...recordOf(read, known), record_id: idOf(path, known, content), path, left_out: null }
  }
  if (read === 'damaged') {
    count('RecordsDamaged')
    logger.error('a result that is gone or changed', { key, version: known.version, eventId: event.id })
  }
  return leftOutRow({ ...known, recordId: idOf(path, known, read), path, reason: read })
}
