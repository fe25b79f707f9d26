import * as z from 'zod'
import { type OutputRole, outputs } from '../lib/writers/index.ts'
import { archiveUnpackedV1 } from './archive-unpacked/v1.ts'
import { bytes, inArchive, key, sha256, sourceFacts, version } from './parts.ts'
import { reportConversionFailedV1 } from './report-conversion-failed/v1.ts'
import { reportRejectedV1 } from './report-rejected/v1.ts'
import { reportValidatedV1 } from './report-validated/v1.ts'

/** Parts that the files beside the outputs share. */

const roles = [
  ...outputs.map(({ role, label }) => `${role} ${label.zh}`),
  ...['refusal 未受理的说明', 'failure 处理失败的说明', 'archive 压缩包的结果'],
].join('、')

/** More roles come with more outputs: readers take any. */
const role = z
  .string()
  .describe(
    `是哪一种输出，永久不变；以后可能增加：${roles}。Which output it is, permanent; new ones may be added.`,
  ) as unknown as z.ZodType<OutputRole | 'refusal' | 'failure' | 'archive'>

export const writtenFile = z.object({
  role,
  key: z
    .string()
    .describe(
      '输出文件的键；在一台机器上是结果夹中的路径，以 / 分隔。Key of the output; on one machine its path in the outbox, with /.',
    ),
  size: bytes,
  sha256,
})

export const outcome = z
  .enum(['validated', 'rejected', 'failed', 'unpacked'])
  .describe(
    '结局：validated 已读出并核对；rejected 未受理（报送单位需处理）；failed 处理失败（运维人员需查看）；unpacked 压缩包，其中每份文件各有结果。How it ended: read and judged; refused (the sender has to act); failed (an operator has to look); an archive, whose files have results of their own.',
  )

export const uploadRecord = z
  .object({
    bucket: z
      .string()
      .describe(
        '上传文件所在的存储桶；在一台机器上是 inbox（收件夹）。The bucket of the upload; on one machine `inbox`.',
      ),
    key,
    version,
    versionKind: z
      .literal('etag')
      .optional()
      .describe('version 是 S3 的 etag；没有这一项：不是。`version` is an etag of S3; absent: it is none.'),
    sequencer: z
      .string()
      .describe(
        '同一个键各版本的先后：不分大小写，短的在右边补 0，再按文本比较，大的较新；空：不知道，不比任何版本新。Orders the versions of one key: compared as text, without regard to case, the shorter one filled with 0 on the right; empty: not known, never newer than another.',
      ),
    archive: inArchive,
    ...sourceFacts,
  })
  .describe('所涉及的上传文件。The upload that it is of.')

/** The event of an upload, whichever of the four. */
export const reportEvent = z.discriminatedUnion('type', [
  reportValidatedV1,
  reportRejectedV1,
  reportConversionFailedV1,
  archiveUnpackedV1,
])
