import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from '../disk/error-code.ts'
import { addressOf, staysBehind } from './address.ts'

/** Who works on a folder. */
export interface Holder {
  readonly command: string
  readonly pid: number
  /** Where it shows its page, once it does. */
  readonly page: string | null
}

/** Somebody else works on the folder; null where it cannot be learned who. */
export class Taken extends Error {
  readonly folder: string
  readonly holder: Holder | null

  constructor(folder: string, holder: Holder | null) {
    super(`${folder} is taken`)
    this.name = 'Taken'
    this.folder = folder
    this.holder = holder
  }
}

export interface Claim {
  readonly release: () => Promise<void>
}

const tryListen = (server: Server, address: string): Promise<boolean> => {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const refused = (error: Error) => {
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') resolve(false)
    else reject(error)
  }
  server.once('error', refused)
  server.listen(address, () => {
    server.off('error', refused)
    resolve(true)
  })
  return promise
}

const patienceMs = 2000

/** What the one who listens says of itself. Undefined where nobody listens any more. */
const ask = (address: string): Promise<Holder | null | undefined> => {
  const { promise, resolve } = Promise.withResolvers<Holder | null | undefined>()
  let text = ''
  const socket = connect(address)
  socket.setTimeout(patienceMs, () => {
    socket.destroy()
    resolve(null)
  })
  socket.on('error', error => resolve(['ECONNREFUSED', 'ENOENT'].includes(codeOf(error)) ? undefined : null))
  socket.setEncoding('utf8').on('data', part => {
    text += part
  })
  socket.on('end', () => {
    try {
      resolve(JSON.parse(text) as Holder)
    } catch {
      resolve(null)
    }
  })
  return promise
}

const attempts = 5

const claimOne = async (folder: string, holder: () => Holder): Promise<Server> => {
  const address = await addressOf(folder)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const server = createServer(socket => {
      socket.on('error', () => undefined)
      socket.end(JSON.stringify(holder()))
    })
    if (await tryListen(server, address)) return server.unref()
    const other = await ask(address)
    if (other !== undefined) throw new Taken(folder, other)
    // Its process ends just now, or was killed and has left its socket.
    if (staysBehind(address)) await rm(address, { force: true })
    await wait(50)
  }
  throw new Taken(folder, null)
}

/**
 * Takes folders for this process alone, until it releases them or ends. Throws Taken, with none of them taken.
 * `holder` is asked whenever somebody else wants to know.
 */
export const claimFolders = async (folders: readonly string[], holder: () => Holder): Promise<Claim> => {
  const servers: Server[] = []
  const release = async () => {
    await Promise.all(
      servers.splice(0).map(server => new Promise<void>(resolve => server.close(() => resolve()))),
    )
  }
  try {
    for (const folder of folders) servers.push(await claimOne(folder, holder))
    return { release }
  } catch (error) {
    await release()
    throw error
  }
}
