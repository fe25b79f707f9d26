import { Problem } from '../../../lib/model/problems.ts'
import { printable } from '../terminal/width.ts'
import { WorkerEnded } from './failures.ts'

/** Tells the maintainers, on stderr, where our own code failed. Refusals and ended workers tell all there is themselves. */
export const reportFault = (name: string, error: unknown): void => {
  if (error instanceof Problem || error instanceof WorkerEnded) return
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  for (const line of [`${name}:`, ...stack.split('\n')]) console.error(printable(line))
}
