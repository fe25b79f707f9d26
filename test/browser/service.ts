import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Service, startService } from '../../infra/local/service/service.ts'
import { type Browser, openBrowser } from './chromium.ts'

export interface Running extends Service {
  /** Path of the inbox folder. */
  readonly inbox: string
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
    inbox,
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

/** The service and a browser for all tests of a suite; there once they run. */
export const servedInBrowser = (): { readonly service: Running; readonly browser: Browser } => {
  const opened = {} as { service: Running; browser: Browser }
  beforeAll(async () => {
    opened.service = await runService()
    opened.browser = await openBrowser()
  })
  afterAll(async () => {
    await opened.browser?.close()
    await opened.service?.close()
  })
  return opened
}
