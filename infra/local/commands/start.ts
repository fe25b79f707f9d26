import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Taken } from '../lock/claim.ts'
import { takenSentence } from '../lock/taken-sentence.ts'
import { startService } from '../service/service.ts'
import { openPage } from '../terminal/open-page.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { HostUnknown, PortTaken } from '../web/server.ts'
import { askedToStop } from './asked-to-stop.ts'
import { wholeNumber } from './options.ts'
import { reachedBy, reachedOptions } from './reached.ts'

const options = {
  inbox: { type: 'string', default: 'inbox' },
  outbox: { type: 'string', default: 'outbox' },
  season: { type: 'string', default: 'season' },
  roster: { type: 'string' },
  port: { type: 'string' },
  open: { type: 'boolean', default: false },
  ...reachedOptions,
} as const

/** `start`, and `serve`, which is the same: runs until Ctrl-C or SIGTERM, finishes what is in hand, gives exit code 0. */
export const startCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options })
  const port = wholeNumber('--port', values.port, 0, 65535)
  const { place, token } = reachedBy('start', values)
  const asked = askedToStop()
  try {
    const service = await startService({
      inbox: resolve(values.inbox),
      outbox: resolve(values.outbox),
      season: resolve(values.season),
      ...(values.roster === undefined ? {} : { roster: resolve(values.roster) }),
      ...{ port, place },
      ...(token === null ? {} : { token }),
      say: line => console.log(line),
    })
    if (values.open) openPage(service.page)
    await asked
    console.log('\n正在停止，先做完手上的文件…… (stopping, finishing what is in hand)')
    await service.close()
    console.log('已停止。 (stopped)')
    return 0
  } catch (error) {
    // Started twice by a double click: what she wants to see is there.
    const running = error instanceof Taken ? error.holder?.page : null
    if (values.open && running) {
      console.log(`已在运行，网页是 ${printable(running)} (already running, this is its page)`)
      openPage(running)
      return 0
    }
    if (error instanceof Taken)
      throw new UsageError(
        `start: ${takenSentence(error)}\n请用那一个，或先停止它；要另开一个，请用 --inbox、--outbox、--port 另选文件夹和端口 (use that one, stop it, or choose other folders and another --port)`,
      )
    if (error instanceof PortTaken)
      throw new UsageError(`start: 端口 ${port} 已被占用，请换一个 --port (the port is taken)`)
    if (error instanceof HostUnknown)
      throw new UsageError(
        `start: 本机没有 --host 给出的地址 (this machine has no such address): ${values.host}`,
      )
    throw error
  }
}
