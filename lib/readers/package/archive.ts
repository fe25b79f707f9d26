import { crc32, inflateRaw } from '../../util/zlib.ts'
import { limits } from '../limits.ts'
import { damaged, locked, tooComplex, tooLarge } from './refusals.ts'

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly offset: number
}

/** An opened zip: its directory only, nothing inflated. */
export interface Archive {
  readonly bytes: Uint8Array
  /** By part name as OPC compares them: without case, with forward slashes. `null`: the name occurs twice. */
  readonly entries: ReadonlyMap<string, Entry | null>
}

const stored = 0
const deflated = 8
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
const directoryLost = () =>
  damaged('压缩包的目录缺失或不完整', 'the directory of the zip is missing or cut short')

/** Where the directory begins and how many entries it has (APPNOTE 4.3.16, and 4.3.14 for Zip64). */
const findDirectory = (view: DataView): { offset: number; count: number } => {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  let end = view.byteLength - 22
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < earliest) throw directoryLost()
  const offset = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  const locator = end - 20
  if (offset !== 0xffffffff || locator < 0 || view.getUint32(locator, true) !== 0x07064b50)
    return { offset, count }
  const end64 = Number(view.getBigUint64(locator + 8, true))
  return {
    offset: Number(view.getBigUint64(end64 + 48, true)),
    count: Number(view.getBigUint64(end64 + 32, true)),
  }
}

/** Compressed size and offset, from the Zip64 extra field (APPNOTE 4.5.3) where the short fields overflow. */
const sizes = (view: DataView, at: number): [compressedSize: number, offset: number] => {
  let compressedSize = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  let field = at + 46 + view.getUint16(at + 28, true)
  const end = field + view.getUint16(at + 30, true)
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
  let value = field + 4
  const wide = (): number => {
    value += 8
    return Number(view.getBigUint64(value - 8, true))
  }
  if (value > end) return [compressedSize, offset]
  if (view.getUint32(at + 24, true) === 0xffffffff) wide()
  if (compressedSize === 0xffffffff) compressedSize = wide()
  if (offset === 0xffffffff) offset = wide()
  return [compressedSize, offset]
}

/** Reads the directory of a zip. Throws Problem: `file-damaged`, `too-complex`. */
export const openArchive = (bytes: Uint8Array): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry | null>()
  try {
    const { offset: start, count } = findDirectory(view)
    if (count > limits.entries)
      throw tooComplex(
        `压缩包内有 ${count} 个条目，超过 ${limits.entries} 个的上限`,
        `the zip has ${count} entries, more than ${limits.entries}`,
      )
    for (let index = 0, at = start; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw directoryLost()
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const [compressedSize, offset] = sizes(view, at)
      const entry = {
        name,
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressedSize,
        offset,
      }
      entries.set(partKey(name), entries.has(partKey(name)) ? null : entry)
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch (error) {
    if (error instanceof RangeError) throw directoryLost()
    throw error
  }
  return { bytes, entries }
}

const compressedBytes = ({ bytes }: Archive, entry: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, compressedSize, name } = entry
  const cut = () => damaged(`“${name}”不完整`, `“${name}” is cut short`)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw cut()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressedSize > bytes.length) throw cut()
  return bytes.subarray(start, start + compressedSize)
}

const inflate = ({ name, method }: Entry, input: Uint8Array, limit: number): Uint8Array => {
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
 * One part as bytes, or null when the archive has none of that name. What comes out is counted as it does: declared
 * sizes are not looked at. Throws Problem: `file-damaged`, `too-large`, `password-protected`.
 */
export const partBytes = (archive: Archive, part: string, limit: number): Uint8Array | null => {
  const entry = archive.entries.get(partKey(part))
  if (entry === undefined) return null
  if (entry === null) throw damaged(`“${part}”出现了两次`, `“${part}” is there twice`)
  if (entry.encrypted) throw locked()
  const bytes = inflate(entry, compressedBytes(archive, entry), limit)
  if (crc32(bytes) !== entry.crc)
    throw damaged(`“${part}”的校验和不符`, `the checksum of “${part}” does not match`)
  return bytes
}
