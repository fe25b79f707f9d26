import { randomUUID } from 'node:crypto'
import { realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { scratch } from '../disk/keys-below.ts'
import { UsageError } from '../terminal/usage-error.ts'

/** A file that an answer goes to: beside it until it is whole. */
export interface AnswerFile {
  readonly aside: string
  /** Puts it in its place, over one that is there. */
  readonly done: () => Promise<void>
  readonly discard: () => Promise<void>
}

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || /^[A-Za-z]:/u.test(way))
}

/** Throws UsageError where its folder is not there, and for a place among the seasons: what they hold never changes. */
export const answerFile = async (given: string, seasons: string): Promise<AnswerFile> => {
  const folder = await realpath(dirname(resolve(given))).catch(() => {
    throw new UsageError({
      zh: `没有这个文件夹：${dirname(given)}。`,
      en: `No such folder: ${dirname(given)}.`,
    })
  })
  if (isBelow(await realpath(seasons).catch(() => resolve(seasons)), folder))
    throw new UsageError({
      zh: `不能写到年报季的文件夹里，请另选位置：${given}。`,
      en: `Not among the seasons; choose another place: ${given}.`,
    })
  const path = join(folder, basename(given))
  const aside = join(folder, `${scratch}${randomUUID()}`)
  return {
    aside,
    done: () => rename(aside, path),
    discard: () => rm(aside, { force: true }),
  }
}
