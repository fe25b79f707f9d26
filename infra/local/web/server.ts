import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isOwn } from './guard.ts'
import { askForToken, login, loginPath } from './login.ts'
import { homeOf, namesOf, type Place, thisMachine } from './names.ts'
import { sendText } from './reply.ts'
import { routeOf } from './routes.ts'
import type { Site } from './site.ts'
import { isLetIn } from './token.ts'
import { sayUnread } from './unread.ts'

/** The port that was asked for is in use. */
export class PortTaken extends Error {}

/** The address that was asked for is none of this machine. */
export class HostUnknown extends Error {}

export interface WebServer {
  readonly page: string
  readonly close: () => Promise<void>
}

export interface Served extends Site {
  /** Null: the usual one, or any that is free. */
  readonly port: number | null
  /** Left out: this machine alone. */
  readonly place?: Place
  /** Asked of everybody; null: of nobody. */
  readonly token?: string | null
}

const usualPort = 7823

/** An address may name every file that a person has marked. */
const mostHeaderBytes = 1024 * 1024

/** Nobody holds a connection for long by sending slowly, or not at all. An answer may be waited for for two minutes. */
const headersTimeout = 20_000
const requestTimeout = 15 * 60_000
const idleTimeout = 150_000
const mostConnections = 1000

const unknownHost = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'])

const tryListen = (server: Server, port: number, host: string): Promise<boolean> => {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const refused = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
    else reject(unknownHost.has(error.code ?? '') ? new HostUnknown(host) : error)
  }
  server.once('error', refused)
  server.listen({ port, host }, () => {
    server.off('error', refused)
    resolve(true)
  })
  return promise
}

const urlOf = ({ url = '/' }: IncomingMessage): URL | null =>
  url.startsWith('/') ? URL.parse(`http://localhost${url}`) : null

/** Serves the page and, where there is one, the interface for programs. Throws PortTaken for a port that was asked for, and HostUnknown. */
export const listen = async ({
  port,
  place = thisMachine,
  token = null,
  ...given
}: Served): Promise<WebServer> => {
  const site: Site = { ...given, isShared: token !== null }
  const portOf = () => (server.address() as AddressInfo).port
  const isSecure = place.publicUrl?.protocol === 'https:'
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = urlOf(request)
    if (!url) return sendText(response, 400, 'no such address')
    const own = site.api?.owns(url.pathname) ? site.api : null
    if (!isOwn(request, namesOf(place, portOf())))
      return own ? own.refuse(response, 'foreign-request') : sendText(response, 403, 'forbidden')
    if (token !== null && request.method === 'POST' && url.pathname === loginPath)
      return login(request, response, token, isSecure)
    if (token !== null && !own?.isOpen(url.pathname) && !isLetIn(request.headers, token, Date.now()))
      return own ? own.refuse(response, 'token-needed') : askForToken(request, response)
    if (own) return own.answer(request, response, url, site)
    const route = routeOf(request.method ?? '', url.pathname)
    if (!route) return sendText(response, 404, 'not found')
    await route(request, response, url, site)
  }
  const server = createServer(
    { maxHeaderSize: mostHeaderBytes, headersTimeout, requestTimeout },
    (request, response) => {
      answer(request, response).catch(() => {
        if (response.headersSent) response.destroy()
        else sendText(response, 500, '出错了 (something went wrong)')
      })
    },
  )
  server.on('clientError', sayUnread)
  server.timeout = idleTimeout
  server.maxConnections = mostConnections
  const { host } = place
  const listening =
    (await tryListen(server, port ?? usualPort, host)) ||
    (port === null && (await tryListen(server, 0, host)))
  if (!listening) throw new PortTaken()
  const close = async () => {
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  return { page: homeOf(place, portOf()), close }
}
