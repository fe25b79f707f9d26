import * as z from 'zod'
import { count, insideReason, schemaName, source, writtenBy } from '../parts.ts'

/** `archive.json`: what came of the files of an archive. */
export const archiveV1 = z
  .object({
    schema: schemaName('gongkai.archive/1'),
    converter: writtenBy,
    source,
    passedOver: count.describe(
      '略过的文件数：锁定文件、系统和下载留下的文件。How many files are nobody’s upload: lock files, leftovers of systems and downloads.',
    ),
    files: z
      .array(
        z.object({
          name: z.string().describe('包内路径。Path in the archive.'),
          outcome: z
            .enum(['valid', 'needsReview', 'invalid', 'notAssessable', 'rejected', 'failed'])
            .describe(
              '结论：valid 通过，needsReview 需复核，invalid 不通过，notAssessable 无法核对；rejected 未受理，failed 处理失败。The verdict, or that it was refused or failed.',
            ),
          reason: insideReason
            .optional()
            .describe(
              '未受理或失败的原因；有结论的没有这一项。Why it was refused or failed; absent where there is a verdict.',
            ),
          receipt: z.string().describe('这份文件的 receipt.json 的键。Key of its receipt.json.'),
        }),
      )
      .describe(
        '作为单独上传处理的文件，按包内次序。Files that were taken as uploads of their own, in the order of the archive.',
      ),
  })
  .describe(
    'archive.json：压缩包中每份文件的结果；各文件另有自己的结果。What came of each file of an archive; each has results of its own.',
  )

export type ArchiveV1 = z.infer<typeof archiveV1>
