import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { committed } from '../../../lib/submission/commit.ts'
import { tellFailures } from '../../../lib/submission/history.ts'
import type { EventBus, Stored } from '../../../lib/submission/ports.ts'
import { conclude } from '../../../lib/submission/process.ts'
import { parseReceipt } from '../../../lib/submission/receipt.ts'
import { passedOver } from '../../../lib/submission/skip.ts'
import type { ListedUpload } from '../../../lib/submission/stretches.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { goBack } from '../../../lib/submission/withdraw.ts'
import { eventsFile } from '../disk/events-file.ts'
import { folderStore } from '../disk/folder-store.ts'
import { keysBelow } from '../disk/keys-below.ts'
import { type FileUpload, fileUpload, StillChanging } from '../inbox/file-upload.ts'
import { NotFollowed } from '../inbox/open-inside.ts'
import { folderPorts, submitFile } from '../inbox/submit.ts'
import { type Claim, claimFolders, Taken } from '../lock/claim.ts'
import { takenSentence } from '../lock/taken-sentence.ts'
import { openPool } from '../pool/pool.ts'
import { UsageError } from '../terminal/usage-error.ts'
import type { Installation, Purpose } from './installation.ts'

async function* listFolder(inbox: string, prefix: string, after: string): AsyncIterable<ListedUpload> {
  for await (const key of keysBelow(inbox, '', after)) {
    if (!key.startsWith(prefix) || passedOver({ key })) continue
    const file = await fileUpload(inbox, key).catch(error => {
      // What is still being written, or leads out, is no upload yet.
      if (error instanceof StillChanging || error instanceof NotFollowed) return null
      throw error
    })
    const facts = file && (await stat(join(inbox, ...key.split('/'))).catch(() => null))
    if (file && facts) yield { upload: file.upload, since: facts.ctime }
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    facts => facts.isDirectory(),
    () => false,
  )

/** Throws UsageError where one is not there: to look at nothing would look as if nothing were missing. */
const demandFolders = async (folders: readonly string[]): Promise<void> => {
  for (const folder of folders)
    if (!(await isFolder(folder))) throw new UsageError(`没有这个文件夹 (no such folder): ${folder}`)
}

/** Takes the folders for a command that writes to them. Throws UsageError where the service, or another command, has them. */
const claim = async (command: string, folders: readonly string[]): Promise<Claim> => {
  for (const folder of folders) await mkdir(folder, { recursive: true })
  try {
    return await claimFolders(folders, () => ({ command, pid: process.pid, page: null }))
  } catch (error) {
    if (!(error instanceof Taken)) throw error
    throw new UsageError(`${command}: ${takenSentence(error)}\n请先停止它，再运行 ${command} (stop it first)`)
  }
}

/** Goes back from a withdrawn build to the run before, for which no file is needed. False where there is none. */
const wentBack = async (
  upload: Upload,
  stored: Stored,
  build: string | undefined,
  ports: ReturnType<typeof folderPorts>,
): Promise<boolean> =>
  build !== undefined &&
  parseReceipt(stored.bytes).converter.build === build &&
  (await goBack(upload, stored, build, ports)) !== null

/** The two folders of the service on this machine. */
export const openFolders = async (
  inboxGiven: string,
  outboxGiven: string,
  { command, prefix }: Purpose,
): Promise<Installation> => {
  const inbox = resolve(inboxGiven)
  const outbox = resolve(outboxGiven)
  if (command === null) await demandFolders([inbox, outbox])
  const claimed = command === null ? null : await claim(command, [inbox, outbox])
  const outputs = folderStore(outbox)
  let opened: Promise<EventBus> | undefined
  const openBus = () => {
    opened ??= eventsFile(join(outbox, 'events.ndjson'), () => undefined)
    return opened
  }
  let pool: ReturnType<typeof openPool> | undefined
  return {
    outputs,
    prefix,
    uploads: after => listFolder(inbox, prefix, after),
    quarantine: null,
    atOnce: 1,
    submit: async ({ upload, ...options }) => {
      const bus = await openBus()
      const common = folderPorts({ outputs, bus })
      const stored = await committed(upload, { outputs })
      if (stored && !options.again) {
        await conclude(upload, stored, common)
        await tellFailures(upload, common)
        return true
      }
      const file = await fileUpload(inbox, upload.key)
      if (file?.upload.version !== upload.version)
        return stored !== null && (await wentBack(upload, stored, options.withdraw, common))
      pool ??= openPool({ size: 1 })
      const ports = { outputs, bus, pool, begins: () => undefined }
      const spread = async (files: readonly FileUpload[]) => {
        for (const inside of files) await submitFile(inside, { ...ports, spread })
      }
      await submitFile(file, { ...ports, spread }, options)
      return true
    },
    close: async () => {
      await pool?.close()
      await claimed?.release()
    },
  }
}
