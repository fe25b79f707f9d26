import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isOwn } from './guard.ts'
import { sendText } from './reply.ts'
import { routeOf } from './routes.ts'
import type { Site } from './site.ts'

/** The port that was asked for is in use. */
export class PortTaken extends Error {}

export interface WebServer {
  readonly page: string
  readonly close: () => Promise<void>
}

/** Nothing outside this machine reaches it. */
const address = '127.0.0.1'
const usualPort = 7823

/** An address may name every file that a person has marked. */
const mostHeaderBytes = 1024 * 1024

const tryListen = (server: Server, port: number): Promise<boolean> => {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const refused = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
    else reject(error)
  }
  server.once('error', refused)
  server.listen({ port, host: address }, () => {
    server.off('error', refused)
    resolve(true)
  })
  return promise
}

/** Serves the page. `port` null: the usual one, or any that is free. Throws PortTaken for one that was asked for. */
export const listen = async ({
  port,
  ...site
}: Site & { readonly port: number | null }): Promise<WebServer> => {
  const portOf = () => (server.address() as AddressInfo).port
  const server = createServer({ maxHeaderSize: mostHeaderBytes }, (request, response) => {
    const run = async () => {
      if (!isOwn(request, portOf())) return sendText(response, 403, 'forbidden')
      const url = new URL(request.url ?? '/', 'http://localhost')
      const route = routeOf(request.method ?? '', url.pathname)
      if (!route) return sendText(response, 404, 'not found')
      await route(request, response, url, site)
    }
    run().catch(() => {
      if (response.headersSent) response.destroy()
      else sendText(response, 500, '出错了 (something went wrong)')
    })
  })
  const listening =
    (await tryListen(server, port ?? usualPort)) || (port === null && (await tryListen(server, 0)))
  if (!listening) throw new PortTaken()
  const close = async () => {
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  return { page: `http://${address}:${portOf()}/`, close }
}
