import { partsOfKey } from '../../../lib/submission/archive.ts'
import { statusOf } from '../../../lib/submission/status.ts'
import { sha256 } from '../disk/sha256.ts'
import { openInstallation } from '../operate/open-installation.ts'
import { readOptions } from '../terminal/read-options.ts'
import { statusManual } from './manual/status.ts'
import { statusLines } from './status-lines.ts'

/**
 * `status`: what became of an upload, or of a file in an archive. Gives the exit code: 0 it has a result, 1 none is
 * known; what is known is said.
 */
export const statusCommand = async (args: readonly string[]): Promise<number> => {
  const { values, operands } = readOptions(statusManual, args)
  const key = operands[0]!
  const prefix = partsOfKey(key)?.archive ?? key
  const installation = await openInstallation(values, { command: null, prefix })
  try {
    const status = await statusOf(key, { ...installation, sha256 })
    console.log(values.json ? JSON.stringify(status, null, 2) : statusLines(status).join('\n'))
    return status.versions.some(({ runs }) => runs.length > 0) ? 0 : 1
  } finally {
    await installation.close()
  }
}
