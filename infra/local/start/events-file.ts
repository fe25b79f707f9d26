import { appendFile, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ReportEvent } from '../../../events/types.ts'
import type { EventBus } from '../../../lib/submission/ports.ts'

/** Whether the file ends inside a line: a process died while it wrote. */
const endsInsideLine = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return false
  try {
    const { size } = await file.stat()
    if (size === 0) return false
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer[0] !== 0x0a
  } finally {
    await file.close()
  }
}

/** A file as EventBus: one event, one line. `seen` is told of every event written. */
export const eventsFile = async (path: string, seen: (event: ReportEvent) => void): Promise<EventBus> => {
  await mkdir(dirname(path), { recursive: true })
  await appendFile(path, (await endsInsideLine(path)) ? '\n' : '')
  let last: Promise<unknown> = Promise.resolve()
  return {
    publish: events => {
      const lines = events.map(event => `${JSON.stringify(event)}\n`).join('')
      const written = last.then(() => appendFile(path, lines))
      last = written.catch(() => undefined)
      return written.then(() => {
        events.forEach(seen)
        return []
      })
    },
  }
}
