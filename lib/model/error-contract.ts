import * as z from 'zod'

/** The contract of `gongkai.error/1`. Whoever writes one takes the type alone. */

export const messageContract = z
  .object({
    zh: z.string().describe('中文。In Chinese.'),
    en: z.string().describe('英文。In English.'),
  })
  .describe('给人看的一句话。A sentence for people.')

export const errorContract = z
  .object({
    schema: z.literal('gongkai.error/1').describe('这是哪一种对象。Which kind of object this is.'),
    code: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/u)
      .describe(
        '错误的代号，永不改变；程序按它判断。What went wrong, by a name that never changes: programs go by it.',
      ),
    sentence: messageContract.describe('出了什么问题。What is wrong.'),
    remedy: messageContract.describe('怎么办。What to do.'),
    exitCode: z
      .int()
      .optional()
      .describe('命令行的退出码；HTTP 接口没有这一项。The exit code of the command; left out over HTTP.'),
  })
  .describe('要做的事没有做成的原因；与报告内容无关。Why something could not be done; no report is to blame.')
