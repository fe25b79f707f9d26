import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answer, Call } from './messages.ts'

/** An execution environment: started when first needed, again after it was killed. */
export interface Environment {
  /** Null where it was killed meanwhile. Throws where it ended by itself. */
  readonly call: (call: Call) => Promise<Answer | null>
  readonly kill: () => void
  /** Of the process now running and those before it, as far as they told. */
  readonly cpuSeconds: () => number
}

const script = fileURLToPath(new URL('../function-process.ts', import.meta.url))

export const openEnvironment = (variables: Readonly<Record<string, string>>): Environment => {
  let child: ChildProcess | null = null
  let [before, own] = [0, 0]
  const start = () => {
    // Log lines are looked at by other tests.
    const started = fork(script, [], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.once('exit', () => {
      ;[before, own] = [before + own, 0]
      if (child === started) child = null
    })
    return started
  }
  const ended = async (running: ChildProcess, signal: AbortSignal): Promise<[null]> => {
    const [code, by] = await once(running, 'exit', { signal })
    if (by !== 'SIGKILL') throw new Error(`a function's process ended by itself: ${code ?? by}`)
    return [null]
  }
  return {
    call: async call => {
      child ??= start()
      const running = child
      const ending = new AbortController()
      const { signal } = ending
      running.send(call, () => undefined)
      try {
        const [answer] = (await Promise.race([
          once(running, 'message', { signal }),
          ended(running, signal),
        ])) as [Answer | null]
        own = answer?.cpuSeconds ?? own
        return answer
      } finally {
        ending.abort()
      }
    },
    kill: () => child?.kill('SIGKILL'),
    cpuSeconds: () => before + own,
  }
}
