import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './error-code.ts'

const notAFolder = (path: string): Error =>
  Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${path}'`), { code: 'ENOTDIR', path })

/**
 * Makes a folder and those above it, where they are not there. Node's own way never ends where the system says of a
 * folder that is there that it is not, as below /proc.
 */
export const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path)
  } catch (error) {
    const above = dirname(path)
    if (codeOf(error) === 'ENOENT' && above !== path) {
      await makeFolder(above)
      return mkdir(path).catch(error => {
        if (codeOf(error) !== 'EEXIST') throw error
      })
    }
    const facts = await stat(path).catch(() => null)
    if (facts?.isDirectory()) return
    throw facts ? notAFolder(path) : error
  }
}
