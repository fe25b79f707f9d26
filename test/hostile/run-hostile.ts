import { createHash } from 'node:crypto'
import { WorkerEnded } from '../../infra/local/pool/failures.ts'
import type { Pool } from '../../infra/local/pool/pool.ts'
import { Problem } from '../../lib/model/problems.ts'
import type { Converted } from '../../lib/submission/ports.ts'
import { computedByChildren, residentMemory } from '../support/measured-processes.ts'

/** Of computing, far above what is needed; a file without bounds takes minutes. */
export const mostMilliseconds = 5_000
export const mostGrowthMb = 1_500

const sampleEveryMs = 10

export interface Outcome {
  readonly converted: Converted | null
  readonly refusal: Problem | null
  /** What neither is: a crash of the converter, a worker ended. */
  readonly crash: unknown
  /** What the worker computed, whatever else the machine did meanwhile. */
  readonly milliseconds: number
  /** How far this process and its worker rose above what they were before, at their highest. */
  readonly growthMb: number
}

/** Converts where a file can be killed, as the service does, and measures time and memory, that of the worker included. */
export const runHostile = async (
  pool: Pool,
  name: string,
  content: Uint8Array | string,
): Promise<Outcome> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const before = residentMemory()
  let highest = before
  const look = (): void => {
    highest = Math.max(highest, residentMemory())
  }
  const watch = setInterval(look, sampleEveryMs)
  const started = computedByChildren()
  let converted: Converted | null = null
  let refusal: Problem | null = null
  let crash: unknown = null
  try {
    converted = await pool.convert({ name, bytes, sha256 })
  } catch (error) {
    if (error instanceof Problem) refusal = error
    else crash = error instanceof WorkerEnded ? error.failure : error
  } finally {
    clearInterval(watch)
  }
  const milliseconds = computedByChildren() - started
  look()
  return { converted, refusal, crash, milliseconds, growthMb: (highest - before) / 1024 / 1024 }
}
