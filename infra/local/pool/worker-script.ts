/** What a worker runs. The bundle has its own. */
export const workerScript = new URL('./worker.ts', import.meta.url)
