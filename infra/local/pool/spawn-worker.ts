import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

const shell = '/bin/sh'

/**
 * What becomes the worker. Beside it, a shell waits for the end of a pipe that only this process holds: however this
 * one dies, the worker dies with it, also in the middle of a computation that never looks up. No core file of
 * hundreds of MB is left, and where the system runs out of memory it takes a worker first. Windows ends the
 * processes of a process by itself.
 */
const become = [
  "trap '' HUP INT TERM",
  'ulimit -c 0',
  'echo 500 2>/dev/null >/proc/self/oom_score_adj',
  '(read -r line <&4 || kill -9 $$) 3<&- >/dev/null 2>&1 &',
  'exec 4<&-',
  'exec "$0" "$@"',
].join('\n')

/** A process of its own that answers jobs over its channel, and what lets the shell beside it go once it has ended. */
export interface WorkerProcess {
  readonly child: ChildProcess
  readonly release: () => void
}

const common = { serialization: 'advanced', windowsHide: true } as const

export const spawnWorker = (script: URL, flags: readonly string[]): WorkerProcess => {
  const args = [...flags, fileURLToPath(script)]
  if (process.platform === 'win32' || !existsSync(shell)) {
    const child = spawn(process.execPath, args, { ...common, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    return { child, release: () => undefined }
  }
  const child = spawn(shell, ['-c', become, process.execPath, ...args], {
    ...common,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  })
  // Where the system could not start it, it has none.
  const guard = (child.stdio as typeof child.stdio | undefined)?.[4]
  if (!(guard instanceof Socket)) return { child, release: () => undefined }
  guard.on('error', () => undefined)
  guard.unref()
  return { child, release: () => guard.end('\n', () => guard.destroy()) }
}
