import type { Message } from '../../../lib/model/message.ts'

/** Why a command did not do what was asked: one sentence for people and programs, exit code 2. No report is to blame. */
export class Trouble extends Error {
  /** Permanent kebab-case name. */
  readonly code: string
  readonly sentence: Message
  /** What to do; null: `usage` of the command says it. */
  readonly remedy: Message | null
  /** What is wrong one by one, such as the lines of a list. */
  readonly lines: readonly Message[]

  constructor(
    code: string,
    sentence: Message,
    remedy: Message | null = null,
    { lines = [], ...options }: ErrorOptions & { readonly lines?: readonly Message[] } = {},
  ) {
    super(`${sentence.zh} (${sentence.en})`, options)
    this.name = 'Trouble'
    this.code = code
    this.sentence = sentence
    this.remedy = remedy
    this.lines = lines
  }
}
