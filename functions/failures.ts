import { PermanentFailure } from '../lib/submission/errors.ts'
import { converterFault } from '../lib/submission/failures.ts'
import type { Failure } from '../lib/submission/outcome.ts'
import { NeverScanned, NotClean, notClean, notScanned } from './aws/scan-gate.ts'

const serviceRefused = (error: PermanentFailure): Failure => ({
  code: 'service-refused',
  sentence: {
    zh: `云服务拒绝了所需的操作（${error.message}），重试无济于事。`,
    en: `A cloud service refused what was asked (${error.message}); trying again does not help.`,
  },
  remedy: {
    zh: '请检查权限、密钥和存储桶，然后重新处理（replay）这一文件。',
    en: 'Check permissions, keys and buckets, then replay this file.',
  },
})

/** Why to give up after an error that will not pass by itself. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof NotClean) return notClean
  if (error instanceof NeverScanned) return notScanned
  return error instanceof PermanentFailure ? serviceRefused(error) : converterFault(error)
}
