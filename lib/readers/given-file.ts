import type { Loss } from '../model/loss.ts'
import { Problem } from '../model/problems.ts'
import { type Decoded, declaredCharset, decode } from './format/encoding.ts'
import { refusals } from './format/refusals.ts'
import { isZip, looksBinary } from './format/signatures.ts'
import { limits } from './limits.ts'
import { type Archive, openArchive } from './package/archive.ts'

/** A file as it was handed in, and what is worked out of it once somebody asks. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Its directory where it begins as a zip, else null. Throws Problem: `file-damaged`, `too-complex`. */
  readonly archive: () => Archive | null
  /** Its text. Throws Problem: `too-large`, `empty-file`, `file-damaged`, `format-unsupported` where it is no text. */
  readonly text: () => string
  /** What of its text could not be read; nothing where nobody asked for its text. */
  readonly losses: () => readonly Loss[]
}

const decoded = (bytes: Uint8Array): Decoded => {
  try {
    return decode(bytes, declaredCharset(bytes))
  } catch (error) {
    if (error instanceof Problem && looksBinary(bytes)) throw refusals.binary()
    throw error
  }
}

const textOf = (bytes: Uint8Array): Decoded => {
  if (bytes.length > limits.textFileBytes) throw refusals.tooLarge(limits.textFileBytes)
  const found = decoded(bytes)
  if (found.text.trim() === '') throw refusals.empty()
  if (looksBinary(found.text)) throw refusals.binary()
  return found
}

/** Throws Problem: `empty-file`, `too-large`. */
export const givenFile = (name: string, bytes: Uint8Array): GivenFile => {
  if (bytes.length === 0) throw refusals.empty()
  if (bytes.length > limits.fileBytes) throw refusals.tooLarge(limits.fileBytes)
  let archive: Archive | undefined
  let text: Decoded | undefined
  return {
    name,
    bytes,
    archive: () => {
      if (!isZip(bytes)) return null
      archive ??= openArchive(bytes)
      return archive
    },
    text: () => {
      text ??= textOf(bytes)
      return text.text
    },
    losses: () => text?.losses ?? [],
  }
}
