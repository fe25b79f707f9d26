import { zlibSync } from 'fflate'
import { crc32 } from './zlib.ts'

/** Line by line from the top left; of each pixel blue, green, red and how opaque it is, which does not matter. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Samples of up to 8 bits, and what they mean: greys, or places in a palette of red, green and blue. */
interface Samples {
  readonly depth: 4 | 8
  readonly palette: readonly number[] | null
  readonly at: Uint8Array
}

/** Channels that differ by less are taken for grey. */
const nearlyGrey = 12

const isGrey = (pixels: Uint8Array): boolean => {
  for (let at = 0; at < pixels.length; at += 4) {
    const green = pixels[at + 1]!
    if (Math.abs(pixels[at]! - green) > nearlyGrey || Math.abs(pixels[at + 2]! - green) > nearlyGrey)
      return false
  }
  return true
}

const greys = (pixels: Uint8Array): Samples => {
  const at = new Uint8Array(pixels.length / 4)
  for (let pixel = 0; pixel < at.length; pixel++) at[pixel] = Math.round(pixels[pixel * 4 + 1]! / 17)
  return { depth: 4, palette: null, at }
}

/** So many levels of each channel: no more than 256 colours come of the last. */
const levelsTried = [16, 6] as const

const colours = (pixels: Uint8Array): Samples => {
  const at = new Uint8Array(pixels.length / 4)
  for (const levels of levelsTried) {
    const known = new Int16Array(levels ** 3).fill(-1)
    const palette: number[] = []
    const level = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value * (levels - 1)) / 255))
    let pixel = 0
    for (; pixel < at.length; pixel++) {
      const blue = level[pixels[pixel * 4]!]!
      const green = level[pixels[pixel * 4 + 1]!]!
      const red = level[pixels[pixel * 4 + 2]!]!
      const colour = (red * levels + green) * levels + blue
      if (known[colour] === -1) {
        if (palette.length === 256 * 3) break
        known[colour] = palette.length / 3
        for (const channel of [red, green, blue]) palette.push(Math.round((channel * 255) / (levels - 1)))
      }
      at[pixel] = known[colour]!
    }
    if (pixel === at.length) return { depth: palette.length <= 16 * 3 ? 4 : 8, palette, at }
  }
  throw new Error('more colours than there can be')
}

/** Lines of samples, each after a byte that says that it is not filtered (PNG, 9). */
const lines = ({ depth, at }: Samples, width: number, height: number): Uint8Array => {
  const length = 1 + (depth === 4 ? (width + 1) >> 1 : width)
  const data = new Uint8Array(length * height)
  for (let y = 0; y < height; y++) {
    const from = y * width
    const to = y * length + 1
    if (depth === 8) data.set(at.subarray(from, from + width), to)
    else
      for (let x = 0; x < width; x += 2)
        data[to + (x >> 1)] = (at[from + x]! << 4) | (x + 1 < width ? at[from + x + 1]! : 0)
  }
  return data
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
 * A small PNG of text on paper: 16 greys, or up to 256 colours. The same pixels give the same bytes everywhere: fflate
 * deflates in JavaScript, zlib does not promise as much.
 */
export const pngOf = ({ width, height, pixels }: Pixels): Uint8Array => {
  const samples = isGrey(pixels) ? greys(pixels) : colours(pixels)
  return Buffer.concat([
    Uint8Array.from(signature),
    chunk('IHDR', header(width, height, samples)),
    ...(samples.palette === null ? [] : [chunk('PLTE', Uint8Array.from(samples.palette))]),
    chunk('IDAT', zlibSync(lines(samples, width, height))),
    chunk('IEND', new Uint8Array()),
  ])
}
