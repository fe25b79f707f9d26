import type { LossCode } from '../model/loss.ts'
import type { Message } from '../model/message.ts'

/**
 * What is read when a loss is met, for each has its own words: files of office programs, web pages, plain text, a place
 * on a page of a PDF, or whole pages of it.
 */
export type Medium = 'office' | 'web' | 'text' | 'pdf' | 'pages'

/** What happened and what to do. `at` is the place in words, `what` the text that was lost, as far as it can be told. */
export type Sentence = Message | ((at: Message, what: string) => Message)

/**
 * A kind of loss: what it means, the words of each medium that can have it, and what it does. Where nothing else is said,
 * a figure or a label in the same place may be other than it was read.
 */
export interface LossKind extends Readonly<Partial<Record<Medium, Sentence>>> {
  readonly means: Message
  /** Said once for a document, at the first place. */
  readonly once?: true
  /** It may touch every figure of the table it stands in, not of its cell alone. */
  readonly reach?: 'table'
  /** A figure in the same place is what was read. */
  readonly figure?: 'unchanged'
  /** A label, a heading or a caption in the same place says what was read. */
  readonly label?: 'unchanged'
  /** Read although struck out or not to be seen: whether a unit there still counts is open. */
  readonly keptUnseen?: true
  /** What was left out floats: figures in it may lie over those of a table. */
  readonly mayCover?: true
  /** A statutory table may be in what was left out, so that none is missing for certain. */
  readonly mayHoldTable?: 'picture' | 'notCarried'
}

export type LossKinds = { readonly [Code in LossCode]?: LossKind }

export const zhQuote = (what: string): string => (what === '' ? '' : `“${what}”`)
export const enQuote = (what: string): string => (what === '' ? '' : ` “${what}”`)
