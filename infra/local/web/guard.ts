import type { IncomingMessage } from 'node:http'
import type { Names } from './names.ts'

/** Asked of every writing request: a page of another site cannot send it without leave it never gets. */
export const ownHeader = 'x-gongkai'

/**
 * Whether a request comes from our own page. The host must be this service's by name (a foreign name that
 * resolves to 127.0.0.1 is somebody else's page), and so must the origin where the browser tells it.
 */
export const isOwn = ({ headers }: Pick<IncomingMessage, 'headers'>, { hosts, origins }: Names): boolean => {
  if (!hosts.has((headers.host ?? '').toLowerCase())) return false
  if (headers.origin !== undefined && !origins.has(headers.origin)) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
