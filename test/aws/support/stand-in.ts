import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installStandIn } from './install.ts'

export interface StandIn {
  readonly endpoint: string
  readonly logFile: string
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok
  } catch {
    return false
  }
}

/** The whole process group: its functions run as processes of their own. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || !child.pid) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 5_000)
  await gone
  clearTimeout(late)
}

/** Starts the stand-in on a free port of this machine; functions run with the Node that runs the tests. */
export const startStandIn = async (): Promise<StandIn> => {
  const program = await installStandIn()
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-aws-'))
  for (const name of ['state', 'data', 'tmp']) await mkdir(join(folder, name))
  const logFile = join(folder, 'stand-in.log')
  const log = createWriteStream(logFile)
  await once(log, 'open')
  const child = spawn(program, [], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: folder,
      TMPDIR: join(folder, 'tmp'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      PERSIST_STATE: '0',
      STATE_DIR: join(folder, 'state'),
      S3_DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'INFO',
    },
  })
  const endpoint = `http://127.0.0.1:${port}`
  const stop = async () => {
    await end(child)
    log.close()
    if (!process.env['KEEP_STAND_IN']) await rm(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(endpoint)) return { endpoint, logFile, stop }
    if (child.exitCode !== null) break
    await wait(50)
  }
  await stop()
  throw new Error('the stand-in did not start')
}
