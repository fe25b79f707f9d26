import type { IncomingMessage } from 'node:http'

/** Asked of every writing request: a page of another site cannot send it without leave it never gets. */
export const ownHeader = 'x-gongkai'

/**
 * Whether a request comes from our own page. The host must be this machine's by name (a foreign name that
 * resolves to 127.0.0.1 is somebody else's page), and so must the origin where the browser tells it.
 */
export const isOwn = ({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return false
  if (headers.origin !== undefined && !hosts.some(host => headers.origin === `http://${host}`)) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
