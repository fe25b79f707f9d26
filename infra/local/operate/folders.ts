import { stat } from 'node:fs/promises'
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
import { type DeskRead, readDesk } from '../desk/desk.ts'
import { eventsFile } from '../disk/events-file.ts'
import { folderStore } from '../disk/folder-store.ts'
import { keysBelow } from '../disk/keys-below.ts'
import { type FileUpload, fileUpload, StillChanging } from '../inbox/file-upload.ts'
import { NotFollowed } from '../inbox/open-inside.ts'
import { folderPorts, submitFile } from '../inbox/submit.ts'
import { claimFor, demandFolders } from '../lock/for-command.ts'
import { openPool, type Pool } from '../pool/pool.ts'
import { withScans } from '../pool/scans.ts'
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

/** Whether a person ever typed in figures of the file, or whose it is: an earlier run may not know of them, or of their undoing. */
const isTypedIn = (desk: DeskRead, stored: Stored): boolean => {
  const { sha256 } = parseReceipt(stored.bytes).upload
  return desk.acts().some(act => (act.kind === 'entered' || act.kind === 'named') && act.sha256 === sha256)
}

/** The two folders of the service on this machine. */
export const openFolders = async (
  inboxGiven: string,
  outboxGiven: string,
  { command, prefix, scans = true }: Purpose & { readonly scans?: boolean },
): Promise<Installation> => {
  const inbox = resolve(inboxGiven)
  const outbox = resolve(outboxGiven)
  // Only what finds missing results can do with an outbox that is gone.
  await demandFolders(command === 'reconcile' ? [inbox] : [inbox, outbox])
  if (inbox === outbox)
    throw new UsageError({
      zh: '收件文件夹和结果文件夹不能是同一个。',
      en: 'The inbox and the outbox must be two folders.',
    })
  const claimed = command === null ? null : await claimFor(command, [inbox, outbox])
  const outputs = folderStore(outbox)
  let opened: Promise<EventBus> | undefined
  const openBus = () => {
    opened ??= eventsFile(join(outbox, 'events.ndjson'), () => undefined)
    return opened
  }
  let desk: Promise<DeskRead> | undefined
  const openedDesk = () => {
    desk ??= readDesk(outbox)
    return desk
  }
  let pool: Pool | undefined
  const startPool = () => (scans ? withScans(openPool({ size: 1 })) : openPool({ size: 1 }))
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
      const desk = await openedDesk()
      const anew = stored !== null && isTypedIn(desk, stored)
      if (stored && options.withdraw === common.converter.build) {
        if (!anew && (await wentBack(upload, stored, options.withdraw, common))) return true
        throw new UsageError({
          zh: '要撤回的构建就是现在运行的程序，请换一个版本再运行。',
          en: 'This program is the build to withdraw: run another version.',
        })
      }
      const file = await fileUpload(inbox, upload.key)
      if (file?.upload.version !== upload.version)
        return stored !== null && !anew && (await wentBack(upload, stored, options.withdraw, common))
      pool ??= startPool()
      const said = { entered: desk.enteredOf, named: desk.namedOf }
      const ports = { outputs, bus, pool, begins: () => undefined, ...said }
      const spread = async (files: readonly FileUpload[]) => {
        for (const inside of files) await submitFile(inside, { ...ports, spread })
      }
      await submitFile(file, { ...ports, spread }, { ...options, anew })
      return true
    },
    close: async () => {
      await pool?.close()
      await claimed?.release()
    },
  }
}
