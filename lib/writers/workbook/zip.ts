import { deflate } from '../../util/deflate.ts'
import { crc32 } from '../../util/zlib.ts'

/** Version 2.0, no flags, deflated, the first of January 1980 at midnight: DOS time knows no zone. */
const shared = [20, 0, 8, 0, 33] as const

const utf8 = new TextEncoder()

/** A zip archive of text parts in the order given (PKWARE APPNOTE 4.3); names are ASCII. */
export const zipOf = (parts: Iterable<readonly [name: string, content: string]>): Uint8Array => {
  const entries = Array.from(parts, ([name, content]) => {
    const data = utf8.encode(content)
    return { name: utf8.encode(name), size: data.length, crc: crc32(data), packed: deflate(data) }
  })
  const total = entries.reduce((sum, { name, packed }) => sum + 76 + 2 * name.length + packed.length, 22)
  const archive = new Uint8Array(total)
  const view = new DataView(archive.buffer)
  let at = 0
  const put16 = (...values: readonly number[]) => {
    for (const value of values) {
      view.setUint16(at, value, true)
      at += 2
    }
  }
  const put32 = (...values: readonly number[]) => {
    for (const value of values) {
      view.setUint32(at, value, true)
      at += 4
    }
  }
  const put = (bytes: Uint8Array) => {
    archive.set(bytes, at)
    at += bytes.length
  }
  const offsets = entries.map(({ name, size, crc, packed }) => {
    const offset = at
    put32(0x04034b50)
    put16(...shared)
    put32(crc, packed.length, size)
    put16(name.length, 0)
    put(name)
    put(packed)
    return offset
  })
  const directory = at
  entries.forEach(({ name, size, crc, packed }, index) => {
    put32(0x02014b50)
    put16(20, ...shared)
    put32(crc, packed.length, size)
    put16(name.length, 0, 0, 0, 0)
    put32(0, offsets[index]!)
    put(name)
  })
  const length = at - directory
  put32(0x06054b50)
  put16(0, 0, entries.length, entries.length)
  put32(length, directory)
  put16(0)
  return archive
}
