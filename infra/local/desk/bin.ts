import { constants } from 'node:fs'
import { copyFile, link, mkdir, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { codeOf } from '../disk/error-code.ts'

/** Where what was thrown away lies, beside the inbox: nothing is ever deleted. */
export const binName = '回收站'

const noLinks = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EXDEV', 'EMLINK'])

/** Moves a file, never over another: throws EEXIST then. */
export const moveFile = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true })
  await link(from, to).catch(error => {
    if (!noLinks.has(codeOf(error))) throw error
    return copyFile(from, to, constants.COPYFILE_EXCL)
  })
  try {
    await rm(from)
  } catch (error) {
    // Another program has it open: it stays where it is.
    await rm(to, { force: true })
    throw error
  }
}

/** By the clock of this machine, as names of files have it: 2024-01-31 09.05.07. */
const stampOf = (time: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('.')}`
}

const mostOfOneName = 1000

/** Moves a file out of the way, its folders with it; gives its path below the bin. Null where it is gone already. */
export const toBin = async (path: string, name: string, bin: string): Promise<string | null> => {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  const stamp = stampOf(new Date())
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const place = `${stem} ${stamp}${number === 1 ? '' : ` (${number})`}${extension}`
    try {
      await moveFile(path, join(bin, ...place.split('/')))
      return place
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  throw new Error(`${name}: no free name in ${bin}`)
}
