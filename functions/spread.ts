import { PermanentFailure } from '../lib/submission/errors.ts'
import type { Ports } from '../lib/submission/ports.ts'

/**
 * Hands the files of an archive back to the queue, each as a message of its own: none waits for another, and one that
 * cannot be converted is given up by itself. Loaded only where there is an archive.
 */
export const spreadTo =
  (queueUrl: string | null): Ports['spread'] =>
  async uploads => {
    if (queueUrl === null) throw new PermanentFailure('an archive, and no queue to spread its files to')
    const { sendToQueue } = await import('./aws/spread-queue.ts')
    await sendToQueue(queueUrl, uploads)
  }
