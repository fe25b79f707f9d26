/** A stretch of a file, in bytes; `to` is none of it. It may reach beyond the file. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * A way to read a file that names each stretch before it looks at it. It gives the same, and throws the same, whether
 * the whole file was there from the start or came stretch by stretch.
 */
export type Reading<T> = Generator<Span, T, void>

/** A reading of a file that is there. */
export const readWhole = <T>(reading: Reading<T>): T => {
  let step = reading.next()
  while (!step.done) step = reading.next()
  return step.value
}

/** A reading of a file that is brought as it is asked for. Throws what the reading and `bring` throw. */
export const readAsBrought = async <T>(
  reading: Reading<T>,
  bring: (span: Span) => Promise<void>,
): Promise<T> => {
  let step = reading.next()
  while (!step.done) {
    await bring(step.value)
    step = reading.next()
  }
  return step.value
}
