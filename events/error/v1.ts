import * as z from 'zod'
import { message, schemaName } from '../parts.ts'

/** Why something that was asked for could not be done, on the command line or over HTTP. */
export const errorV1 = z
  .object({
    schema: schemaName('gongkai.error/1'),
    code: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/u)
      .describe(
        '错误的代号，永不改变，程序按它判断；以后可能增加。What went wrong, by a name that never changes: programs go by it. New ones may be added.',
      ),
    sentence: message.describe('出了什么问题。What is wrong.'),
    remedy: message.describe('怎么办。What to do.'),
    exitCode: z
      .int()
      .optional()
      .describe('命令行的退出码；HTTP 接口没有这一项。The exit code of the command; left out over HTTP.'),
  })
  .describe('要做的事没有做成的原因；与报告内容无关。Why something could not be done; no report is to blame.')

export type ErrorV1 = z.infer<typeof errorV1>
