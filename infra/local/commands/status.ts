import { parseArgs } from 'node:util'
import { partsOfKey } from '../../../lib/submission/archive.ts'
import { statusOf } from '../../../lib/submission/status.ts'
import { sha256 } from '../disk/sha256.ts'
import { installationOptions, openInstallation } from '../operate/open-installation.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { statusLines } from './status-lines.ts'

const options = { ...installationOptions, json: { type: 'boolean', default: false } } as const

/**
 * `status`: what became of an upload, or of a file in an archive. Gives the exit code: 0 it has a result, 1 none is
 * known; what is known is said.
 */
export const statusCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [key, ...more] = positionals
  if (!key || more.length > 0)
    throw new UsageError('status: 请给出一个文件的键，如 2023/年报.docx (give the key of one file)')
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
