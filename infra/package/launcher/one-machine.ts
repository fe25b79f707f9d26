import { readFileSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Says which machine works on the folder; as long as it does, the file is young. */
const markName = '.gongkai-machine'

const freshenMs = 5000
const staleMs = 4 * freshenMs

const writtenAt = async (path: string): Promise<number> => (await stat(path)).mtimeMs

/** The machine that works on the folder, if it is another one. Times are the disk's own: clocks of machines differ. */
const otherIn = async (folder: string, machine: string): Promise<string | null> => {
  const [mark, probe] = [join(folder, markName), join(folder, `${markName}-${process.pid}`)]
  const holder = await readFile(mark, 'utf8').catch(() => machine)
  if (holder === machine) return null
  await writeFile(probe, '')
  try {
    return (await writtenAt(probe)) - (await writtenAt(mark)) < staleMs ? holder : null
  } finally {
    rmSync(probe, { force: true })
  }
}

/**
 * Takes a folder for this machine, until the process ends: on a share, a second one would work on the same files, and
 * the service sees only processes of its own machine. Gives the name of the machine that has it, else null.
 */
export const takeForMachine = async (folder: string, machine: string): Promise<string | null> => {
  const other = await otherIn(folder, machine)
  if (other !== null) return other
  const mark = join(folder, markName)
  // Written over in place: at no moment is it empty.
  const freshen = () => writeFile(mark, machine, { flag: 'r+' }).catch(() => writeFile(mark, machine))
  await writeFile(mark, machine)
  setInterval(() => void freshen().catch(() => undefined), freshenMs).unref()
  process.on('exit', () => {
    try {
      if (readFileSync(mark, 'utf8') === machine) rmSync(mark)
    } catch {
      // The folder is gone: a stick was pulled out.
    }
  })
  return null
}
