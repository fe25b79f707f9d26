import { makeFolder } from '../disk/make-folder.ts'
import { type Claim, claimFolders, Taken } from '../lock/claim.ts'
import { takenSentence } from '../lock/taken-sentence.ts'
import { SeasonTrouble } from './season-trouble.ts'

/** Takes a folder of seasons, made where it is not there. Throws SeasonTrouble where another works on it. */
export const claimSeasons = async (out: string, command: string): Promise<Claim> => {
  await makeFolder(out)
  try {
    return await claimFolders([out], () => ({ command, pid: process.pid, page: null }))
  } catch (error) {
    if (!(error instanceof Taken)) throw error
    const { zh, en } = takenSentence(error)
    throw new SeasonTrouble('taken', {
      zh: `${zh}请等它做完，或先停止它`,
      en: `${en} Wait until it is done, or stop it first`,
    })
  }
}
