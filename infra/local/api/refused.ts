import type { Refusal } from './errors.ts'

/** Thrown where a request is refused: whoever answers it says so. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.error.sentence.en)
    this.name = 'Refused'
    this.refusal = refusal
  }
}
