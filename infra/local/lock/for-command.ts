import { stat } from 'node:fs/promises'
import { makeFolder } from '../disk/make-folder.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { type Claim, claimFolders, Taken } from './claim.ts'
import { takenSentence } from './taken-sentence.ts'

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    facts => facts.isDirectory(),
    () => false,
  )

/** Throws UsageError where one is not there: to look at nothing would look as if nothing were missing. */
export const demandFolders = async (folders: readonly string[]): Promise<void> => {
  for (const folder of folders)
    if (!(await isFolder(folder)))
      throw new UsageError({ zh: `没有这个文件夹：${folder}。`, en: `No such folder: ${folder}.` })
}

/** Takes the folders for a command that writes to them. Throws Trouble where the service, or another command, has them. */
export const claimFor = async (command: string, folders: readonly string[]): Promise<Claim> => {
  for (const folder of folders) await makeFolder(folder)
  try {
    return await claimFolders(folders, () => ({ command, pid: process.pid, page: null }))
  } catch (error) {
    if (!(error instanceof Taken)) throw error
    throw new Trouble('taken', takenSentence(error), {
      zh: `请先停止它，再运行 ${command}。`,
      en: `Stop it first, then run ${command}.`,
    })
  }
}
