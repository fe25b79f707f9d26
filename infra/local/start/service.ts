import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Stage } from '../../../lib/convert.ts'
import { inOrder } from '../convert/in-order.ts'
import { folderStore } from '../folder-store.ts'
import { openPool, type PoolOptions } from '../pool/pool.ts'
import { headerLine, reportLines } from '../terminal/report-lines.ts'
import { printable } from '../terminal/width.ts'
import { listen } from '../web/server.ts'
import { bannerLines } from './banner.ts'
import { openBoard } from './board.ts'
import { eventsFile } from './events-file.ts'
import type { FileUpload } from './file-upload.ts'
import { type Entry, latestResult, listResults } from './listing.ts'
import { prepareFolders } from './prepare-folders.ts'
import { openQueue } from './queue.ts'
import { type Submitted, submit, submitFile } from './submit.ts'
import { watchInbox } from './watch-inbox.ts'

export interface ServiceOptions {
  /** Absolute paths. */
  readonly inbox: string
  readonly outbox: string
  /** Null: the usual port, or any free one. */
  readonly port: number | null
  readonly say: (line: string) => void
  readonly pool?: Partial<PoolOptions>
  readonly stillMs?: number
  readonly lookMs?: number
}

export interface Service {
  readonly page: string
  /** Finishes what is in hand and closes everything. */
  readonly close: () => Promise<void>
}

/** A copy over the network comes in bursts: a file counts as whole when nothing has changed it for so long. */
const usualStillMs = 500

/** How late a file may be seen where the system sends no messages of it. */
const usualLookMs = 10_000

/** More lines of one report than this say less than the page does. */
const mostLines = 8

/** A change while a file is in hand is taken up after it; its row goes on showing how far it is. */
const inWork = new Set<Entry['state']>(['reading', 'checking', 'writing'])

/** Runs the service on this machine until it is closed. */
export const startService = async ({
  inbox,
  outbox,
  port,
  say,
  pool: poolOptions,
  stillMs = usualStillMs,
  lookMs = usualLookMs,
}: ServiceOptions): Promise<Service> => {
  const samples = await prepareFolders(inbox, outbox)
  const outputs = folderStore(outbox)
  const events = join(outbox, 'events.ndjson')
  const before = await listResults(outputs)
  const board = openBoard(before)
  const bus = await eventsFile(events, board.sent)
  const size = Math.min(availableParallelism(), 8)
  const pool = openPool({ size, ...poolOptions })

  /** Takes a file to its end; false where its result could not be written. */
  const finish = async (
    key: string,
    run: (begins: (state: Stage) => void) => Promise<Submitted | null>,
  ): Promise<boolean> => {
    const known = board.get(key)
    const begins = (state: Stage) => board.set({ key, state, result: known?.result ?? null })
    begins('reading')
    try {
      const submitted = await run(begins)
      const result = await latestResult(key, outputs)
      if (result) board.set({ key, state: 'done', result })
      else board.remove(key)
      if (submitted?.outcome) {
        const lines = reportLines(key, submitted.outcome, 'zh')
        for (const line of lines.slice(0, mostLines)) say(line)
        if (lines.length > mostLines)
          say(`  …… 另有 ${lines.length - mostLines} 条，见网页 (more on the page)`)
      }
      return true
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      board.set({ key, state: 'stuck', result: known?.result ?? null })
      say(
        `${printable(key)}  结果没有写成，重启后会再试 (not written, tried again after a restart): ${printable(sentence)}`,
      )
      return false
    }
  }
  let closing = false
  /** The files of an archive, as many at once as files of the inbox. */
  const spread = async (files: readonly FileUpload[]): Promise<void> => {
    for (const { upload } of files) board.set({ key: upload.key, state: 'waiting', result: null })
    const take = async (file: FileUpload) =>
      !closing && finish(file.upload.key, begins => submitFile(file, { outputs, bus, pool, begins, spread }))
    let left = 0
    for await (const finished of inOrder(files, size + 1, take)) if (!finished) left += 1
    if (left > 0) throw new Error(`压缩包中还有 ${left} 份没有处理完 (${left} files of the archive are left)`)
  }
  const work = async (key: string): Promise<void> => {
    await finish(key, begins => submit(key, { inbox, outputs, bus, pool, begins, spread }))
  }
  const queue = openQueue(size, work)
  const web = await listen({ port, board, outputs, inbox, events })
  for (const line of bannerLines({ inbox, outbox, events, page: web.page }, samples)) say(line)
  if (before.length > 0)
    say(
      `  已有 ${before.length} 份结果，内容未变的不会重复转换。 (${before.length} results are there; unchanged files are not converted again.)\n`,
    )
  say(headerLine('zh'))

  const watcher = watchInbox(
    inbox,
    { stillMs, lookMs },
    {
      changed: key => {
        if (!inWork.has(board.get(key)?.state ?? 'done'))
          board.set({ key, state: 'waiting', result: board.get(key)?.result ?? null })
        queue.add(key)
      },
      failed: error => say(`收件文件夹无法监视 (the inbox cannot be watched): ${printable(String(error))}`),
    },
  )
  const close = async () => {
    closing = true
    await watcher.close()
    await queue.close()
    await web.close()
    await pool.close()
  }
  return { page: web.page, close }
}
