import * as z from 'zod'
import {
  bucket,
  cloudEvent,
  converter,
  count,
  insideReason,
  pointer,
  receiptPointer,
  replaces,
  run,
  upload,
} from '../parts.ts'

/** An archive was unpacked and every file in it is through. Each of them has been told of by an event of its own. */
export const archiveUnpackedV1 = cloudEvent(
  'gongkai.archive.unpacked.v1',
  '压缩包已解开，其中的文件全部处理完；每份文件另有自己的事件。An archive was unpacked and every file in it is through; each of them has an event of its own.',
  z
    .object({
      upload,
      converter,
      run,
      replaces,
      files: count.describe('作为单独上传处理的文件数。How many files were taken as uploads of their own.'),
      passedOver: count.describe(
        '略过的文件数：锁定文件、系统和下载留下的文件。How many files are nobody’s upload: lock files, leftovers of systems and downloads.',
      ),
      verdicts: z
        .object({
          valid: count.describe('通过。Valid.'),
          needsReview: count.describe('需复核。Need a review.'),
          invalid: count.describe('不通过。Invalid.'),
          notAssessable: count.describe('无法核对。Not assessable.'),
          rejected: count.describe('未受理。Rejected.'),
          failed: count.describe('处理失败。Failed.'),
        })
        .describe('各种结果的文件数，合计等于 files。What came of the files; the sum is `files`.'),
      refusals: z
        .array(
          insideReason.extend({
            name: z.string().describe('包内路径，至多 200 字。Path in the archive, 200 characters at most.'),
          }),
        )
        .max(50)
        .describe(
          '未受理或处理失败的文件中最前面的一些，按包内次序。The first files that were rejected or failed, in the order of the archive.',
        ),
      refusalsLeftOut: count.describe(
        '没有列在 refusals 中、只在 archive.json 里的份数。How many of them are only in archive.json.',
      ),
      outputs: z
        .object({
          bucket,
          archive: pointer.describe('archive.json：每份文件的结果。archive.json: what came of each file.'),
          receipt: receiptPointer,
        })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
)

export type ArchiveUnpackedV1 = z.infer<typeof archiveUnpackedV1>
