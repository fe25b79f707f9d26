import { limits } from '../limits.ts'
import { type Reading, readWhole } from './reading.ts'
import { damaged, tooComplex } from './refusals.ts'

/** One entry as the directory of a zip tells of it (APPNOTE 4.3.12). Declared sizes of what comes out are not kept. */
export interface Entry {
  /** As written, in whatever encoding. */
  readonly name: Uint8Array
  /** Its extra fields: an id and a length of two bytes each, then so many bytes (APPNOTE 4.5). */
  readonly extra: Uint8Array
  /** Bit 0: encrypted; bit 11: the name is UTF-8 (APPNOTE 4.4.4). */
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly offset: number
}

const directoryLost = () =>
  damaged('压缩包的目录缺失或不完整', 'the directory of the zip is missing or cut short')

/** Where the directory begins and how many entries it has (APPNOTE 4.3.16, and 4.3.14 for Zip64). */
function* findDirectory(view: DataView): Reading<{ offset: number; count: number }> {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  let end = view.byteLength - 22
  yield { from: earliest, to: view.byteLength }
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < earliest) throw directoryLost()
  const offset = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  const locator = end - 20
  if (offset !== 0xffffffff || locator < 0 || view.getUint32(locator, true) !== 0x07064b50)
    return { offset, count }
  const end64 = Number(view.getBigUint64(locator + 8, true))
  yield { from: end64, to: end64 + 56 }
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

/** The entries of a zip in the order of its directory; nothing is inflated. Throws Problem: `file-damaged`, `too-complex`. */
export const readDirectory = (bytes: Uint8Array): Entry[] => readWhole(directoryReading(bytes))

/** The same, of a zip that need not be there as a whole: it looks at the end and at the directory. */
export function* directoryReading(bytes: Uint8Array): Reading<Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  try {
    const { offset: start, count } = yield* findDirectory(view)
    if (count > limits.entries)
      throw tooComplex(
        `压缩包内有 ${count} 个条目，超过 ${limits.entries} 个的上限`,
        `the zip has ${count} entries, more than ${limits.entries}`,
      )
    yield { from: start, to: bytes.length }
    for (let index = 0, at = start; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw directoryLost()
      const nameEnd = at + 46 + view.getUint16(at + 28, true)
      const extraEnd = nameEnd + view.getUint16(at + 30, true)
      const [compressedSize, offset] = sizes(view, at)
      entries.push({
        name: bytes.subarray(at + 46, nameEnd),
        extra: bytes.subarray(nameEnd, extraEnd),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressedSize,
        offset,
      })
      at = extraEnd + view.getUint16(at + 32, true)
    }
  } catch (error) {
    if (error instanceof RangeError) throw directoryLost()
    throw error
  }
  return entries
}
