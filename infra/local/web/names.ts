import { isIPv6 } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** Where the service listens, and what it is called there. */
export interface Place {
  /** An address of this machine, or a name of one. */
  readonly host: string
  /** The address under which a proxy hands requests on, without a path. */
  readonly publicUrl: URL | null
}

/** Nothing outside this machine reaches it. */
export const thisMachine: Place = { host: '127.0.0.1', publicUrl: null }

/** Names under which requests may come, as headers have them. */
export interface Names {
  readonly hosts: ReadonlySet<string>
  readonly origins: ReadonlySet<string>
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)

const isEvery = (host: string): boolean => host === '0.0.0.0' || host === '::'

const inUrl = (host: string): string => (isIPv6(host) ? `[${host}]` : host.toLowerCase())

/** Without a port where it is the usual one, as browsers have it. */
const withPort = (host: string, port: number): readonly string[] =>
  port === 80 ? [inUrl(host), `${inUrl(host)}:80`] : [`${inUrl(host)}:${port}`]

const ofThisMachine = (): readonly string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap(each => (each ?? []).map(({ address }) => address)),
]

export const namesOf = ({ host, publicUrl }: Place, port: number): Names => {
  const own = ['127.0.0.1', 'localhost', ...(isEvery(host) ? ofThisMachine() : [host])]
  const hosts = own.flatMap(name => withPort(name, port))
  const origins = hosts.map(name => `http://${name}`)
  return publicUrl
    ? { hosts: new Set([...hosts, publicUrl.host]), origins: new Set([...origins, publicUrl.origin]) }
    : { hosts: new Set(hosts), origins: new Set(origins) }
}

/** The address of the first page. */
export const homeOf = ({ host, publicUrl }: Place, port: number): string =>
  publicUrl ? `${publicUrl.origin}/` : `http://${inUrl(isEvery(host) ? '127.0.0.1' : host)}:${port}/`
