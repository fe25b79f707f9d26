import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ScanRead } from './read-scans.ts'

const reader = fileURLToPath(new URL('read-scans.ts', import.meta.url))
const mostSaid = 256 * 1024 * 1024

/** Reads scans one after the other in a process of their own, so that its memory is theirs. */
export const readApart = async (paths: readonly string[]): Promise<readonly ScanRead[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [reader, ...paths], { maxBuffer: mostSaid })
  return stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as ScanRead)
}
