import * as z from 'zod'
import { failure, schemaName, source, writtenBy } from '../parts.ts'

/** `failure.json`: why we gave up on a file. */
export const failureV1 = z
  .object({ schema: schemaName('gongkai.failure/1'), converter: writtenBy, source, failure })
  .describe(
    'failure.json：文件为什么处理失败，应怎么办。Why converting a file failed, and what the operator can do.',
  )

export type FailureV1 = z.infer<typeof failureV1>
