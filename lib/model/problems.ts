import type { Message } from './message.ts'

/** Why a file is refused. Codes are permanent: events carry them. */
export type ProblemCode =
  | 'not-a-report'
  | 'format-unsupported'
  | 'file-damaged'
  | 'password-protected'
  | 'no-text-layer'
  | 'too-large'
  | 'too-complex'
  | 'empty-file'

export interface ProblemOptions extends ErrorOptions {
  readonly scan?: boolean
}

/**
 * The file cannot be read as a report. Not the report's figures being wrong (a Finding) and not our own
 * failure (any other error): the sender has to do something, which `remedy` says.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly sentence: Message
  readonly remedy: Message
  /** The file has pictures of pages where text should be: the reader of scans may read it. */
  readonly scan: boolean

  constructor(code: ProblemCode, sentence: Message, remedy: Message, options?: ProblemOptions) {
    super(`${code}: ${sentence.en}`, options)
    this.name = 'Problem'
    this.code = code
    this.sentence = sentence
    this.remedy = remedy
    this.scan = options?.scan ?? false
  }
}
