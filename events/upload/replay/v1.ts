import * as z from 'zod'

/** Our own message: process this version, though it may have been before. */
export const replayV1 = z
  .object({
    schema: z.literal('gongkai.replay/1'),
    bucket: z.string().min(1),
    key: z.string().min(1).describe('Raw key, not encoded.'),
    version: z.string().min(1),
    versionKind: z.enum(['id', 'etag']).default('id').describe('What `version` is.'),
    sequencer: z.string().default('').describe('Of the notification, where it is known.'),
    archive: z
      .string()
      .min(1)
      .optional()
      .describe('Key of the uploaded archive that the file lies in; `version` is the archive’s.'),
    size: z.int().nonnegative().nullable().default(null),
    withdraw: z
      .string()
      .min(1)
      .optional()
      .describe(
        'A build whose results do not count any more: go back to the run before it, or convert again where there is none.',
      ),
    returned: z
      .int()
      .nonnegative()
      .default(0)
      .describe(
        'How often this upload was put back: its event had not been delivered, or it waits for its malware scan.',
      ),
    again: z.boolean().default(true).describe('Convert although there is a receipt, and replace that.'),
  })
  .describe('A request to process one version of an upload once more.')
