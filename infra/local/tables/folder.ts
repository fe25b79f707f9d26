import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runTableFiles, runTablesName } from '../../../lib/series/run-tables.ts'
import { codeOf } from '../disk/error-code.ts'
import { scratch } from '../disk/keys-below.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { claimFor } from '../lock/for-command.ts'
import { whyOf } from '../terminal/system-error.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { moveAll } from './move-all.ts'

/** A folder that tables are to stand in, beside whatever else does. */
export interface TablesFolder {
  /** An empty folder in it, for what is not finished. */
  readonly aside: string
  /** Puts what stands in `from` in the place of the tables before: all of it, or nothing. */
  readonly put: (from: string) => Promise<void>
  /** Takes `aside` away, and what was in it. */
  readonly release: () => Promise<void>
}

const described = 'datapackage.json'

const namesIn = async (dir: string): Promise<readonly string[]> => {
  const there = new Set(await readdir(dir))
  return runTableFiles.filter(name => there.has(name))
}

const isOurs = async (dir: string): Promise<boolean> => {
  try {
    return JSON.parse(await readFile(join(dir, described), 'utf8')).name === runTablesName
  } catch {
    return false
  }
}

/** Nobody's own files are written over. Throws UsageError. */
const demandOurs = async (dir: string): Promise<void> => {
  const names = await namesIn(dir)
  for (const name of names)
    if (!(await lstat(join(dir, name))).isFile())
      throw new UsageError({
        zh: `${join(dir, name)} 不是文件，数据表不能写在这里，请换一个文件夹。`,
        en: `${join(dir, name)} is no file: name another folder for the tables.`,
      })
  if (names.length > 0 && !(await isOurs(dir)))
    throw new UsageError({
      zh: `${dir} 中已有 ${names.join('、')}，不是 gongkai 写的数据表，不会覆盖，请换一个文件夹。`,
      en: `${names.join(', ')} in ${dir} are not of gongkai and are not written over: name another folder.`,
    })
}

const put = async (dir: string, aside: string, from: string): Promise<void> => {
  await demandOurs(dir)
  const before = join(aside, 'before')
  await mkdir(before)
  const stood = new Set(await namesIn(dir))
  const made = new Set(await namesIn(from))
  await moveAll(
    runTableFiles.flatMap(name => [
      ...(stood.has(name) ? [[join(dir, name), join(before, name)] as const] : []),
      ...(made.has(name) ? [[join(from, name), join(dir, name)] as const] : []),
    ]),
  )
}

const cannotWrite = (dir: string, error: unknown): UsageError => {
  const why = whyOf(codeOf(error))
  return new UsageError(
    { zh: `不能在 ${dir} 写数据表：${why.zh}。`, en: `The tables cannot be written to ${dir}: ${why.en}.` },
    { zh: '请换一个文件夹。', en: 'Name another folder.' },
  )
}

/** What a run that was killed left begins so. */
const abandoned = `${scratch}tables-`

/** Takes a folder for the tables, which it makes where there is none. Throws UsageError where it cannot be had. */
export const openFolder = async (command: string, dir: string): Promise<TablesFolder> => {
  const stood = await stat(dir).catch(() => null)
  await makeFolder(dir).catch(error => {
    throw cannotWrite(dir, error)
  })
  const claim = await claimFor(command, [dir])
  const aside = join(dir, `${abandoned}${randomUUID()}`)
  const release = async () => {
    await rm(aside, { recursive: true, force: true })
    // Only where it is empty, and nobody had it before.
    if (!stood) await rmdir(dir).catch(() => undefined)
    await claim.release()
  }
  try {
    await demandOurs(dir)
    for (const name of await readdir(dir))
      if (name.startsWith(abandoned)) await rm(join(dir, name), { recursive: true, force: true })
    await mkdir(aside)
  } catch (error) {
    await release()
    if (error instanceof UsageError || codeOf(error) === '') throw error
    throw cannotWrite(dir, error)
  }
  return { aside, put: from => put(dir, aside, from), release }
}
