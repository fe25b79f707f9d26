/** How long one file may take. Real reports take a fraction of a second. */
export const jobDeadlineMs = 60_000

/** Heap of one worker, in MB. Real reports take a few MB. */
export const workerHeapMb = 768
