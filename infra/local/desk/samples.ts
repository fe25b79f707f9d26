import { readdir, readFile } from 'node:fs/promises'
import { sha256 } from '../disk/sha256.ts'

/** The reports of our own invention that a new inbox begins with. */
export const samplesFolder = new URL('../samples/', import.meta.url)

export const sampleNames = async (): Promise<readonly string[]> => {
  const entries = await readdir(samplesFolder, { withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(({ name }) => name)
}

export const sampleUrl = (name: string): URL => new URL(encodeURIComponent(name), samplesFolder)

/** By the hash of their bytes they are known wherever they lie; none of them ever counts. */
export const sampleHashes = async (): Promise<ReadonlySet<string>> => {
  const names = await sampleNames()
  return new Set(await Promise.all(names.map(async name => sha256(await readFile(sampleUrl(name))))))
}
