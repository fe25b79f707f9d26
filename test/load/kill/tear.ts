import { access, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportEvent } from '../../../events/types.ts'
import { sentKey } from '../../../lib/submission/keys.ts'

/**
 * Cuts the last line of the events file in half, as a power cut may, where its event was not marked as sent yet.
 * False where it was: such a line is on the disk.
 */
export const tearLastLine = async (outbox: string, half: number): Promise<boolean> => {
  const path = join(outbox, 'events.ndjson')
  const bytes = await readFile(path)
  const start = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1
  if (bytes.length === start) return false
  const event = JSON.parse(bytes.toString('utf8', start)) as ReportEvent
  const sent = await access(join(outbox, sentKey(event.data.upload))).then(
    () => true,
    () => false,
  )
  if (!sent) await truncate(path, start + 1 + Math.floor((bytes.length - start - 2) * half))
  return !sent
}
