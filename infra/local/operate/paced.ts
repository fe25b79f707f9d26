import { setTimeout as wait } from 'node:timers/promises'

/** At most `perSecond` calls of `run` a second, one after another; as fast as they go where it is null. */
export const paced = <Given, Result>(
  perSecond: number | null,
  run: (given: Given) => Promise<Result>,
): ((given: Given) => Promise<Result>) => {
  let next = 0
  return async given => {
    const pause = next - performance.now()
    if (pause > 0) await wait(pause)
    if (perSecond !== null) next = Math.max(next, performance.now()) + 1000 / perSecond
    return run(given)
  }
}
