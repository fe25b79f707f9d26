import { execFileSync } from 'node:child_process'
import { afterEach } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const mounted: string[] = []
export const unmountDisks = (): void => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
}
afterEach(unmountDisks)

/** A disk of so many KB, for one test; null where we may not make one. */
export const smallDisk = async (kilobytes: number): Promise<string | null> => {
  const folder = await temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' })
    mounted.push(folder)
    return folder
  } catch {
    return null
  }
}
