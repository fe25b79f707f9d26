import { copyFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sampleNames, sampleUrl } from '../desk/samples.ts'
import { removeHalfWritten } from '../disk/folder-store.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { UsageError } from '../terminal/usage-error.ts'

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const holds = (outer: string, inner: string): boolean => {
  const path = relative(outer, inner)
  return path === '' || !(path.startsWith('..') || path.match(/^[A-Za-z]:/))
}

export interface Folders {
  readonly inbox: string
  readonly outbox: string
  readonly season: string
}

/**
 * Makes the first two folders; an inbox that was not there begins with the sample reports. Gives how many those are.
 * What a process that died left half written goes.
 * Results that landed in the inbox would be converted again: one folder inside another is refused.
 * `claim` is called when both are there, before anything in them is touched.
 */
export const prepareFolders = async (
  { inbox, outbox, season }: Folders,
  claim: () => Promise<void> = async () => undefined,
): Promise<number> => {
  if (holds(inbox, outbox) || holds(outbox, inbox))
    throw new UsageError({
      zh: 'inbox 与 outbox 不能是同一个文件夹，也不能互相包含。',
      en: 'inbox and outbox must be two folders, neither inside the other.',
    })
  if ([inbox, outbox].some(folder => holds(folder, season) || holds(season, folder)))
    throw new UsageError({
      zh: 'season 不能与 inbox、outbox 是同一个文件夹，也不能互相包含。',
      en: 'season must be a folder of its own, neither inside inbox or outbox nor around them.',
    })
  const isNew = !(await exists(inbox))
  for (const folder of [inbox, outbox]) await makeFolder(folder)
  await claim()
  await removeHalfWritten(outbox, true)
  if (!isNew) {
    await removeHalfWritten(inbox, false)
    return 0
  }
  const names = await sampleNames()
  for (const name of names) await copyFile(sampleUrl(name), join(inbox, name))
  return names.length
}
