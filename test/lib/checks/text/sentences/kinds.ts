import type { FrameName, Saying } from './frames.ts'

/** Sentences of one kind: those the checks must contradict, and those about the same that they must not. */
export interface Kind {
  readonly kind: string
  /** The checks one of which must speak; of sentences that are true none of all text checks may. */
  readonly checks: readonly string[]
  readonly frame?: FrameName
  readonly found: readonly Saying[]
  readonly silent: readonly Saying[]
}
