import type { Message } from './message.ts'

/** `gongkai.error/1`: why something that was asked for could not be done, as a program reads it. No report is to blame. */
export interface ErrorJson {
  readonly schema: 'gongkai.error/1'
  /** Permanent kebab-case name. */
  readonly code: string
  readonly sentence: Message
  readonly remedy: Message
  /** Of the command that ended so; over HTTP the status says it. */
  readonly exitCode?: number
}

export const errorJson = (code: string, sentence: Message, remedy: Message): ErrorJson => ({
  ...{ schema: 'gongkai.error/1', code, sentence, remedy },
})
