import * as z from 'zod'
import {
  bucket,
  cloudEvent,
  converter,
  failure,
  pointer,
  receiptPointer,
  replaces,
  run,
  stands,
  upload,
} from '../parts.ts'

/** We gave up. The fault is ours or the machine's, not the sender's: an operator has to look. */
export const reportConversionFailedV1 = cloudEvent(
  'gongkai.report.conversion-failed.v1',
  '处理失败，已放弃：是程序或机器的问题，需要运维人员查看。We gave up: the fault is that of the program or the machine, and an operator has to look.',
  z
    .object({
      upload,
      converter,
      run,
      replaces,
      stands,
      failure,
      quarantine: z
        .object({
          bucket: z.string().describe('副本所在的存储桶。The bucket of the copy.'),
          key: z.string().describe('副本的键。Key of the copy.'),
        })
        .nullable()
        .describe('留存的文件副本；null：没有留存。Copy of the upload; null: none is kept.'),
      outputs: z
        .object({
          bucket,
          failure: pointer.describe('failure.json：失败的说明。failure.json: why it failed.'),
          receipt: receiptPointer,
        })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
)

export type ReportConversionFailedV1 = z.infer<typeof reportConversionFailedV1>
