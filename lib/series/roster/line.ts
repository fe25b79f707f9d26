import type { Message } from '../../model/message.ts'

/** A line of a table that a person wrote, as it was read from a CSV file or a workbook. */
export interface Line {
  /** Of the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Why a table cannot be used: what, in which line, what to do. */
export interface LineProblem {
  readonly line: number
  readonly code: string
  readonly message: Message
}
