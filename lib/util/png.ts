import { deflate } from './deflate.ts'
import { crc32 } from './zlib.ts'

/** Line by line from the top left; of each pixel blue, green, red and how opaque it is, which does not matter. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The same where all is grey: one byte for each pixel, lines begin so many bytes apart. */
export interface Greys {
  readonly width: number
  readonly height: number
  readonly greys: Uint8Array
  readonly stride: number
}

/** Lines of samples, each after a byte that says that it is not filtered (PNG, 9), and what the samples mean. */
interface Samples {
  readonly depth: 4 | 8
  /** Red, green and blue of each value; null: greys from black to white. */
  readonly palette: readonly number[] | null
  readonly lines: Uint8Array
}

/** Pixels as numbers of 32 bits: blue is lowest. */
const wordsOf = ({ pixels }: Pixels): Uint32Array =>
  pixels.byteOffset % 4 === 0
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2)
    : new Uint32Array(pixels.slice().buffer)

/** Channels that differ by no more are taken for grey. */
const nearlyGrey = 12
const white = 0xffffffff

/** The nearest of 16 greys. */
const level16 = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 17))

const samplesOfGreys = ({ width, height, greys, stride }: Greys): Samples => {
  const length = 1 + ((width + 1) >> 1)
  const lines = new Uint8Array(length * height)
  for (let y = 0; y < height; y++) {
    const end = y * stride + width
    for (let at = y * stride, byte = y * length + 1; at < end; at += 2, byte++)
      lines[byte] = (level16[greys[at]!]! << 4) | (at + 1 < end ? level16[greys[at + 1]!]! : 15)
  }
  return { depth: 4, palette: null, lines }
}

/** 16 greys; null where there are colours. */
const greySamples = (words: Uint32Array, width: number, height: number): Samples | null => {
  const length = 1 + ((width + 1) >> 1)
  const lines = new Uint8Array(length * height).fill(255)
  for (let y = 0, at = 0; y < height; y++) {
    const line = y * length
    lines[line] = 0
    for (let x = 0; x < width; x++, at++) {
      const word = words[at]!
      if (word === white) continue
      const green = (word >> 8) & 255
      if (Math.abs((word & 255) - green) > nearlyGrey || Math.abs(((word >> 16) & 255) - green) > nearlyGrey)
        return null
      const grey = level16[green]!
      const byte = line + 1 + (x >> 1)
      lines[byte] = x % 2 === 0 ? (grey << 4) | 15 : (lines[byte]! & 0xf0) | grey
    }
  }
  return { depth: 4, palette: null, lines }
}

/** So many levels of each channel: no more than 256 colours come of the last. */
const levelsTried = [16, 6] as const

/** Lines of values of one byte each. */
const lined = (values: Uint8Array, width: number, height: number): Uint8Array => {
  const lines = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) lines.set(values.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return lines
}

const colourSamples = (words: Uint32Array, width: number, height: number): Samples => {
  const values = new Uint8Array(words.length)
  for (const levels of levelsTried) {
    const known = new Int16Array(levels ** 3).fill(-1)
    const palette: number[] = []
    const level = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value * (levels - 1)) / 255))
    let at = 0
    for (; at < words.length; at++) {
      const word = words[at]!
      const [red, green, blue] = [level[(word >> 16) & 255]!, level[(word >> 8) & 255]!, level[word & 255]!]
      const colour = (red * levels + green) * levels + blue
      if (known[colour] === -1) {
        if (palette.length === 256 * 3) break
        known[colour] = palette.length / 3
        for (const channel of [red, green, blue]) palette.push(Math.round((channel * 255) / (levels - 1)))
      }
      values[at] = known[colour]!
    }
    if (at === words.length) return { depth: 8, palette, lines: lined(values, width, height) }
  }
  throw new Error('more colours than there can be')
}

const samplesOfPixels = (picture: Pixels): Samples => {
  const { width, height } = picture
  const words = wordsOf(picture)
  return greySamples(words, width, height) ?? colourSamples(words, width, height)
}

/** Numbers below 2 ** 32 come of so many bytes before a remainder has to be taken. */
const adlerRun = 5552
const adlerBase = 65_521

/** The check sum of zlib data (RFC 1950, 8.2). */
const adler32 = (data: Uint8Array): number => {
  let [low, high] = [1, 0]
  for (let at = 0; at < data.length; ) {
    for (const end = Math.min(at + adlerRun, data.length); at < end; at++) {
      low += data[at]!
      high += low
    }
    low %= adlerBase
    high %= adlerBase
  }
  return high * 65_536 + low
}

/** Zlib data (RFC 1950) with a window of 32,768 bytes. */
const zlibOf = (data: Uint8Array): Uint8Array => {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(adler32(data))
  return Buffer.concat([Uint8Array.of(0x78, 0x01), deflate(data), sum])
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8)
  return bytes
}

const header = (width: number, height: number, { depth, palette }: Samples): Uint8Array => {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes[8] = depth
  bytes[9] = palette === null ? 0 : 3
  return bytes
}

/**
 * A small PNG of text on paper: 16 greys, or up to 256 colours. The same pixels give the same bytes everywhere, which zlib's
 * own deflate does not promise.
 */
export const pngOf = (picture: Pixels | Greys): Uint8Array => {
  const { width, height } = picture
  const samples = 'greys' in picture ? samplesOfGreys(picture) : samplesOfPixels(picture)
  return Buffer.concat([
    Uint8Array.from(signature),
    chunk('IHDR', header(width, height, samples)),
    ...(samples.palette === null ? [] : [chunk('PLTE', Uint8Array.from(samples.palette))]),
    chunk('IDAT', zlibOf(samples.lines)),
    chunk('IEND', new Uint8Array()),
  ])
}
