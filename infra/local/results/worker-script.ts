/** What the process that writes the summary of an outbox runs. The bundle has its own. */
export const summaryScript = new URL('./summary-worker.ts', import.meta.url)
