import { readdir, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { committed, finish } from '../../../lib/submission/commit.ts'
import type { ListedUpload } from '../../../lib/submission/gaps.ts'
import { skipReason } from '../../../lib/submission/skip.ts'
import { folderStore } from '../folder-store.ts'
import { openPool } from '../pool/pool.ts'
import { eventsFile } from '../start/events-file.ts'
import { type FileUpload, fileUpload } from '../start/file-upload.ts'
import { folderPorts, submitFile } from '../start/submit.ts'
import type { Place } from './place.ts'

async function* listFolder(inbox: string): AsyncIterable<ListedUpload> {
  const entries = await readdir(inbox, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const key = path
      .slice(inbox.length + 1)
      .split(sep)
      .join('/')
    if (skipReason({ key })) continue
    const file = await fileUpload(inbox, key)
    if (file) yield { upload: file.upload, since: (await stat(path)).ctime }
  }
}

/** The two folders of the service on this machine. Its own process must not be running on them meanwhile. */
export const openFolders = async (inboxGiven: string, outboxGiven: string): Promise<Place> => {
  const inbox = resolve(inboxGiven)
  const outbox = resolve(outboxGiven)
  const outputs = folderStore(outbox)
  const bus = await eventsFile(join(outbox, 'events.ndjson'), () => undefined)
  let pool: ReturnType<typeof openPool> | undefined
  return {
    outputs,
    uploads: listFolder(inbox),
    submit: async ({ upload, again }) => {
      const stored = again ? null : await committed(upload, { outputs })
      if (stored) {
        await finish(upload, stored, folderPorts({ outputs, bus }))
        return true
      }
      const file = await fileUpload(inbox, upload.key)
      if (file?.upload.version !== upload.version) return false
      pool ??= openPool({ size: 1 })
      const ports = { outputs, bus, pool, begins: () => undefined }
      const spread = async (files: readonly FileUpload[]) => {
        for (const inside of files) await submitFile(inside, { ...ports, spread })
      }
      await submitFile(file, { ...ports, spread }, again)
      return true
    },
    close: async () => pool?.close(),
  }
}
