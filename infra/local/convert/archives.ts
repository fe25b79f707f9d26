import { open, readFile, stat } from 'node:fs/promises'
import { Problem } from '../../../lib/model/problems.ts'
import { isZip } from '../../../lib/readers/format/signatures.ts'
import { insideKey, namesInside } from '../../../lib/submission/archive.ts'
import { checkSize } from '../../../lib/submission/size.ts'
import { passedOver } from '../../../lib/submission/skip.ts'
import type { Input } from './inputs.ts'

/** Packages that are documents: opening each of thousands to see that it is one would cost as much as reading it. */
const documents = /\.(?:docx|docm|dotx|dotm|wps|xlsx|xlsm|et|odt|ott|ofd)$/i

const beginning = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const bytesOfZip = async ({ path, bytes }: Input): Promise<Uint8Array | null> => {
  if (bytes) return isZip(bytes) ? bytes : null
  if (!isZip(await beginning(path)) || checkSize(path, (await stat(path)).size)) return null
  return readFile(path)
}

/** The names in an archive of reports; null for anything else, and for what cannot be read: its conversion says why. */
const namesIn = async (input: Input): Promise<readonly string[] | Problem | null> => {
  if (input.failed || input.refused || documents.test(input.inside)) return null
  try {
    const bytes = await bytesOfZip(input)
    return bytes && (await namesInside(bytes))
  } catch (error) {
    return error instanceof Problem ? error : null
  }
}

/** The same inputs, each archive of reports replaced by the files in it. */
export const openArchives = async (inputs: readonly Input[]): Promise<readonly Input[]> => {
  const opened: Input[] = []
  for (const input of inputs) {
    const names = await namesIn(input)
    if (names instanceof Problem) opened.push({ ...input, refused: names })
    else if (names === null) opened.push(input)
    else
      for (const name of names.filter(key => !passedOver({ key })))
        opened.push({
          path: insideKey(input.path, name),
          inside: insideKey(input.inside, name),
          archive: { path: input.path, name },
          ...(input.bytes ? { bytes: input.bytes } : {}),
        })
  }
  return opened
}
