import { TransientFailure } from '../lib/submission/errors.ts'
import type { Ports } from '../lib/submission/ports.ts'

/** The function's time is nearly over: stop between two steps, so that the next try finds everything in order. */
export class DeadlineReached extends TransientFailure {
  constructor() {
    super('the time of this run is nearly over')
    this.name = 'DeadlineReached'
  }
}

/** Kept for telling the queue, in milliseconds. */
export const reserveMs = 5_000

export interface Deadline {
  /** Runs a step unless the time is over; rejects as soon as it is, the step's own end notwithstanding. */
  readonly within: <T>(step: () => Promise<T>) => Promise<T>
  readonly clear: () => void
}

/** `remainingMs` is the time until the function is killed. */
export const startDeadline = (remainingMs: () => number): Deadline => {
  let end: (() => void) | undefined
  const over = new Promise<never>((_, reject) => {
    end = () => reject(new DeadlineReached())
  })
  over.catch(() => undefined)
  const timer = setTimeout(() => end?.(), Math.max(remainingMs() - reserveMs, 0))
  return {
    within: async step => {
      // The timer comes late where a long computation held the thread.
      if (remainingMs() <= reserveMs) throw new DeadlineReached()
      return Promise.race([step(), over])
    },
    clear: () => clearTimeout(timer),
  }
}

/** The same ports, with every step held to the deadline. */
export const withDeadline = <
  P extends Omit<Ports, 'convert' | 'spread'> & Partial<Pick<Ports, 'convert' | 'spread'>>,
>(
  ports: P,
  { within }: Deadline,
): P => {
  const held =
    <Given extends readonly unknown[], Result>(run: (...given: Given) => Promise<Result>) =>
    (...given: Given) =>
      within(() => run(...given))
  const { outputs, uploads, bus, convert, spread } = ports
  return {
    ...ports,
    uploads: { get: held(uploads.get), ...(uploads.part ? { part: held(uploads.part) } : {}) },
    outputs: {
      ...outputs,
      get: held(outputs.get),
      put: held(outputs.put),
      putIfAbsent: held(outputs.putIfAbsent),
      putIfMatch: held(outputs.putIfMatch),
    },
    bus: { publish: held(bus.publish) },
    ...(convert ? { convert: held(convert) } : {}),
    ...(spread ? { spread: held(spread) } : {}),
  }
}
