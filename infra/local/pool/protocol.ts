import type { ConvertInput, Stage } from '../../../lib/convert.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { DrawnPage, DrawnPlace, PagePlace, WantedPage } from '../../../lib/model/picture.ts'
import type { ProblemCode } from '../../../lib/model/problems.ts'
import type { OriginalPages } from '../../../lib/original-pages.ts'
import type { Converted } from '../../../lib/submission/ports.ts'

/** A file whose pages are wanted: which there are, or one of them as a picture. */
export interface LookInput {
  readonly name: string
  readonly bytes: Uint8Array
  /** Null: all pages, and where these texts stand on them. */
  readonly page: WantedPage | null
  readonly quotes?: readonly string[]
  /** Places of a scan as pictures, in place of its pages. */
  readonly places?: readonly PagePlace[]
}

/** What is seen of it: the page that was asked for, or what there is to ask for. */
export type Looked =
  | ({ readonly kind: 'pages' } & OriginalPages)
  | { readonly kind: 'drawn'; readonly drawn: DrawnPage }
  | { readonly kind: 'places'; readonly places: readonly DrawnPlace[] }

/** What goes to a worker. */
export type Job =
  | {
      readonly kind: 'convert'
      readonly input: ConvertInput
      /** Whether anybody wants to hear of its stages. */
      readonly watched: boolean
    }
  | { readonly kind: 'look'; readonly input: LookInput }

/** Comes back any number of times before the answer to a watched job. */
export interface StageReached {
  readonly kind: 'stage'
  readonly stage: Stage
}

/** Comes once, before all else: the converter is loaded, and what takes long from now on is the file. */
export interface Ready {
  readonly kind: 'ready'
}

/** What comes back in the end: a conversion, what is seen of pages, a refusal, or a fault of ours. */
export type Answer =
  | { readonly kind: 'converted'; readonly converted: Converted }
  | { readonly kind: 'looked'; readonly looked: Looked }
  | {
      readonly kind: 'refused'
      readonly code: ProblemCode
      readonly sentence: Message
      readonly remedy: Message
      readonly scan: boolean
    }
  | { readonly kind: 'fault'; readonly name: string; readonly message: string; readonly stack: string }
