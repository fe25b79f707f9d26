import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../local/disk/error-code.ts'

/** Where everything is kept that people put in and get out. */
const dataName = '数据'

const refused = new Set(['EACCES', 'EPERM', 'EROFS'])

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Makes the folder and writes something into it. False where that is not allowed; a full disk is another matter. */
const canKeep = async (folder: string): Promise<boolean> => {
  const probe = join(folder, `.gongkai-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe, { force: true })
    return true
  } catch (error) {
    if (refused.has(codeOf(error))) return false
    throw error
  }
}

export interface DataFolder {
  readonly folder: string
  /** Whether it lies beside the program, and goes where that goes. */
  readonly beside: boolean
}

/**
 * Beside the program, so that a person finds it there and it moves with a USB stick; where nothing may be written
 * there, in the documents of whoever started it. Throws where neither can be.
 */
export const dataFolder = async (program: string, home: string): Promise<DataFolder> => {
  const own = join(program, dataName)
  if (await canKeep(own)) return { folder: own, beside: true }
  const documents = [join(home, 'Documents'), join(home, '文档')]
  const found = await Promise.all(documents.map(isThere))
  const folder = join(documents.find((_, index) => found[index]) ?? home, 'gongkai', dataName)
  if (await canKeep(folder)) return { folder, beside: false }
  throw new Error(`${own} / ${folder}`)
}
