/** What a worker runs, and one that reads scans. The bundle has its own. */
export const workerScript = new URL('./worker.ts', import.meta.url)
export const scanWorkerScript = new URL('./scan-worker.ts', import.meta.url)
