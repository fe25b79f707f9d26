import * as z from 'zod'
import { instant, schemaName } from '../parts.ts'

export const quarantineV1 = z
  .object({
    schema: schemaName('gongkai.quarantine/1'),
    state: z
      .enum(['open', 'settled'])
      .describe(
        'open 待处理：需要有人查看；settled 已了结：这份文件后来有了结果。open: somebody has to look at it; settled: the file has come to a result since.',
      ),
    copy: z.string().describe('文件副本的键。Key of the copy of the file.'),
    failure: z.string().describe('失败原因的代码，永久不变。Code of the failure, permanent.'),
    at: instant.describe('记下失败的时间，ISO 8601，UTC。When the failure was noted, ISO 8601 in UTC.'),
    settledBy: z
      .object({
        run: z
          .string()
          .nullable()
          .describe(
            '得出结果的运行编号；null：出自还没有运行编号的早期版本。The run that came to a result; null: from before there were runs.',
          ),
        at: instant.describe('了结的时间，ISO 8601，UTC。When, ISO 8601 in UTC.'),
      })
      .optional()
      .describe('怎样了结的；待处理的没有这一项。What settled it; absent while it is open.'),
  })
  .describe(
    '隔离区中文件副本旁的说明：是否还需要有人查看。Beside the copy of a file in quarantine: whether somebody still has to look at it.',
  )

export type QuarantineV1 = z.infer<typeof quarantineV1>
