import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

// A pipe would keep us waiting for whoever writes to it.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** The bytes of a file that a person named. Throws what the disk throws, and ENXIO for a pipe or a device. */
export const readRegular = async (path: string): Promise<Buffer> => {
  const file = await open(path, flags)
  try {
    const facts = await file.stat()
    if (facts.isFile()) return await file.readFile()
    const code = facts.isDirectory() ? 'EISDIR' : 'ENXIO'
    throw Object.assign(new Error(`${code}: not a file, open '${path}'`), { code, path })
  } finally {
    await file.close()
  }
}
