import { partsOfKey } from '../../../lib/submission/archive.ts'
import { statusOf } from '../../../lib/submission/status.ts'
import { sha256 } from '../disk/sha256.ts'
import { openInstallation } from '../operate/open-installation.ts'
import { readOptions } from '../terminal/read-options.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { statusManual } from './manual/status.ts'
import { statusLines } from './status-lines.ts'

/**
 * `status`: what became of an upload, or of a file in an archive. Gives the exit code: 0 it has a result, 1 none is
 * known; what is known is said.
 */
export const statusCommand = async (args: readonly string[]): Promise<number> => {
  const { values, operands } = readOptions(statusManual, args)
  const key = operands[0]!
  if (key.split('/').some(part => ['', '.', '..'].includes(part)))
    throw new UsageError(
      { zh: `这不是一个键：${key}。`, en: `This is no key: ${key}.` },
      {
        zh: '键是从收件文件夹或存储桶起的路径，以 / 分隔，如 2023/年报.docx。',
        en: 'A key is the path from the inbox or bucket on, parted by /, such as 2023/年报.docx.',
      },
    )
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
