import * as z from 'zod'
import {
  bucket,
  cloudEvent,
  converter,
  pointer,
  problem,
  receiptPointer,
  replaces,
  run,
  upload,
} from '../parts.ts'

/** The file is no report we can read: the sender has to do something. Not a statement about figures. */
export const reportRejectedV1 = cloudEvent(
  'gongkai.report.rejected.v1',
  '文件未受理：不是可读的年度报告，需要报送单位处理。The file was refused: it is no report that can be read, and the sender has to act.',
  z
    .object({
      upload,
      converter,
      run,
      replaces,
      problem,
      outputs: z
        .object({
          bucket,
          refusal: pointer.describe('refusal.json：未受理的说明。refusal.json: why it was refused.'),
          receipt: receiptPointer,
        })
        .describe('结果放在哪里。Where the results stand.'),
    })
    .describe('事件的内容。What is told.'),
)

export type ReportRejectedV1 = z.infer<typeof reportRejectedV1>
