import { PermanentFailure, TransientFailure } from '../../lib/submission/errors.ts'
import { type ErrorKind, errorKinds, throttled } from './error-kinds.ts'

interface SdkError {
  readonly name?: string
  readonly code?: unknown
  /** Set where the service's model says that its error may pass. */
  readonly $retryable?: object
  readonly $metadata?: { readonly httpStatusCode?: number }
}

const byStatus = (status: number | undefined): ErrorKind => {
  if (status === undefined) return 'transient'
  if (status === 404) return 'absent'
  if (status === 412) return 'changed'
  if (status === 408 || status === 429 || status >= 500) return 'transient'
  return 'permanent'
}

/** What an error of the SDK means. An unknown name is judged by its HTTP status; without one it never reached AWS. */
export const kindOf = (error: unknown): ErrorKind => {
  const { name, code, $retryable, $metadata } = error as SdkError
  const labels = [name, code].filter(label => typeof label === 'string')
  if (labels.some(label => throttled.test(label))) return 'transient'
  for (const label of labels) if (Object.hasOwn(errorKinds, label)) return errorKinds[label]!
  return $retryable ? 'transient' : byStatus($metadata?.httpStatusCode)
}

/** The failure that a submission understands. Names the operation and the error, nothing of any document. */
export const submissionError = (operation: string, error: unknown): TransientFailure | PermanentFailure => {
  if (error instanceof TransientFailure || error instanceof PermanentFailure) return error
  const { name, code } = error as SdkError
  const label = [name, code].filter(part => typeof part === 'string' && part !== 'Error').join(' ')
  const kind = kindOf(error)
  const Kind = kind === 'transient' || kind === 'conflict' ? TransientFailure : PermanentFailure
  return new Kind(`${operation}: ${label || 'no answer'}`, { cause: error })
}
