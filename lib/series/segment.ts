import { optional, type Row, type SeriesColumn } from './column.ts'
import { recordColumns, recordShape } from './columns.ts'

/** Why a version gives no row: refused, given up, not to be read, or converted by a program too old for a season. */
export const leftOutReasons = ['rejected', 'failed', 'damaged', 'old-schema'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

/**
 * A row of a segment: one version of an upload as one run left it. The same `record_id`, the same row. Where `left_out` has
 * a reason the row holds but the upload's key, version, sequencer and times: as the newest of its key it takes the older
 * ones out.
 */
export const segmentColumns: readonly SeriesColumn[] = [
  { ...text('record_id', '记录', 'Record'), required: true },
  { ...text('path', '上传路径', 'Key of the upload below its folder'), required: true },
  text('left_out', '未计入的原因', 'Why it gives no report: rejected, failed, damaged or old-schema'),
  ...recordColumns.map(optional),
]

/** Tells segments of other columns from ours: those are made anew from the reports. */
export const segmentShape: string = `record_id,path,left_out,${recordShape}`

export interface LeftOutVersion {
  readonly recordId: string
  readonly path: string
  readonly reason: LeftOutReason
  readonly key: string
  readonly version: string
  /** Null where nobody can tell: then it may be the newest of its key, and counts as that. */
  readonly sequencer: string | null
  readonly uploadedAt: string | null
  readonly judgedAt: string | null
  readonly run: string | null
}

/** A version without a report as a row of a segment. */
export const leftOutRow = (left: LeftOutVersion): Row => ({
  record_id: left.recordId,
  path: left.path,
  left_out: left.reason,
  key: left.key,
  version: left.version,
  sequencer: left.sequencer,
  uploaded_at: left.uploadedAt,
  judged_at: left.judgedAt,
  run: left.run,
})
