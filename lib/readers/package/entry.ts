import { crc32, inflateRaw } from '../../util/zlib.ts'
import type { Entry } from './directory.ts'
import { damaged, locked, tooLarge } from './refusals.ts'

const stored = 0
const deflated = 8

const compressedBytes = (zip: Uint8Array, { offset, compressedSize }: Entry, name: string): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const cut = () => damaged(`“${name}”不完整`, `“${name}” is cut short`)
  if (offset + 30 > zip.length || view.getUint32(offset, true) !== 0x04034b50) throw cut()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressedSize > zip.length) throw cut()
  return zip.subarray(start, start + compressedSize)
}

const inflate = (method: number, input: Uint8Array, name: string, limit: number): Uint8Array => {
  const large = () => tooLarge(name, limit / 1024 / 1024)
  if (method === stored) {
    if (input.length > limit) throw large()
    return input
  }
  if (method !== deflated) throw damaged(`“${name}”的压缩方式不明`, `“${name}” is packed in an unknown way`)
  let bytes: Uint8Array | null
  try {
    bytes = inflateRaw(input, limit)
  } catch (cause) {
    throw damaged(`“${name}”无法解压`, `“${name}” cannot be inflated`, { cause })
  }
  if (!bytes) throw large()
  return bytes
}

/**
 * What is in an entry of a zip, at most `limit` bytes; refusals call it `name`. What comes out is counted as it does:
 * declared sizes are not looked at. Throws Problem: `file-damaged`, `too-large`, `password-protected`.
 */
export const entryBytes = (zip: Uint8Array, entry: Entry, name: string, limit: number): Uint8Array => {
  if (entry.flags & 1) throw locked()
  const bytes = inflate(entry.method, compressedBytes(zip, entry, name), name, limit)
  if (crc32(bytes) !== entry.crc)
    throw damaged(`“${name}”的校验和不符`, `the checksum of “${name}” does not match`)
  return bytes
}
