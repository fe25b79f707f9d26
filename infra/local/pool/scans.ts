import { Problem } from '../../../lib/model/problems.ts'
import { readersMissing, withoutReaders } from '../../../lib/model/without-readers.ts'
import { limits } from '../../../lib/readers/limits.ts'
import { openPool, type Pool, type PoolOptions } from './pool.ts'
import { scanWorkerScript } from './worker-script.ts'

/** A scan that workers met which read none: it has to wait for one that does. */
export class ScanMet extends Error {
  override readonly name = 'ScanMet'
}

const scanIn = (error: unknown): Problem => {
  if (error instanceof Problem && error.scan) return error
  throw error
}

/** The same pool, which throws ScanMet at a scan. */
export const tellingScans = (pool: Pool): Pool => ({
  ...pool,
  convert: (input, begins) =>
    pool.convert(input, begins).catch(error => {
      throw new ScanMet(undefined, { cause: scanIn(error) })
    }),
})

/**
 * The same pool, which hands scans on to workers of their own: one at a time, since each takes the memory and the processors
 * of several. None is started before there is a scan. Where their models are missing, the scan is refused as it was.
 */
export const withScans = (pool: Pool, options: Partial<PoolOptions> = {}): Pool => {
  const scans = openPool({
    ...{ size: 1, script: scanWorkerScript },
    ...{ deadlineMs: limits.scans.seconds * 1000, heapMb: limits.scans.heapMb },
    ...options,
  })
  const convert: Pool['convert'] = (input, begins) =>
    pool.convert(input, begins).catch(async error => {
      const refused = scanIn(error)
      try {
        return await scans.convert(input, begins)
      } catch (failed) {
        throw failed instanceof Error && failed.name === readersMissing ? withoutReaders(refused) : failed
      }
    })
  const close = async () => {
    await Promise.all([pool.close(), scans.close()])
  }
  return { ...pool, convert, close }
}
