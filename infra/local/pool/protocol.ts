import type { ConvertInput, Stage } from '../../../lib/convert.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { ProblemCode } from '../../../lib/model/problems.ts'
import type { Converted } from '../../../lib/submission/ports.ts'

/** What goes to a worker. */
export interface Job {
  readonly input: ConvertInput
  /** Whether anybody wants to hear of its stages. */
  readonly watched: boolean
}

/** Comes back any number of times before the answer to a watched job. */
export interface StageReached {
  readonly kind: 'stage'
  readonly stage: Stage
}

/** Comes once, before all else: the converter is loaded, and what takes long from now on is the file. */
export interface Ready {
  readonly kind: 'ready'
}

/** What comes back in the end: a conversion, a refusal, or a fault of ours. */
export type Answer =
  | { readonly kind: 'converted'; readonly converted: Converted }
  | {
      readonly kind: 'refused'
      readonly code: ProblemCode
      readonly sentence: Message
      readonly remedy: Message
    }
  | { readonly kind: 'fault'; readonly name: string; readonly message: string; readonly stack: string }
