import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A place for one listener that the system gives back when its process ends, however it ends: a name without a file
 * on Linux, a named pipe on Windows, elsewhere a socket in the temporary folder. The folder goes by what it is, not by
 * its path: a link to it is the same folder.
 */
export const addressOf = async (folder: string): Promise<string> => {
  const { dev, ino } = await stat(folder, { bigint: true })
  const name = `gongkai-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** A file that stays where its process was killed. */
export const staysBehind = (address: string): boolean => address.startsWith('/')
