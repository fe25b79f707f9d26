import * as z from 'zod'

/**
 * What EventBridge sends for an S3 object. The key is raw. Only what we read is described:
 * unknown fields, IPv6 addresses and service names as the caller pass.
 */
export const s3ObjectCreatedV1 = z
  .object({
    source: z.literal('aws.s3').describe('发出事件的服务。The service that tells.'),
    'detail-type': z
      .string()
      .describe(
        '“Object Created”为上传，其他的不理会。"Object Created" is an upload; every other is left alone.',
      ),
    time: z
      .string()
      .optional()
      .describe(
        '事件时间，ISO 8601；没有 sequencer 时以此分版本先后。ISO 8601; it orders versions where there is no sequencer.',
      ),
    detail: z
      .object({
        bucket: z
          .object({ name: z.string().min(1).describe('存储桶名称。Name of the bucket.') })
          .describe('上传文件所在的存储桶。The bucket of the upload.'),
        object: z
          .object({
            key: z.string().min(1).describe('键，未编码。Key, not encoded.'),
            size: z
              .int()
              .nonnegative()
              .optional()
              .describe('字节数；没有这一项：不知道。Size in bytes; absent: not known.'),
            etag: z
              .string()
              .optional()
              .describe(
                '内容标识，没有版本号时用作版本。Entity tag: the version where there is no version id.',
              ),
            'version-id': z
              .string()
              .optional()
              .describe(
                '版本号；存储桶不留版本的没有。Version id; absent where the bucket keeps no versions.',
              ),
            sequencer: z
              .string()
              .optional()
              .describe('同一个键各版本的次序。Orders the versions of one key.'),
          })
          .describe('上传的文件。The uploaded object.'),
      })
      .describe('上传了什么。What was uploaded.'),
  })
  .describe(
    'EventBridge 送来的 S3 上传事件，直接送来或经过队列。An S3 event as EventBridge delivers it, directly or through a queue.',
  )
