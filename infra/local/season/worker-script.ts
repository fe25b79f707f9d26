/** What the process that makes seasons runs. The bundle has its own. */
export const seasonScript = new URL('./season-worker.ts', import.meta.url)

/** What its thread runs that makes the workbook. */
export const workbookScript = new URL('./workbook-worker.ts', import.meta.url)
