import * as z from 'zod'
import { problem as anyProblem, schemaName, source, writtenBy } from '../parts.ts'

const problem = anyProblem
  .extend({
    scan: z
      .literal(true)
      .optional()
      .describe(
        '是扫描件，而这次没有识别扫描件（已关闭，或缺少模型）：打开识别再处理，可能受理。没有这一项：不是这样。It is a scan, and scans were not read this time (turned off, or without the models): read as one it may be taken. Absent: no such file.',
      ),
  })
  .describe(anyProblem.description ?? '')

/** `refusal.json`: why a file was refused. */
export const refusalV1 = z
  .object({ schema: schemaName('gongkai.refusal/1'), converter: writtenBy, source, problem })
  .describe('refusal.json：文件为什么未受理，应怎么办。Why a file was refused, and what the sender can do.')

export type RefusalV1 = z.infer<typeof refusalV1>
