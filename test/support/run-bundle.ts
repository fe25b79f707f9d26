import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('run-bundle.mjs', import.meta.url))

export interface BundleRun {
  /** Milliseconds since the process began: until the handler was there, and until each answer. */
  readonly ready: number
  readonly done: readonly number[]
  readonly answers: readonly unknown[]
}

/**
 * Loads a bundle from its file in a process of its own, with nothing but `environment`, and calls its handler
 * with one event after another. Without a file: a process that does nothing.
 */
export const runBundle = async (
  file: string | null,
  environment: Readonly<Record<string, string>>,
  ...events: readonly unknown[]
): Promise<BundleRun> => {
  const given = events.map(event => JSON.stringify(event))
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [program, file === null ? '' : pathToFileURL(file).href, ...given],
    { env: environment, maxBuffer: 1e8 },
  )
  return JSON.parse(stderr.trim().split('\n').at(-1)!)
}
