import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { Stage } from '../../../lib/convert.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { openInterface } from '../api/index.ts'
import { openMetrics } from '../api/metrics.ts'
import { binName } from '../desk/bin.ts'
import { openDesk } from '../desk/desk.ts'
import { sampleHashes } from '../desk/samples.ts'
import { eventsFile } from '../disk/events-file.ts'
import { folderStore } from '../disk/folder-store.ts'
import type { FileUpload } from '../inbox/file-upload.ts'
import { submit, submitFile } from '../inbox/submit.ts'
import { watchInbox } from '../inbox/watch-inbox.ts'
import { type Claim, claimFolders } from '../lock/claim.ts'
import { openPool, type PoolOptions } from '../pool/pool.ts'
import { ScanMet, tellingScans, withScans } from '../pool/scans.ts'
import { type Board, openBoard } from '../results/board.ts'
import type { Filed } from '../results/entry.ts'
import { judgeAt } from '../results/judge.ts'
import { listResults } from '../results/listing.ts'
import { findLists } from '../season/find-lists.ts'
import { headerLine } from '../terminal/report-lines.ts'
import { printable } from '../terminal/width.ts'
import type { Place } from '../web/names.ts'
import { openOriginals } from '../web/report/originals.ts'
import { listen } from '../web/server.ts'
import { atDeskOf } from './at-desk.ts'
import { bannerLines, unreadLines } from './banner.ts'
import { catchUp } from './catch-up.ts'
import { prepareFolders } from './prepare-folders.ts'
import { openPresence } from './presence.ts'
import { openQueue } from './queue.ts'
import { NotBegun, openRetries } from './retries.ts'
import { keepRoster } from './roster-keeper.ts'
import { keepSeasons } from './season-keeper.ts'
import { leaveLink, type TakePorts, take } from './take.ts'
import { watchResults } from './watch-results.ts'
import { keepWorkbooks } from './workbooks.ts'

export interface ServiceOptions {
  /** Absolute paths. */
  readonly inbox: string
  readonly outbox: string
  /** Where seasons are written; left out: beside the outbox. */
  readonly season?: string
  /** Left out: looked for in the folder that holds the inbox. */
  readonly roster?: string
  /** Null: the usual port, or any free one. */
  readonly port: number | null
  /** Where it is reached; left out: on this machine alone. */
  readonly place?: Place
  /** Asked of everybody who reaches it; left out: of nobody. */
  readonly token?: string
  readonly say: (line: string) => void
  readonly pool?: Partial<PoolOptions>
  /** Whether pictures of pages are read, and how; left out: they are refused. */
  readonly scans?: boolean | Partial<PoolOptions>
  readonly stillMs?: number
  readonly lookMs?: number
  /** How long nothing has happened before a season is made. */
  readonly restMs?: number
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

/** Files that are put there one after another are seldom so far apart. */
const usualRestMs = 1500

/** How late a change of the roster may be seen. */
const seasonLookMs = 500

/** A change while a file is in hand is taken up after it; its row goes on showing how far it is. */
const inWork = new Set<Filed['state']>(['reading', 'checking', 'writing'])

const serve = async ({
  inbox,
  outbox,
  port,
  say,
  pool: poolOptions,
  scans: scansAsked = false,
  stillMs = usualStillMs,
  lookMs = usualLookMs,
  restMs = usualRestMs,
  season = join(dirname(outbox), 'season'),
  roster,
  place: reached,
  token,
  claims,
}: ServiceOptions & { readonly claims: Claim[] }): Promise<Service> => {
  let page: string | null = null
  const samples = await prepareFolders({ inbox, outbox, season }, async () => {
    claims.push(await claimFolders([inbox, outbox], () => ({ command: 'start', pid: process.pid, page })))
  })
  const outputs = folderStore(outbox)
  const events = join(outbox, 'events.ndjson')
  const before = await listResults(outputs)
  const desk = await openDesk(outbox)
  const place = dirname(inbox)
  const lists = () => findLists(place, roster ?? null)
  let opened: Board | null = null
  const rosters = await keepRoster({
    lists,
    changed: () => opened?.judgeAgain(),
    lookMs: seasonLookMs,
    stillMs,
  })
  const board = openBoard(
    before,
    judgeAt({ desk, samples: await sampleHashes(), roster: () => rosters.now().roster }),
  )
  opened = board
  const moving = new Set<string>()
  const presence = await openPresence({ inbox, outbox, outputs, desk, board, moving })
  await presence.lookAll()
  const bus = await eventsFile(events, board.sent)
  const size = Math.min(availableParallelism(), 8)
  const metrics = openMetrics()
  const started = metrics.workerStarted
  const usual = openPool({ size, started, ...poolOptions })
  const reads = scansAsked && withScans(usual, { started, ...(scansAsked === true ? {} : scansAsked) })
  const pool = metrics.timed(reads || usual)
  metrics.watch(board)

  const ports: TakePorts = { board, outputs, say }
  const submitPorts = { outputs, bus, pool, entered: desk.enteredOf, named: desk.namedOf }
  /** A scan gives its place up and waits in a row of its own, so that nothing else waits for it. */
  const firstPorts = reads ? { ...submitPorts, pool: metrics.timed(tellingScans(usual)) } : submitPorts
  let closing = false
  const stopping = new AbortController()
  /** Notes what stands in the way of a file, and has it tried again. */
  const stuck = (key: string, error: unknown) => {
    const note = retries.failed(key, error).sentence
    board.set({ key, state: 'stuck', result: board.filedAs(key)?.result ?? null, note })
  }
  /** The files of an archive, as many at once as files of the inbox. Throws the error of one that is not through. */
  const spread = async (files: readonly FileUpload[]): Promise<void> => {
    for (const { upload } of files) board.set({ key: upload.key, state: 'waiting', result: null })
    const takeOne = async (file: FileUpload): Promise<unknown> => {
      const { key } = file.upload
      if (closing || retries.held()) return new NotBegun()
      const run = (begins: (state: Stage) => void) => submitFile(file, { ...submitPorts, begins, spread })
      const taken = await take(key, run, ports)
      if (taken.kind !== 'failed') return null
      board.set({ key, state: 'waiting', result: board.filedAs(key)?.result ?? null })
      return taken.error
    }
    let failed: unknown = null
    for await (const error of inOrder(files, size + 1, takeOne)) failed ??= error
    if (failed) throw failed
  }
  /** Keys of files whose result, though it is there, is to be made again. */
  const toJudge = new Set<string>()
  const judgeAgain = (key: string) => {
    toJudge.add(key)
    queue.add(key)
  }
  const workWith =
    (common: typeof submitPorts) =>
    async (key: string): Promise<void> => {
      const again = toJudge.delete(key)
      await workbooks.makeWay(key).catch(() => undefined)
      const run = (begins: (state: Stage) => void) =>
        submit(key, { ...common, inbox, begins, spread }, { again })
      const taken = await take(key, run, ports)
      if (taken.kind === 'done') retries.done(key, taken.wrote)
      else if (taken.kind === 'changing') watcher.again(key)
      else if (taken.kind === 'failed' && !closing) {
        if (again) toJudge.add(key)
        if (!(taken.error instanceof ScanMet)) return stuck(key, taken.error)
        board.set({ key, state: 'waiting', result: board.filedAs(key)?.result ?? null })
        scans.add(key)
      }
    }
  const queue = openQueue(size, workWith(firstPorts))
  const scans = openQueue(1, workWith(submitPorts))
  const hold = (held: boolean) => {
    for (const each of [queue, scans]) each.hold(held)
  }
  const workbooks = keepWorkbooks({ outbox, season, board, desk, say, restMs, lookMs: seasonLookMs })
  const retries = openRetries({ again: queue.add, hold, say, firstPauseMs: stillMs })
  const bin = join(place, binName)
  const atDesk = atDeskOf({
    ...{ desk, board, outputs, moving, again: judgeAgain, places: { inbox, bin } },
    ...{ roster: rosters, rosterGiven: roster !== undefined, rosterPlace: { place, bin } },
  })
  const web = await listen({
    ...{ port, board, outputs, inbox, events, season, atDesk },
    ...{ token: token ?? null, held: () => retries.held() },
    ...(reached ? { place: reached } : {}),
    ...(reached?.publicUrl ? { home: `${reached.publicUrl.origin}/` } : {}),
    api: openInterface(metrics, stopping.signal),
    originals: openOriginals({ inbox, look: pool.look }),
    arrived: key => watcher.arrived(key),
  }).catch(async error => {
    // Else they would keep the process of a service that nobody can reach.
    for (const opened of [workbooks, rosters, retries, pool]) await opened.close()
    throw error
  })
  page = web.page
  for (const line of bannerLines({ inbox, outbox, events, season, page: web.page }, samples)) say(line)
  if (before.length > 0)
    say(
      `  已有 ${before.length} 份结果，内容未变的不会重复转换。 (${before.length} results are there; unchanged files are not converted again.)\n`,
    )
  for (const line of unreadLines(desk)) say(line)
  say(headerLine('zh'))

  const watcher = watchInbox(
    inbox,
    { stillMs, lookMs },
    {
      changed: key => {
        if (!inWork.has(board.filedAs(key)?.state ?? 'done'))
          board.set({ key, state: 'waiting', result: board.filedAs(key)?.result ?? null })
        queue.add(key)
        void presence.look(key)
      },
      gone: key => void presence.look(key),
      left: key => leaveLink(key, ports),
      failed: error => say(`收件文件夹无法监视 (the inbox cannot be watched): ${printable(String(error))}`),
    },
  )
  const keeper = await keepSeasons({
    ...{ outbox, out: season, lists, place, board, say, restMs, lookMs: seasonLookMs },
  })
  const results = watchResults(outbox, presence, lookMs)
  void catchUp({ board, outputs, desk, again: judgeAgain, isClosing: () => closing })
  const close = async () => {
    closing = true
    stopping.abort()
    results.close()
    await workbooks.close()
    await keeper.close()
    await rosters.close()
    retries.close()
    await watcher.close()
    await Promise.all([queue.close(), scans.close()])
    await web.close()
    await pool.close()
    for (const claim of claims) await claim.release()
  }
  return { page: web.page, close }
}

/** Runs the service on this machine until it is closed. Throws Taken where another has one of the folders. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const claims: Claim[] = []
  try {
    return await serve({ ...options, claims })
  } catch (error) {
    for (const claim of claims) await claim.release()
    throw error
  }
}
