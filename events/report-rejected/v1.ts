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
  upload,
} from '../parts.ts'

/** The file is no report we can read: the sender has to do something. Not a statement about figures. */
export const reportRejectedV1 = cloudEvent(
  'gongkai.report.rejected.v1',
  z.object({
    upload,
    converter,
    run,
    replaces,
    problem: z.object({
      code: z.string().describe('Permanent; new codes may be added.'),
      sentence: message,
      remedy: message.describe('What the sender can do.'),
    }),
    outputs: z.object({ bucket, refusal: pointer, receipt: receiptPointer }),
  }),
)

export type ReportRejectedV1 = z.infer<typeof reportRejectedV1>
