import { crc32, inflateRaw } from '../../util/zlib.ts'
import type { Entry } from './directory.ts'
import { type Reading, readWhole } from './reading.ts'
import { damaged, locked, tooLarge } from './refusals.ts'

const stored = 0
const deflated = 8

/** Asked for beyond what the directory tells of the entry's own header, whose extra fields may be longer. */
const slack = 256

/** The packed bytes of an entry, behind its own header (APPNOTE 4.3.7). */
function* compressedBytes(zip: Uint8Array, entry: Entry, name: string): Reading<Uint8Array> {
  const { offset, compressedSize } = entry
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const cut = () => damaged(`“${name}”不完整`, `“${name}” is cut short`)
  if (offset + 30 > zip.length) throw cut()
  const header = 30 + entry.name.length + entry.extra.length + slack
  yield { from: offset, to: offset + header + compressedSize }
  if (view.getUint32(offset, true) !== 0x04034b50) throw cut()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressedSize > zip.length) throw cut()
  yield { from: start, to: start + compressedSize }
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
export const entryBytes = (zip: Uint8Array, entry: Entry, name: string, limit: number): Uint8Array =>
  readWhole(entryReading(zip, entry, name, limit))

/** The same, of a zip that need not be there as a whole: it looks at the entry. */
export function* entryReading(
  zip: Uint8Array,
  entry: Entry,
  name: string,
  limit: number,
): Reading<Uint8Array> {
  if (entry.flags & 1) throw locked()
  const packed = yield* compressedBytes(zip, entry, name)
  const bytes = inflate(entry.method, packed, name, limit)
  if (crc32(bytes) !== entry.crc)
    throw damaged(`“${name}”的校验和不符`, `the checksum of “${name}” does not match`)
  return bytes
}
