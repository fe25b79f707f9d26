import * as z from 'zod'

const record = z.object({
  eventSource: z.literal('aws:s3'),
  eventName: z.string().describe('"ObjectCreated:…" is an upload; every other is left alone.'),
  eventTime: z.string().optional().describe('Orders versions where there is no sequencer.'),
  s3: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({
      key: z.string().min(1).describe('Encoded like a form: + is a space.'),
      size: z.int().nonnegative().optional(),
      eTag: z.string().optional(),
      versionId: z.string().optional(),
      sequencer: z.string().optional(),
    }),
  }),
})

/** What a bucket sends by its own notifications, to a queue or to the function itself. */
export const s3NotificationV1 = z
  .object({ Records: z.array(record) })
  .describe('An S3 notification, directly or through a queue.')

/** Sent once when notifications are set up: no upload. */
export const s3TestEventV1 = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') })
