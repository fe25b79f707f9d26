import type { IncomingMessage } from 'node:http'
import type { Message } from '../../../lib/model/message.ts'
import { opposite } from '../desk/acts.ts'
import { type Asked, readAsked } from '../desk/asked.ts'
import type { AtDesk } from '../desk/at-desk.ts'
import { ownHeader } from './guard.ts'
import { sendJson, sendText } from './reply.ts'
import type { Route } from './site.ts'

/** In bytes: acts on all files of a large season fit. */
const mostBytes = 4 * 1024 * 1024

/** The JSON of a request; undefined where it is none, or too much. */
export const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

const notUndone: Message = {
  zh: '这一步已不能撤销：之后又有了改动，或者它不存在。',
  en: 'This can no longer be undone: it was changed since, or is not there.',
}

/** Takes what a person asks for at the desk; `askedOf` makes the acts of the body. */
const taking =
  (askedOf: (body: unknown, at: AtDesk) => Asked | { readonly late: Message }): Route =>
  async (request, response, _url, { atDesk }) => {
    if (request.headers[ownHeader] === undefined || !atDesk) return sendText(response, 403, 'forbidden')
    const asked = askedOf(await bodyOf(request), atDesk)
    // What is left of a body that was not read to its end must not be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close')
    if ('problem' in asked) return sendJson(response, asked, 400)
    if ('late' in asked) return sendJson(response, { problem: asked.late }, 409)
    const done = await atDesk.act(asked.by, asked.acts)
    sendJson(response, done, 'problem' in done ? (done.full ? 507 : 409) : 200)
  }

/** `POST /api/acts` `{ by, acts }`. */
export const acts: Route = taking((body, { facts }) => readAsked(body, facts))

/** `POST /api/undo` `{ by, id }`: takes an act back by another one. */
export const undo: Route = taking((body, { desk, facts }) => {
  const { by, id } = (body ?? {}) as { readonly by?: unknown; readonly id?: unknown }
  const act = typeof id === 'string' ? opposite(desk.acts(), id) : null
  if (!act) return { late: notUndone }
  const asked = readAsked({ by, acts: [act] }, facts)
  // It says again what it said, of the same version.
  return 'problem' in asked ? asked : { by: asked.by, acts: [act] }
})
