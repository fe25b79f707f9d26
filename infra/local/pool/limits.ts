/** How long one file may take. Real reports take a fraction of a second. */
export const jobDeadlineMs = 60_000

/** How long a worker may take until it can convert. A fraction of a second, where the machine has time for it. */
export const startDeadlineMs = 60_000

/** Heap of one worker, in MB. Real reports take a few MB. */
export const workerHeapMb = 768
