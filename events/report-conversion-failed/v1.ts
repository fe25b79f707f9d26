import * as z from 'zod'
import {
  bucket,
  cloudEvent,
  converter,
  message,
  pointer,
  receiptPointer,
  replaces,
  run,
  stands,
  upload,
} from '../parts.ts'

/** We gave up. The fault is ours or the machine's, not the sender's: an operator has to look. */
export const reportConversionFailedV1 = cloudEvent(
  'gongkai.report.conversion-failed.v1',
  z.object({
    upload,
    converter,
    run,
    replaces,
    stands,
    failure: z.object({
      code: z.string().describe('Permanent; new codes may be added.'),
      sentence: message,
      remedy: message.describe('What the operator can do.'),
    }),
    quarantine: z
      .object({ bucket, key: z.string() })
      .nullable()
      .describe('Copy of the upload, where one is kept.'),
    outputs: z.object({ bucket, failure: pointer, receipt: receiptPointer }),
  }),
)

export type ReportConversionFailedV1 = z.infer<typeof reportConversionFailedV1>
