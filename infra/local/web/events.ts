import { open } from 'node:fs/promises'
import { safeHeaders, sendJson } from './reply.ts'
import type { Route } from './site.ts'

const mostEvents = 100
const mostBytes = 1024 * 1024

/** The last lines of a file, at most `mostBytes` of it; a line that is cut off at the start is left out. */
const lastLines = async (path: string): Promise<readonly string[]> => {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return []
  try {
    const { size } = await file.stat()
    const from = Math.max(0, size - mostBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n')
    return from > 0 ? lines.slice(1) : lines
  } finally {
    await file.close()
  }
}

const parsed = (line: string): unknown[] => {
  try {
    return line === '' ? [] : [JSON.parse(line)]
  } catch {
    return []
  }
}

/** The last events of the events file, oldest first. */
export const events: Route = async (_request, response, _url, site) => {
  const lines = await lastLines(site.events)
  sendJson(response, lines.flatMap(parsed).slice(-mostEvents))
}

const beatMs = 20_000

/** In bytes: a page that has fallen so far behind is cut off. It comes back by itself and takes the whole list. */
const mostBehind = 1024 * 1024

/** Server-sent events: every change of the list and every event sent. A beat now and then finds out who has gone. */
export const stream: Route = (request, response, _url, { board }) => {
  response.writeHead(200, safeHeaders('text/event-stream; charset=utf-8'))
  if (request.method === 'HEAD') return void response.end()
  response.write('retry: 1000\n\n')
  const end = board.watch(change => {
    if (response.writableLength > mostBehind) response.destroy()
    else response.write(`data: ${JSON.stringify(change)}\n\n`)
  })
  const beat = setInterval(() => response.write(': \n\n'), beatMs)
  request.on('close', () => {
    clearInterval(beat)
    end()
  })
}
