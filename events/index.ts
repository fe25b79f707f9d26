import * as z from 'zod'
import { archiveUnpackedV1 } from './archive-unpacked/v1.ts'
import { schemaId } from './detail-types.ts'
import { reportConversionFailedV1 } from './report-conversion-failed/v1.ts'
import { reportRejectedV1 } from './report-rejected/v1.ts'
import { reportValidatedV1 } from './report-validated/v1.ts'
import { reportsOverdueV1 } from './reports-overdue/v1.ts'
import { seasonCheckedV1 } from './season-checked/v1.ts'
import { replayV1 } from './upload/replay/v1.ts'
import { s3NotificationV1 } from './upload/s3-notification/v1.ts'
import { s3ObjectCreatedV1 } from './upload/s3-object-created/v1.ts'

/** A shape we agree on with others. Its folder holds schema and samples; versions are added, never edited. */
export interface Contract {
  /** Folder under events/. */
  readonly folder: string
  readonly version: 'v1'
  readonly direction: 'sent' | 'accepted'
  readonly schema: z.ZodType
}

/** Every event contract, in the order of the README. */
export const contracts: readonly Contract[] = [
  { folder: 'report-validated', version: 'v1', direction: 'sent', schema: reportValidatedV1 },
  { folder: 'report-rejected', version: 'v1', direction: 'sent', schema: reportRejectedV1 },
  { folder: 'report-conversion-failed', version: 'v1', direction: 'sent', schema: reportConversionFailedV1 },
  { folder: 'archive-unpacked', version: 'v1', direction: 'sent', schema: archiveUnpackedV1 },
  { folder: 'season-checked', version: 'v1', direction: 'sent', schema: seasonCheckedV1 },
  { folder: 'reports-overdue', version: 'v1', direction: 'sent', schema: reportsOverdueV1 },
  { folder: 'upload/s3-object-created', version: 'v1', direction: 'accepted', schema: s3ObjectCreatedV1 },
  { folder: 'upload/s3-notification', version: 'v1', direction: 'accepted', schema: s3NotificationV1 },
  { folder: 'upload/replay', version: 'v1', direction: 'accepted', schema: replayV1 },
]

/** The JSON Schema (2020-12) of a contract as committed beside it. Unknown fields pass: readers ignore them. */
export const schemaText = ({ folder, version, schema }: Contract): string => {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input' })
  return `${JSON.stringify({ $schema, $id: schemaId(folder, version), ...body }, null, 2)}\n`
}
