import * as z from 'zod'

const record = z.object({
  eventSource: z.literal('aws:s3').describe('发出通知的服务。The service that notifies.'),
  eventName: z
    .string()
    .describe(
      '“ObjectCreated:…”为上传，其他的不理会。"ObjectCreated:…" is an upload; every other is left alone.',
    ),
  eventTime: z
    .string()
    .optional()
    .describe(
      '通知时间，ISO 8601；没有 sequencer 时以此分版本先后。ISO 8601; it orders versions where there is no sequencer.',
    ),
  s3: z
    .object({
      bucket: z
        .object({ name: z.string().min(1).describe('存储桶名称。Name of the bucket.') })
        .describe('上传文件所在的存储桶。The bucket of the upload.'),
      object: z
        .object({
          key: z
            .string()
            .min(1)
            .describe('键，按表单编码：+ 是空格。Key, encoded like a form: + is a space.'),
          size: z
            .int()
            .nonnegative()
            .optional()
            .describe('字节数；没有这一项：不知道。Size in bytes; absent: not known.'),
          eTag: z
            .string()
            .optional()
            .describe(
              '内容标识，没有版本号时用作版本。Entity tag: the version where there is no version id.',
            ),
          versionId: z
            .string()
            .optional()
            .describe('版本号；存储桶不留版本的没有。Version id; absent where the bucket keeps no versions.'),
          sequencer: z.string().optional().describe('同一个键各版本的次序。Orders the versions of one key.'),
        })
        .describe('上传的文件。The uploaded object.'),
    })
    .describe('上传了什么。What was uploaded.'),
})

/** What a bucket sends by its own notifications, to a queue or to the function itself. */
export const s3NotificationV1 = z
  .object({ Records: z.array(record).describe('各条通知。The notifications.') })
  .describe('S3 自己的上传通知，直接送来或经过队列。An S3 notification, directly or through a queue.')

/** Sent once when notifications are set up: no upload. */
export const s3TestEventV1 = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') })
