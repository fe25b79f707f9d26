/** A sentence a person reads: Chinese first, English beside it. */
export interface Message {
  readonly zh: string
  readonly en: string
}
