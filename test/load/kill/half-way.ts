import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseReceipt } from '../../../lib/submission/receipt.ts'
import { sha256 } from '../../support/submission.ts'
import { folderOutbox } from '../check/folder.ts'
import type { Complaints } from '../check/wanted.ts'

/** What lay in the outbox when the process had been killed. */
export interface HalfWay {
  readonly receipts: number
  /** Receipts whose event may not have been written, or not been marked. */
  readonly unsent: number
  /** Outputs of versions without a receipt yet. */
  readonly uncommitted: number
  readonly asides: number
  readonly cutLine: boolean
}

const endsInsideLine = async (path: string): Promise<boolean> => {
  const file = await open(path).catch(() => null)
  if (!file) return false
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0))
  await file.close()
  return size > 0 && buffer[0] !== 0x0a
}

const partOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/**
 * Looks at an outbox whose process was killed; complains of a receipt over outputs that are not whole. `checked` grows:
 * every receipt, and whether it has an event.
 */
export const lookHalfWay = async (
  outbox: string,
  checked: Map<string, boolean>,
  { add }: Complaints,
): Promise<HalfWay> => {
  const all = await folderOutbox(outbox).keys()
  const keys = [...all]
  const receipts = new Set(keys.filter(key => key.endsWith('/receipt.json')))
  for (const key of receipts) {
    if (checked.has(key)) continue
    try {
      const receipt = parseReceipt(await readFile(join(outbox, key)))
      checked.set(key, receipt.event !== null)
      for (const file of receipt.outputs)
        if (sha256(await readFile(join(outbox, file.key))) !== file.sha256)
          add(`${file.key}: not whole under a receipt`)
    } catch (error) {
      add(`${key}: ${error}`)
    }
  }
  const versions = new Set(keys.filter(key => /\/[0-9a-f]{16}\/[^/]+$/.test(key)).map(partOf))
  return {
    receipts: receipts.size,
    unsent: [...checked].filter(([key, told]) => told && !all.has(`${partOf(key)}/sent.json`)).length,
    uncommitted: [...versions].filter(version => !receipts.has(`${version}/receipt.json`)).length,
    asides: keys.filter(key => key.includes('/.gongkai-')).length,
    cutLine: await endsInsideLine(join(outbox, 'events.ndjson')),
  }
}
