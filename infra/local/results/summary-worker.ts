import { enableCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { pathLink } from '../../../lib/writers/summary/index.ts'
import { folderStore } from '../disk/folder-store.ts'
import { freeName, putWhole } from '../disk/put-whole.ts'
import { summarise } from './summarise.ts'
import type { SummaryAnswer, SummaryJob } from './summary-job.ts'

/** Conversions and the page go first. */
const behindOthers = 10

const work = async ({ outbox, entries, decided }: SummaryJob): Promise<SummaryAnswer> => {
  try {
    const bytes = await summarise(
      entries,
      folderStore(outbox),
      pathLink,
      sha256 => decided.get(sha256) ?? new Map(),
    )
    return { put: await putWhole(join(outbox, await freeName(outbox, '汇总.xlsx')), bytes) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
enableCompileCache()
setPriority(behindOthers)
process.once('message', async job => {
  const answer = await work(job as SummaryJob)
  process.send?.(answer, undefined, {}, () => process.exit())
})
