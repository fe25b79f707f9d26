import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { codeOf } from './error-code.ts'
import { scratch } from './keys-below.ts'

/** What became of a file: it is as it was, another one stands in its place, or a program that has it open kept it. */
export type PutWhole = 'same' | 'written' | 'held'

const held = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** Puts a file in the place of the one before, whole or not at all; one that would be the same is left alone. */
export const putWhole = async (path: string, bytes: Uint8Array): Promise<PutWhole> => {
  const before = await readFile(path).catch(() => null)
  if (before?.equals(bytes)) return 'same'
  const aside = join(dirname(path), `${scratch}${randomUUID()}`)
  try {
    await writeFile(aside, bytes)
    await rename(aside, path)
    return 'written'
  } catch (error) {
    await rm(aside, { force: true })
    if (before && held.has(codeOf(error))) return 'held'
    throw error
  }
}

/** The first name like a given one that no folder has. */
export const freeName = async (folder: string, name: string): Promise<string> => {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${extension}`
    const facts = await stat(join(folder, candidate)).catch(() => null)
    if (!facts?.isDirectory()) return candidate
  }
}
