import { limits } from '../../readers/limits.ts'
import { inflateZlib } from '../../util/zlib.ts'

/** A PNG's pixels as a PDF may hold them (ISO 32000-1, 8.9.5): packed as they are, or laid out line by line. */
export interface PngPicture {
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly dpi: number | null
  readonly bits: number
  /** Samples of a pixel. */
  readonly channels: 1 | 3
  /** Red, green and blue of each value. */
  readonly palette: Uint8Array | null
  readonly data: Uint8Array
  /** Zlib data with PNG's own filters; else plain samples. */
  readonly packed: boolean
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const isPng = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).equals(signature)

const samplesOf = [1, 0, 3, 1, 2, 0, 4] as const
const [indexed, greyAlpha, colourAlpha] = [3, 4, 6] as const

interface Chunks {
  readonly header: Buffer
  readonly palette: Uint8Array | null
  readonly transparent: Buffer | null
  readonly dpi: number | null
  readonly data: Buffer
}

const chunksOf = (bytes: Uint8Array): Chunks | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Buffer[] = []
  let header: Buffer | null = null
  let palette: Uint8Array | null = null
  let transparent: Buffer | null = null
  let dpi: number | null = null
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const chunk = file.subarray(at + 8, Math.min(file.length, at + 8 + length))
    if (type === 'IHDR' && chunk.length >= 13) header = chunk
    else if (type === 'PLTE') palette = chunk
    else if (type === 'tRNS') transparent = chunk
    else if (type === 'pHYs' && chunk.length >= 9 && chunk[8] === 1) dpi = chunk.readUInt32BE(0) * 0.0254
    else if (type === 'IDAT') data.push(chunk)
    else if (type === 'IEND') break
    at += 12 + length
  }
  return header && { header, palette, transparent, dpi, data: Buffer.concat(data) }
}

/** The value that PNG's filters foretell (PNG, 9.4). */
const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Takes the filters off lines of `length` bytes, in place; false where one is unknown. */
const unfilter = (lines: Uint8Array, height: number, length: number, step: number): boolean => {
  for (let y = 0; y < height; y++) {
    const at = y * (length + 1) + 1
    const before = at - length - 1
    const filter = lines[at - 1]!
    if (filter > 4) return false
    for (let x = 0; x < length && filter > 0; x++) {
      const left = x >= step ? lines[at + x - step]! : 0
      const up = y > 0 ? lines[before + x]! : 0
      const corner = y > 0 && x >= step ? lines[before + x - step]! : 0
      const foretold =
        filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
      lines[at + x] = lines[at + x]! + foretold
    }
  }
  return true
}

/** Where the pixels of the seven passes stand (PNG, 8.2): first column and row, and steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const whole = [[0, 0, 1, 1]] as const

/** Colours on white paper, where some are transparent or the lines do not stand in their order; null where it is broken. */
const laidOut = ({ header, palette, transparent, data }: Chunks): Uint8Array | null => {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits, kind] = [header[8]!, header[9]!]
  const samples = samplesOf[kind]!
  const step = Math.max(1, (samples * bits) >> 3)
  const all = inflateZlib(data, width * height * samples * Math.max(1, bits / 8) * 2 + height * 16 + 64)
  if (all === null) return null
  const colours = new Uint8Array(width * height * 3).fill(255)
  let from = 0
  for (const [left, top, right, down] of header[12] === 1 ? passes : whole) {
    const [across, lines] = [Math.ceil((width - left) / right), Math.ceil((height - top) / down)]
    if (across < 1 || lines < 1) continue
    const length = Math.ceil((across * samples * bits) / 8)
    const part = all.subarray(from, from + (length + 1) * lines)
    if (part.length < (length + 1) * lines || !unfilter(part, lines, length, step)) return null
    from += part.length
    const sample = (line: number, at: number): number => {
      if (bits >= 8) return part[line + at * (bits >> 3)]!
      const value = (part[line + ((at * bits) >> 3)]! >> (8 - bits - ((at * bits) & 7))) & ((1 << bits) - 1)
      return kind === indexed ? value : (value * 255) / ((1 << bits) - 1)
    }
    for (let y = 0; y < lines; y++)
      for (let x = 0; x < across; x++) {
        const line = y * (length + 1) + 1
        const first = sample(line, x * samples)
        const alpha =
          kind === indexed
            ? (transparent?.[first] ?? 255)
            : kind === greyAlpha || kind === colourAlpha
              ? sample(line, x * samples + samples - 1)
              : 255
        const to = ((top + y * down) * width + left + x * right) * 3
        for (let channel = 0; channel < 3; channel++) {
          const value =
            kind === indexed
              ? (palette?.[first * 3 + channel] ?? 0)
              : samples >= 3
                ? sample(line, x * samples + channel)
                : first
          colours[to + channel] = 255 - ((255 - value) * alpha) / 255
        }
      }
  }
  return colours
}

/** Null where the file is no whole PNG, or larger than anything that is drawn. */
export const pngPicture = (bytes: Uint8Array): PngPicture | null => {
  const chunks = chunksOf(bytes)
  if (chunks === null) return null
  const { header, palette, transparent, dpi, data } = chunks
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits, kind] = [header[8]!, header[9]!]
  const isKnown = [1, 2, 4, 8, 16].includes(bits) && (samplesOf[kind] ?? 0) > 0
  if (!isKnown || width < 1 || height < 1 || width * height > limits.pdf.pictures.imagePixels) return null
  if (kind === indexed && (palette === null || bits > 8)) return null
  const isPlain = transparent === null && kind < greyAlpha && header[12] === 0
  if (isPlain)
    return {
      width,
      height,
      dpi,
      bits,
      channels: kind === 2 ? 3 : 1,
      palette: kind === indexed ? palette : null,
      data,
      packed: true,
    }
  const colours = laidOut(chunks)
  return colours && { width, height, dpi, bits: 8, channels: 3, palette: null, data: colours, packed: false }
}
