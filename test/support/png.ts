import { crc32, inflateSync } from 'node:zlib'

/** A PNG without filters taken apart: its size, and red, green and blue of each pixel. */
export interface OpenedPng {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => readonly [number, number, number]
}

/** Opens the kinds of PNG that are written here; throws where a check sum or a length is wrong. */
export const openPng = (png: Uint8Array): OpenedPng => {
  const bytes = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw new Error('check sum')
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, end))
    at = end + 4
  }
  const header = chunks.get('IHDR')!
  const [width, height, depth, kind] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8]!,
    header[9]!,
  ]
  const data = inflateSync(chunks.get('IDAT')!)
  const line = 1 + Math.ceil((width * depth) / 8)
  if (data.length !== line * height || !chunks.has('IEND')) throw new Error('length')
  const palette = chunks.get('PLTE')
  const sample = (x: number, y: number): number => {
    const byte = data[y * line + 1 + (depth === 8 ? x : x >> 1)]!
    return depth === 8 ? byte : x % 2 === 0 ? byte >> 4 : byte & 15
  }
  return {
    width,
    height,
    at: (x, y) => {
      const value = sample(x, y)
      if (kind === 0) return [value * 17, value * 17, value * 17]
      return [palette![value * 3]!, palette![value * 3 + 1]!, palette![value * 3 + 2]!]
    },
  }
}
