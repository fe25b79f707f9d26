import { availableParallelism } from 'node:os'
import { openPool } from '../../../infra/local/pool/pool.ts'
import type { BenchInput } from '../inputs/index.ts'
import { fixed, median } from '../measure.ts'
import { printTable } from '../table.ts'

const sha256 = '0'.repeat(64)
const batch = 60

/** Reports per second through the workers of the command line and the local service, warm, on one core and on all. */
export const throughput = async ([input]: readonly BenchInput[], rounds: number): Promise<void> => {
  const { name, bytes } = input!
  const rows: string[][] = []
  for (const size of new Set([1, availableParallelism()])) {
    const pool = openPool({ size })
    const seconds: number[] = []
    try {
      for (let round = -2; round < rounds; round++) {
        const start = performance.now()
        await Promise.all(Array.from({ length: batch }, () => pool.convert({ name, bytes, sha256 })))
        if (round >= 0) seconds.push((performance.now() - start) / 1000)
      }
    } finally {
      await pool.close()
    }
    const perSecond = batch / median(seconds)
    rows.push([String(size), fixed(perSecond, 0), fixed(perSecond / size, 0)])
  }
  printTable(['workers', 'reports per second', 'per worker'], rows)
}
