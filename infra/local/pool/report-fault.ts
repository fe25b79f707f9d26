import { Problem } from '../../../lib/model/problems.ts'
import { debugLines } from '../terminal/tell.ts'
import { printable } from '../terminal/width.ts'
import { WorkerEnded } from './failures.ts'

/**
 * Tells the maintainers, on stderr, that our own code failed, and with GONGKAI_DEBUG=1 where. Refusals and ended workers
 * tell all there is themselves.
 */
export const reportFault = (name: string, error: unknown): void => {
  if (error instanceof Problem || error instanceof WorkerEnded) return
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  console.error(printable(`${name}: 转换程序出错 (the converter failed): ${message}`))
  for (const line of debugLines(error)) console.error(line)
}
