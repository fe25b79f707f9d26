import { setTimeout as wait } from 'node:timers/promises'

/** Begins at most `perSecond` calls of `run` a second, in the order they are asked for; at once where it is null. */
export const paced = <Given, Result>(
  perSecond: number | null,
  run: (given: Given) => Promise<Result>,
): ((given: Given) => Promise<Result>) => {
  if (perSecond === null) return run
  let next = 0
  return async given => {
    const turn = Math.max(next, performance.now())
    next = turn + 1000 / perSecond
    const pause = turn - performance.now()
    if (pause > 0) await wait(pause)
    return run(given)
  }
}
