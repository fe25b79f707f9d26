import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { errorJson } from '../../../lib/model/error-json.ts'
import type { Entry } from '../results/entry.ts'
import { type Received, receive } from '../web/receive.ts'
import { sendJson } from '../web/reply.ts'
import { isEnded, whenEnded } from './ended.ts'
import { type Refusal, refusal } from './errors.ts'
import type { Operation } from './operation.ts'
import { Refused } from './refused.ts'
import { idOf } from './report-id.ts'
import { untilGone, waitOf } from './reports.ts'
import { reportShown } from './shown.ts'

/**
 * A page of another site can have a browser send some requests without asking us first, but none with this type of content:
 * for that the browser asks, and gets no leave.
 */
export const bodyType = 'application/octet-stream'

const typeOf = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()

type NotReceived = Exclude<Received, { readonly sha256: string }>

const refusalOf = (received: NotReceived): Refusal => {
  switch (received.kind) {
    case 'too-large': {
      const { sentence, remedy } = received.problem
      return { status: 413, error: errorJson('too-large', sentence, remedy) }
    }
    case 'no-room':
      return refusal('no-room')
    case 'left-alone':
      return refusal('name-left-alone')
    default:
      return refusal('name-wrong')
  }
}

const restMs = 2_000
const mostRest = 16 * 1024 * 1024

/** Takes in what a client is still sending, for a while: only then it reads why it was refused. */
export const restOf = async (request: IncomingMessage): Promise<void> => {
  const reading = async () => {
    let size = 0
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > mostRest) return
    }
  }
  const over = new AbortController()
  await Promise.race([
    reading().catch(() => undefined),
    pause(restMs, undefined, { signal: over.signal }).catch(() => undefined),
  ])
  over.abort()
}

const waiting = (key: string): Entry => ({
  ...{ key, state: 'waiting', result: null },
  desk: {
    ...{ unit: null, open: null, standing: 'none', excluded: null, replacedBy: null },
    ...{ earlier: [], changes: null, decided: 0, entered: 0 },
  },
})

export const submitReport: Operation = {
  id: 'submitReport',
  method: 'POST',
  at: '/api/v1/reports',
  query: ['name', 'wait'],
  answer: async asked => {
    const { request, response, query, site, stopping } = asked
    if (stopping.aborted) throw new Refused(refusal('stopping', '', { 'retry-after': '10' }))
    if (typeOf(request) !== bodyType) throw new Refused(refusal('type-wrong'))
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'identity') throw new Refused(refusal('encoding-wrong', encoding.slice(0, 40)))
    const name = query.get('name') ?? ''
    // What stands for bytes that are no UTF-8: two such names would be one.
    if (name.includes('\uFFFD')) throw new Refused(refusal('name-wrong'))
    const ms = waitOf(query)
    const announced = Number(request.headers['content-length'] ?? 0)
    const received = await receive(request, name, site.inbox, announced)
    if (!('sha256' in received)) throw new Refused(refusalOf(received))
    const { key, sha256 } = received
    await site.arrived?.(key)
    const entry = (await whenEnded(key, site.board, { ms, signal: untilGone(asked), sha256 })) ?? waiting(key)
    const isThrough = entry.state === 'done' && isEnded(entry, sha256)
    response.setHeader('location', `/api/v1/reports/${idOf(key)}`)
    if (!isThrough) response.setHeader('retry-after', '1')
    sendJson(response, reportShown(entry), isThrough ? (received.kind === 'known' ? 200 : 201) : 202)
  },
}
