import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FromService, ServicePlaces } from './messages.ts'

export interface RunningService {
  readonly page: string
  readonly close: () => Promise<number | null>
}

const script = fileURLToPath(new URL('../service-process.ts', import.meta.url))

/** Starts the service in a process of its own; resolves when it watches its inbox. */
export const startServiceProcess = async (
  { inbox, outbox }: ServicePlaces,
  hear: (message: FromService) => void,
): Promise<RunningService> => {
  const child = fork(script, [inbox, outbox], { execArgv: ['--expose-gc'] })
  const ended = once(child, 'exit') as Promise<[number | null]>
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  ended.then(() => reject(new Error('the service ended before its time')))
  child.on('message', (message: FromService) => {
    if (message.kind === 'page') resolve(message.page)
    hear(message)
  })
  const page = await promise
  return {
    page,
    close: async () => {
      child.send('close')
      return (await ended)[0]
    },
  }
}
