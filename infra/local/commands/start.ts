import { resolve } from 'node:path'
import { Taken } from '../lock/claim.ts'
import { takenSentence } from '../lock/taken-sentence.ts'
import { startService } from '../service/service.ts'
import { openPage } from '../terminal/open-page.ts'
import { readOptions } from '../terminal/read-options.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { HostUnknown, PortTaken } from '../web/server.ts'
import { askedToStop } from './asked-to-stop.ts'
import { serveManual, startManual } from './manual/start.ts'
import { reachedBy } from './reached.ts'

const serve = async (
  manual: typeof startManual | typeof serveManual,
  args: readonly string[],
): Promise<number> => {
  const { values } = readOptions(manual, args)
  const { port } = values
  const { place, token } = reachedBy(values)
  const asked = askedToStop()
  try {
    const service = await startService({
      inbox: resolve(values.inbox),
      outbox: resolve(values.outbox),
      season: resolve(values.season),
      ...(values.roster === undefined ? {} : { roster: resolve(values.roster) }),
      ...{ port, place },
      scans: !values['no-scans'],
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
      throw new Trouble('taken', takenSentence(error), {
        zh: '请用那一个，或先停止它；要另开一个，请用 --inbox、--outbox、--port 另选文件夹和端口。',
        en: 'Use that one, stop it, or choose other folders and another --port.',
      })
    if (error instanceof PortTaken)
      throw new Trouble(
        'port-taken',
        { zh: `端口 ${port} 已被占用。`, en: `The port ${port} is taken.` },
        { zh: '请用 --port 换一个。', en: 'Choose another --port.' },
      )
    if (error instanceof HostUnknown)
      throw new UsageError({
        zh: `本机没有 --host 给出的地址：${values.host}。`,
        en: `This machine has no such address as --host names: ${values.host}.`,
      })
    throw error
  }
}

/** `start`: runs until Ctrl-C or SIGTERM, finishes what is in hand, gives exit code 0. */
export const startCommand = (args: readonly string[]): Promise<number> => serve(startManual, args)

/** `serve`: the same, for who thinks of programs that ask it. */
export const serveCommand = (args: readonly string[]): Promise<number> => serve(serveManual, args)
