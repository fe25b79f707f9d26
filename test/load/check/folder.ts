import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportEvent } from '../../../events/types.ts'
import type { Submission } from '../documents/submission.ts'
import { type Complaints, type Outbox, type Wanted, wantedOf } from './wanted.ts'

/** A folder as it stands, hidden files included: nothing half written may be left in it. */
export const folderOutbox = (root: string): Outbox => ({
  keys: async () => {
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const files = entries.filter(entry => entry.isFile())
    return new Set(files.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)))
  },
  read: key => readFile(join(root, key)).catch(() => null),
})

/** The versions of a submission as the service on one machine names them: by the hash of their bytes. */
export const wantedOnDisk = (submission: Submission): readonly Wanted[] =>
  wantedOf(submission, ({ sha256 }) => sha256.slice(0, 16))

/** The events of a file by id. Complains of lines that are none, and of ids that come twice. */
export const eventsOfFile = async (
  path: string,
  { add }: Complaints,
): Promise<ReadonlyMap<string, ReportEvent>> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (!text.endsWith('\n')) add('the events file does not end with a line end')
  const events = new Map<string, ReportEvent>()
  text
    .split('\n')
    .slice(0, -1)
    .forEach((line, at) => {
      try {
        const event = JSON.parse(line) as ReportEvent
        if (events.has(event.id))
          add(`event ${event.id} of ${event.subject} stands twice, again in line ${at + 1}`)
        events.set(event.id, event)
      } catch {
        add(`line ${at + 1} of the events file is no event: ${line.slice(0, 60)}…`)
      }
    })
  return events
}
