import { open, readFile } from 'node:fs/promises'
import { codeOf } from '../disk/error-code.ts'
import { actOfLine, lineOfAct } from './act-line.ts'
import type { Act } from './acts.ts'

export interface Journal {
  readonly acts: readonly Act[]
  /** Numbers of the lines that say nothing we understand; what is half written at the end was never noted, and is none. */
  readonly unread: readonly number[]
}

/** The acts of a file, in their order. */
export const readJournal = async (path: string): Promise<Journal> => {
  const text = await readFile(path, 'utf8').catch(error => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  const last = lines.length - 1
  const read = lines.map((line, at) => ({ line, number: at + 1, act: actOfLine(line) }))
  return {
    acts: read.flatMap(({ act }) => act ?? []),
    unread: read.flatMap(({ line, number, act }, at) =>
      act || line.trim() === '' || at === last ? [] : [number],
    ),
  }
}

const lineEnd = 0x0a

/** Takes away what was left half written at the end of a file, because a process died over it; a whole line is ended. */
export const mendJournal = async (path: string): Promise<void> => {
  const file = await open(path, 'a+')
  try {
    const bytes = await file.readFile()
    const whole = bytes.lastIndexOf(lineEnd) + 1
    if (whole === bytes.length) return
    if (actOfLine(bytes.toString('utf8', whole))) await file.appendFile('\n')
    else await file.truncate(whole)
  } finally {
    await file.close()
  }
}

/** Adds acts to a file, all or none, and has them on the disk. */
export const appendActs = async (path: string, acts: readonly Act[]): Promise<void> => {
  const file = await open(path, 'a')
  try {
    const { size } = await file.stat()
    try {
      await file.appendFile(acts.map(act => `${lineOfAct(act)}\n`).join(''))
      await file.datasync()
    } catch (error) {
      await file.truncate(size)
      throw error
    }
  } finally {
    await file.close()
  }
}
