import * as z from 'zod'
import { seasonContract } from '../lib/series/season-contract.ts'
import { reportContract } from '../lib/writers/contract.ts'
import { actV1 } from './act/v1.ts'
import { archiveV1 } from './archive/v1.ts'
import { archiveUnpackedV1 } from './archive-unpacked/v1.ts'
import { batchV1 } from './batch/v1.ts'
import { conversionV1 } from './conversion/v1.ts'
import { currentV1 } from './current/v1.ts'
import { schemaId } from './detail-types.ts'
import { errorV1 } from './error/v1.ts'
import { failureV1 } from './failure/v1.ts'
import { latestV1 } from './latest/v1.ts'
import { lineV1 } from './line/v1.ts'
import { quarantineV1 } from './quarantine/v1.ts'
import { receiptV1 } from './receipt/v1.ts'
import { refusalV1 } from './refusal/v1.ts'
import { reportConversionFailedV1 } from './report-conversion-failed/v1.ts'
import { reportRejectedV1 } from './report-rejected/v1.ts'
import { reportValidatedV1 } from './report-validated/v1.ts'
import { reportsOverdueV1 } from './reports-overdue/v1.ts'
import { rosterProblemsV1 } from './roster-problems/v1.ts'
import { seasonCheckedV1 } from './season-checked/v1.ts'
import { sentV1 } from './sent/v1.ts'
import { statusV1 } from './status/v1.ts'
import { replayV1 } from './upload/replay/v1.ts'
import { s3NotificationV1 } from './upload/s3-notification/v1.ts'
import { s3ObjectCreatedV1 } from './upload/s3-object-created/v1.ts'

/** A shape we agree on with others. Its folder holds the JSON Schema and samples; versions are added, never edited. */
export interface Contract {
  /** Folder under events/. */
  readonly folder: string
  readonly version: `v${number}`
  /** Events that are sent, messages that are accepted, files and lines that are written. */
  readonly direction: 'sent' | 'accepted' | 'written'
  readonly schema: z.ZodType
}

const of = (
  direction: Contract['direction'],
  schemas: Readonly<Record<string, z.ZodType>>,
): readonly Contract[] =>
  Object.entries(schemas).map(([name, schema]) => {
    const at = name.lastIndexOf('/')
    return {
      folder: name.slice(0, at),
      version: name.slice(at + 1) as Contract['version'],
      direction,
      schema,
    }
  })

/** Every contract, by folder and version: all that is read or written by programs of others. */
export const contracts: readonly Contract[] = [
  ...of('sent', {
    'report-validated/v1': reportValidatedV1,
    'report-rejected/v1': reportRejectedV1,
    'report-conversion-failed/v1': reportConversionFailedV1,
    'archive-unpacked/v1': archiveUnpackedV1,
    'season-checked/v1': seasonCheckedV1,
    'reports-overdue/v1': reportsOverdueV1,
  }),
  ...of('accepted', {
    'upload/s3-object-created/v1': s3ObjectCreatedV1,
    'upload/s3-notification/v1': s3NotificationV1,
    'upload/replay/v1': replayV1,
  }),
  ...of('written', {
    'report/v2': reportContract,
    'refusal/v1': refusalV1,
    'failure/v1': failureV1,
    'archive/v1': archiveV1,
    'receipt/v1': receiptV1,
    'conversion/v1': conversionV1,
    'line/v1': lineV1,
    'batch/v1': batchV1,
    'latest/v1': latestV1,
    'sent/v1': sentV1,
    'quarantine/v1': quarantineV1,
    'status/v1': statusV1,
    'season/v1': seasonContract,
    'current/v1': currentV1,
    'roster-problems/v1': rosterProblemsV1,
    'act/v1': actV1,
    'error/v1': errorV1,
  }),
]

type JsonSchema = z.core.JSONSchema.BaseSchema

/** What a document says of itself: `gongkai.receipt/1`, or the type of an event; null where it says nothing. */
const nameIn = ({ properties, oneOf }: JsonSchema): string | null => {
  const first = properties ?? (oneOf?.[0] as JsonSchema | undefined)?.properties
  const told = (first?.['schema'] ?? first?.['type']) as JsonSchema | undefined
  return typeof told?.const === 'string' ? told.const : null
}

/** The name that documents of a contract bear. */
export const nameOf = ({ folder, version, schema }: Contract): string =>
  nameIn(z.toJSONSchema(schema, { io: 'input' })) ?? schemaId(folder, version)

/** The JSON Schema (2020-12) of a contract as committed in its folder. Unknown fields pass: readers ignore them. */
export const schemaText = ({ folder, version, schema }: Contract): string => {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input' })
  const $id = schemaId(folder, version)
  return `${JSON.stringify({ $schema, $id, title: nameIn(body) ?? $id, ...body }, null, 2)}\n`
}
