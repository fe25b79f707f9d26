import * as z from 'zod'
import { instant, schemaName } from '../parts.ts'

/** `sent.json`: that the event of a receipt was sent. */
export const sentV1 = z
  .object({
    schema: schemaName('gongkai.sent/1'),
    event: z.string().describe('已发出的事件的编号。Id of the event that was sent.'),
    at: instant.describe('发出的时间，ISO 8601，UTC。When it was sent, ISO 8601 in UTC.'),
  })
  .describe(
    'sent.json：回执中的事件已经发出；压缩包中各文件的在 inside/ 下。The event of a receipt has been sent; those of the files of an archive stand under inside/.',
  )

export type SentV1 = z.infer<typeof sentV1>
