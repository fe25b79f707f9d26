import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Service, startService } from '../../infra/local/start/service.ts'

export interface Running extends Service {
  /** Ends the service and starts it again on the same folders and port. */
  readonly restart: () => Promise<void>
}

/** The real service on fresh folders with an empty inbox. */
export const runService = async (): Promise<Running> => {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-browser-'))
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  const start = (port: number) => startService({ inbox, outbox, port, say: () => undefined, stillMs: 150 })
  let service = await start(0)
  const { page } = service
  return {
    page,
    restart: async () => {
      await service.close()
      service = await start(Number(new URL(page).port))
    },
    close: async () => {
      await service.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
