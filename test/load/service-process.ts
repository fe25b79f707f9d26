import { sep } from 'node:path'
import { startService } from '../../infra/local/service/service.ts'
import { watchReads } from './service/held.ts'
import type { FromService } from './service/messages.ts'

/** The local service in a process of its own, as `gongkai start` runs it, telling what it holds in memory. */
const [inbox, outbox] = process.argv.slice(2) as [string, string]
const tell = (message: FromService) => process.send?.(message)

const held = watchReads(inbox + sep, path =>
  tell({
    kind: 'read',
    key: path
      .slice(inbox.length + 1)
      .split(sep)
      .join('/'),
  }),
)
const service = await startService({ inbox, outbox, port: 0, say: () => undefined })

const sample = () => {
  const { rss } = process.memoryUsage()
  globalThis.gc?.()
  const { heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const cpuSeconds = (user + system) / 1e6
  tell({ kind: 'sample', rss, heap: heapUsed, held: held(), cpuSeconds })
}
const timer = setInterval(sample, 1000)

process.on('message', async () => {
  clearInterval(timer)
  sample()
  await service.close()
  process.disconnect()
})
tell({ kind: 'page', page: service.page })
