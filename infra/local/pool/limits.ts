import { limits } from '../../../lib/readers/limits.ts'

/** How long one file may take. */
export const jobDeadlineMs = limits.work.seconds * 1000

/** How long a worker may take until it can convert. A fraction of a second, where the machine has time for it. */
export const startDeadlineMs = 60_000

/** Heap of one worker, in MB. */
export const workerHeapMb = limits.work.heapMb
