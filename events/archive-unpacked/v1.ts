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

const count = z.int().nonnegative()

/** An archive was unpacked and every file in it is through. Each of them has been told of by an event of its own. */
export const archiveUnpackedV1 = cloudEvent(
  'gongkai.archive.unpacked.v1',
  z.object({
    upload,
    converter,
    run,
    replaces,
    files: count.describe('Files that were taken as uploads of their own.'),
    passedOver: count.describe(
      'Files that are nobody’s upload: lock files, leftovers of systems and downloads.',
    ),
    verdicts: z
      .object({
        valid: count,
        needsReview: count,
        invalid: count,
        notAssessable: count,
        rejected: count,
        failed: count,
      })
      .describe('What came of the files; the sum is `files`.'),
    refusals: z
      .array(z.object({ name: z.string(), code: z.string(), sentence: message }))
      .max(50)
      .describe('The first files that were rejected or failed, in the order of the archive.'),
    refusalsLeftOut: count.describe('Those that are only in the output.'),
    outputs: z.object({ bucket, archive: pointer, receipt: receiptPointer }),
  }),
)

export type ArchiveUnpackedV1 = z.infer<typeof archiveUnpackedV1>
