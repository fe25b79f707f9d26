import { PermanentFailure } from '../lib/submission/errors.ts'
import { type Submission, uploadsIn } from '../lib/submission/uploads-in.ts'
import type { Environment } from './environment.ts'

/** The message is none of ours: another bucket's, or the outputs bucket's own (a loop). */
export class NotOurs extends PermanentFailure {
  constructor(bucket: string) {
    super(`not the uploads bucket: ${bucket}`)
    this.name = 'NotOurs'
  }
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new PermanentFailure('a message that is no JSON', { cause: error })
  }
}

/** The submissions a message asks for. Throws PermanentFailure where it cannot be understood or is not ours. */
export const submissionsIn = (
  message: unknown,
  { uploadsBucket }: Pick<Environment, 'uploadsBucket'>,
): readonly Submission[] => {
  const submissions = uploadsIn(typeof message === 'string' ? parse(message) : message)
  for (const { upload } of submissions) if (upload.bucket !== uploadsBucket) throw new NotOurs(upload.bucket)
  return submissions
}
