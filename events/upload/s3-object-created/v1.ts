import * as z from 'zod'

/**
 * What EventBridge sends for an S3 object. The key is raw. Only what we read is described:
 * unknown fields, IPv6 addresses and service names as the caller pass.
 */
export const s3ObjectCreatedV1 = z
  .object({
    source: z.literal('aws.s3'),
    'detail-type': z.string().describe('"Object Created" is an upload; every other is left alone.'),
    time: z.string().optional().describe('Orders versions where there is no sequencer.'),
    detail: z.object({
      bucket: z.object({ name: z.string().min(1) }),
      object: z.object({
        key: z.string().min(1),
        size: z.int().nonnegative().optional(),
        etag: z.string().optional(),
        'version-id': z.string().optional(),
        sequencer: z.string().optional(),
      }),
    }),
  })
  .describe('An S3 event as EventBridge delivers it, directly or through a queue.')
