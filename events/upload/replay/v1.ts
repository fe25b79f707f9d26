import * as z from 'zod'
import { schemaName } from '../../parts.ts'

/** Our own message: process this version, though it may have been before. */
export const replayV1 = z
  .object({
    schema: schemaName('gongkai.replay/1'),
    bucket: z.string().min(1).describe('上传文件所在的存储桶。The bucket of the upload.'),
    key: z.string().min(1).describe('上传文件的键，未编码。Key of the upload, not encoded.'),
    version: z
      .string()
      .min(1)
      .describe(
        '要处理的版本，是什么由 versionKind 说明。The version to process; `versionKind` says what it is.',
      ),
    versionKind: z
      .enum(['id', 'etag'])
      .default('id')
      .describe('version 是什么：id 版本号，etag 内容标识。What `version` is.'),
    sequencer: z
      .string()
      .default('')
      .describe(
        '上传通知中的版本次序；空：不知道，不比任何版本新。Of the notification; empty: not known, never newer than another version.',
      ),
    archive: z
      .string()
      .min(1)
      .optional()
      .describe(
        '所在压缩包的键，这时 version 是压缩包的版本；单独上传的文件没有这一项。Key of the uploaded archive that the file lies in; `version` is the archive’s. Absent for a file of its own.',
      ),
    size: z
      .int()
      .nonnegative()
      .nullable()
      .default(null)
      .describe('文件的字节数；null：不知道。Size in bytes; null: not known.'),
    withdraw: z
      .string()
      .min(1)
      .optional()
      .describe(
        '结果不再算数的程序构建编号：退回到此前的运行，没有的则重新处理。没有这一项：不撤回。A build whose results do not count any more: go back to the run before it, or convert again where there is none. Absent: nothing is withdrawn.',
      ),
    returned: z
      .int()
      .nonnegative()
      .default(0)
      .describe(
        '这份上传被放回队列的次数：事件未能送达，或在等恶意软件扫描。How often this upload was put back: its event had not been delivered, or it waits for its malware scan.',
      ),
    again: z
      .boolean()
      .default(true)
      .describe('已有处理回执的也重新处理并取代。Convert although there is a receipt, and replace that.'),
  })
  .describe('请重新处理上传文件的一个版本。A request to process one version of an upload once more.')
