/** A batch for a function, and what it answers: numbers of the messages it gives back. */
export interface Call {
  readonly name: 'convert' | 'give-up'
  readonly bodies: readonly string[]
}

export interface Answer {
  readonly failed: readonly number[]
  readonly rss: number
  /** After a collection now and then. */
  readonly heap: number
  readonly cpuSeconds: number
}
