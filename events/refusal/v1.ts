import * as z from 'zod'
import { problem, schemaName, source, writtenBy } from '../parts.ts'

/** `refusal.json`: why a file was refused. */
export const refusalV1 = z
  .object({ schema: schemaName('gongkai.refusal/1'), converter: writtenBy, source, problem })
  .describe('refusal.json：文件为什么未受理，应怎么办。Why a file was refused, and what the sender can do.')

export type RefusalV1 = z.infer<typeof refusalV1>
