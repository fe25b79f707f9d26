import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { startGongkai } from '../../support/run-gongkai.ts'
import type { ServicePlaces } from '../service/messages.ts'

export interface Killable {
  readonly kill: () => Promise<void>
  /** Asks it to stop; gives its exit code and what it printed on stderr. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly stderr: string }>
  readonly startMs: number
}

/** Starts the real command on the folders; resolves once it has said where its page is. */
export const startKillable = async ({ inbox, outbox }: ServicePlaces): Promise<Killable> => {
  const begun = performance.now()
  const { child, stdout, ended } = startGongkai([
    'start',
    '--inbox',
    inbox,
    '--outbox',
    outbox,
    '--port',
    '0',
  ])
  while (!stdout().includes('http://')) {
    if (child.exitCode !== null) throw new Error(`gongkai start ended: ${(await ended).stderr}`)
    await wait(20)
  }
  return {
    startMs: performance.now() - begun,
    kill: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
