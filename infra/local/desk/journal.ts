import { open, readFile } from 'node:fs/promises'
import { codeOf } from '../disk/error-code.ts'
import type { Act } from './acts.ts'

const isAct = (value: unknown): value is Act => {
  const { id, at, by, kind } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [id, at, by, kind].every(part => typeof part === 'string')
}

const actsOf = (line: string): readonly Act[] => {
  try {
    const value: unknown = JSON.parse(line)
    return isAct(value) ? [value] : []
  } catch {
    return []
  }
}

/** The acts of a file, in their order; a line that was only half written is none. */
export const readActs = async (path: string): Promise<readonly Act[]> => {
  const text = await readFile(path, 'utf8').catch(error => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(actsOf)
}

const lineEnd = 0x0a

/** Adds acts to a file, all or none; what somebody left half written before becomes a line of its own, which says nothing. */
export const appendActs = async (path: string, acts: readonly Act[]): Promise<void> => {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    const torn = size > 0 && buffer[0] !== lineEnd
    const lines = acts.map(act => `${JSON.stringify(act)}\n`).join('')
    try {
      await file.appendFile((torn ? '\n' : '') + lines)
      await file.datasync()
    } catch (error) {
      await file.truncate(size).catch(() => undefined)
      throw error
    }
  } finally {
    await file.close()
  }
}
