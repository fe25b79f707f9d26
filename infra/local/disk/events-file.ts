import { appendFile, mkdir, open, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ReportEvent } from '../../../events/types.ts'
import type { EventBus } from '../../../lib/submission/ports.ts'
import { codeOf } from './error-code.ts'

const lineEnd = 0x0a
const step = 64 * 1024

/** More events than that are not written before one of them is marked as sent. */
const mostRemembered = 10_000

/**
 * Takes back a line that was only half written, because a process died over it or the disk was full: its event is not
 * marked as sent, and comes again. Readers of the file find whole lines only.
 */
const dropHalfLine = async (path: string): Promise<void> => {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    for (let end = size; end > 0; end -= step) {
      const from = Math.max(0, end - step)
      const { buffer } = await file.read(Buffer.alloc(end - from), 0, end - from, from)
      const whole = from + buffer.lastIndexOf(lineEnd) + 1
      if (whole === size) return
      if (whole > from || from === 0) return await truncate(path, whole)
    }
  } finally {
    await file.close()
  }
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}

const idOf = (line: string): string | null => {
  try {
    return (JSON.parse(line) as ReportEvent).id
  } catch {
    return null
  }
}

/** The ids of all events that the file tells of. */
const idsIn = async (path: string): Promise<Set<string>> => {
  const ids = new Set<string>()
  const file = await open(path, 'r')
  for await (const line of file.readLines()) {
    const id = idOf(line)
    if (id) ids.add(id)
  }
  return ids
}

/**
 * A file as EventBus: one event, one line. An event made before the file was opened may stand in it already, where
 * the process died between writing it and marking it as sent: it is then not written again. One that a replay tells
 * once more is. `seen` is told of every event written.
 */
export const eventsFile = async (path: string, seen: (event: ReportEvent) => void): Promise<EventBus> => {
  await mkdir(dirname(path), { recursive: true })
  await dropHalfLine(path)
  const opened = new Date().toISOString()
  // Only a restart after a crash has need of them.
  let before: Promise<Set<string>> | null = null
  /** Events that stand in the file, though a full disk may have kept the mark from being set that they do. */
  const lately = new Set<string>()
  const isTold = async ({ id, time, retold }: ReportEvent): Promise<boolean> => {
    if (retold) return false
    if (lately.has(`${id} ${time}`)) return true
    if (time >= opened) return false
    before ??= idsIn(path)
    return (await before).has(id)
  }
  const remember = ({ id, time }: ReportEvent) => {
    lately.add(`${id} ${time}`)
    const [oldest] = lately
    if (lately.size > mostRemembered && oldest !== undefined) lately.delete(oldest)
  }
  /** How long the file was before a line that was refused, until that is taken back. */
  let whole: number | null = null
  const takeBack = async (): Promise<void> => {
    // Shorter by now, or gone: somebody has put it away.
    if (whole !== null && (await sizeOf(path)) > whole) await truncate(path, whole)
    whole = null
  }
  const append = async (line: string): Promise<void> => {
    await takeBack()
    const size = await sizeOf(path)
    try {
      await appendFile(path, line)
    } catch (error) {
      whole = size
      // Where even that is refused it is done before the next line.
      await takeBack().catch(() => undefined)
      throw error
    }
  }
  const write = async (events: readonly ReportEvent[]): Promise<void> => {
    for (const event of events) {
      if (await isTold(event)) continue
      await append(`${JSON.stringify(event)}\n`)
      remember(event)
      ;(await before)?.add(event.id)
      seen(event)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    publish: events => {
      const written = last.then(() => write(events))
      last = written.catch(() => undefined)
      return written.then(() => [])
    },
  }
}
