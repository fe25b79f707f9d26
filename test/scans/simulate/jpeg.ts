import { headerOf, meanCodes, otherCodes, quantitiesOf, zigzag } from './jpeg-tables.ts'
import { bytesOf, type Plate } from './plate.ts'

/** Cosines of the transform with its scale: of frequency f at place x. */
const cosines = Float32Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7]
  const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5
  return scale * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16)
})

const lines = new Float32Array(64)

/** The frequencies of 8 by 8 samples, in place. */
const transform = (block: Float32Array): void => {
  for (let y = 0; y < 8; y++)
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x]! * cosines[frequency * 8 + x]!
      lines[y * 8 + frequency] = sum
    }
  for (let x = 0; x < 8; x++)
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let y = 0; y < 8; y++) sum += lines[y * 8 + x]! * cosines[frequency * 8 + y]!
      block[frequency * 8 + x] = sum
    }
}

/** Bits, most significant first; a byte of ones is followed by a byte of noughts (B.1.1.5). */
const bitWriter = () => {
  let bytes = new Uint8Array(1 << 16)
  let [count, held, bits] = [0, 0, 0]
  const byte = (value: number): void => {
    if (count + 2 > bytes.length) {
      const more = new Uint8Array(bytes.length * 2)
      more.set(bytes)
      bytes = more
    }
    bytes[count++] = value
    if (value === 255) bytes[count++] = 0
  }
  return {
    write: (value: number, length: number): void => {
      held = (held << length) | value
      bits += length
      while (bits >= 8) {
        bits -= 8
        byte((held >>> bits) & 255)
      }
      held &= (1 << bits) - 1
    },
    end: (): Uint8Array => {
      if (bits > 0) byte(((held << (8 - bits)) | ((1 << (8 - bits)) - 1)) & 255)
      return bytes.subarray(0, count)
    },
  }
}

type Bits = ReturnType<typeof bitWriter>

const sizeOf = (value: number): number => 32 - Math.clz32(Math.abs(value))

/** A value as the standard writes it behind its size: negative ones less one (F.1.2.1). */
const writeValue = (bits: Bits, value: number, size: number): void => {
  if (size > 0) bits.write(value < 0 ? value + (1 << size) - 1 : value, size)
}

interface Component {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
  readonly quantities: Uint8Array
}

/** A component with the blocks of it written; each remembers the mean of the one before. */
const blockWriter = ({ samples, width, height, quantities }: Component, bits: Bits) => {
  const block = new Float32Array(64)
  const values = new Int32Array(64)
  let before = 0
  return (column: number, row: number): void => {
    for (let y = 0; y < 8; y++) {
      const line = Math.min(height - 1, row * 8 + y) * width
      for (let x = 0; x < 8; x++)
        block[y * 8 + x] = samples[line + Math.min(width - 1, column * 8 + x)]! - 128
    }
    transform(block)
    for (let at = 0; at < 64; at++) values[at] = Math.round(block[zigzag[at]!]! / quantities[at]!)
    const change = values[0]! - before
    before = values[0]!
    const size = sizeOf(change)
    bits.write(...meanCodes[size]!)
    writeValue(bits, change, size)
    let last = 63
    while (last > 0 && values[last] === 0) last -= 1
    for (let at = 1, noughts = 0; at <= last; at++) {
      const value = values[at]!
      if (value === 0) {
        noughts += 1
        continue
      }
      for (; noughts > 15; noughts -= 16) bits.write(...otherCodes[0xf0]!)
      const length = sizeOf(value)
      bits.write(...otherCodes[(noughts << 4) | length]!)
      writeValue(bits, value, length)
      noughts = 0
    }
    if (last < 63) bits.write(...otherCodes[0]!)
  }
}

/** Light and colours (JFIF): Y, Cb and Cr of red, green and blue. */
const lightAndColours = (plate: Plate): Plate => {
  const [red, green, blue] = plate.planes as [Float32Array, Float32Array, Float32Array]
  const mixed = (r: number, g: number, b: number, zero: number): Float32Array =>
    red.map((value, at) => zero + r * value + g * green[at]! + b * blue[at]!)
  const planes = [
    mixed(0.299, 0.587, 0.114, 0),
    mixed(-0.168736, -0.331264, 0.5, 128),
    mixed(0.5, -0.418688, -0.081312, 128),
  ]
  return { ...plate, planes }
}

/** One sample for each two by two. */
const halved = (samples: Uint8Array, width: number, height: number): Uint8Array => {
  const [across, down] = [(width + 1) >> 1, (height + 1) >> 1]
  const made = new Uint8Array(across * down)
  for (let y = 0, at = 0; y < down; y++) {
    const one = 2 * y * width
    const other = Math.min(height - 1, 2 * y + 1) * width
    for (let x = 0; x < across; x++, at++) {
      const [left, right] = [2 * x, Math.min(width - 1, 2 * x + 1)]
      made[at] =
        (samples[one + left]! +
          samples[one + right]! +
          samples[other + left]! +
          samples[other + right]! +
          2) >>
        2
    }
  }
  return made
}

/**
 * A baseline JPEG (ITU-T T.81) of a plate: greys, or colours at half the resolution of their light, as scanners and cameras
 * write them. `quality` is 1 to 100 as the Independent JPEG Group counts.
 */
export const jpegOf = (plate: Plate, quality: number, dpi: number): Uint8Array => {
  const { width, height } = plate
  const quantities = quantitiesOf(quality)
  const bits = bitWriter()
  const components = plate.planes.length === 3 ? 3 : 1
  if (components === 1) {
    const write = blockWriter({ samples: bytesOf(plate)[0]!, width, height, quantities: quantities[0] }, bits)
    for (let row = 0; row < Math.ceil(height / 8); row++)
      for (let column = 0; column < Math.ceil(width / 8); column++) write(column, row)
  } else {
    const [light, ...colours] = bytesOf(lightAndColours(plate))
    const writeLight = blockWriter({ samples: light!, width, height, quantities: quantities[0] }, bits)
    const half = { width: (width + 1) >> 1, height: (height + 1) >> 1, quantities: quantities[1] }
    const writeColours = colours.map(samples =>
      blockWriter({ samples: halved(samples, width, height), ...half }, bits),
    )
    for (let row = 0; row < Math.ceil(height / 16); row++)
      for (let column = 0; column < Math.ceil(width / 16); column++) {
        for (const [x, y] of [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const)
          writeLight(2 * column + x, 2 * row + y)
        for (const write of writeColours) write(column, row)
      }
  }
  const header = headerOf({ width, height, dpi, components, quantities })
  return Buffer.concat([header, bits.end(), Uint8Array.of(0xff, 0xd9)])
}
