import * as z from 'zod'
import { bytes, converter, schemaName, sha256, source } from '../parts.ts'

/** `receipt.json` of a file that `gongkai convert` converted. */
export const conversionV1 = z
  .object({
    schema: schemaName('gongkai.conversion/1'),
    outcome: z
      .enum(['validated', 'rejected', 'failed'])
      .describe(
        '结局：validated 已读出并核对；rejected 未受理（报送单位需处理）；failed 处理失败（运维人员需查看）。How it ended: read and judged; refused (the sender has to act); failed (an operator has to look).',
      ),
    source,
    converter,
    outputs: z
      .array(
        z.object({
          name: z.string().describe('文件名，与回执在同一文件夹。File name, in the folder of the receipt.'),
          size: bytes,
          sha256,
        }),
      )
      .describe('写出的文件。The files written.'),
  })
  .describe(
    'receipt.json：用命令 gongkai convert 转换一份文件的回执，最后写入。Receipt of one file that the command `gongkai convert` converted; it is written last.',
  )

export type ConversionV1 = z.infer<typeof conversionV1>
