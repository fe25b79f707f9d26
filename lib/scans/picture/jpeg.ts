/** What a JPEG says of itself before its picture (ITU-T T.81, B.1; JFIF 1.02; Exif 2.3, 4.6.4). */
export interface JpegFacts {
  /** In pixels, as it is stored. */
  readonly width: number
  readonly height: number
  /** Channels: 1 grey, 3 colours, 4 inks. */
  readonly channels: number
  /** How it is to be turned, as Exif numbers it: 1 not at all. */
  readonly orientation: number
  /** Pixels to the inch as it is told; null where it is not. */
  readonly dpi: number | null
  /** Whether it goes on to its end: the rest of a picture that was cut looks like paper. */
  readonly whole: boolean
}

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** Markers that tell the size of a picture: all SOF but those of tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const exifMark = Buffer.from('Exif\0\0', 'latin1')

interface Exif {
  readonly orientation: number
  readonly dpi: number | null
}

const tags = { orientation: 0x0112, across: 0x011a, unit: 0x0128 } as const
const inCentimetres = 3

/** The few entries of the first directory that matter; it may be cut or wrong anywhere. */
const exifOf = (data: Buffer): Exif | null => {
  if (data.length < 14 || !data.subarray(0, 6).equals(exifMark)) return null
  const tiff = data.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number =>
    at < 0 || at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const long = (at: number): number =>
    at < 0 || at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const first = long(4)
  const entries = Math.min(short(first), 200)
  let [orientation, across, unit] = [1, 0, 2]
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    const tag = short(at)
    if (tag === tags.orientation) orientation = short(at + 8)
    else if (tag === tags.unit) unit = short(at + 8)
    else if (tag === tags.across) across = long(long(at + 8)) / Math.max(1, long(long(at + 8) + 4))
  }
  const dpi = unit === inCentimetres ? across * 2.54 : across
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, dpi: dpi > 1 ? dpi : null }
}

const jfifDpi = (data: Buffer): number | null => {
  if (data.length < 12 || data.toString('latin1', 0, 4) !== 'JFIF') return null
  const across = data.readUInt16BE(8)
  if (across <= 1) return null
  return data[7] === 1 ? across : data[7] === 2 ? across * 2.54 : null
}

const endMark = Buffer.of(0xff, 0xd9)

/** Null where it tells no size: it is cut, or no picture. */
export const jpegFacts = (bytes: Uint8Array): JpegFacts | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let exif: Exif | null = null
  let dpi: number | null = null
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1]!
    // Fill bytes, and marks without a length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = file.readUInt16BE(at + 2)
    if (length < 2 || marker === 0xda || marker === 0xd9) return null
    const data = file.subarray(at + 4, at + 2 + length)
    if (marker === 0xe0) dpi ??= jfifDpi(data)
    if (marker === 0xe1) exif ??= exifOf(data)
    if (isFrame(marker) && data.length >= 6) {
      const [height, width, channels] = [data.readUInt16BE(1), data.readUInt16BE(3), data[5]!]
      if (width === 0 || height === 0) return null
      // No end stands within the picture itself (B.1.1.5); there may be more behind it.
      const whole = file.lastIndexOf(endMark) > at
      const orientation = exif?.orientation ?? 1
      return { width, height, channels, orientation, dpi: dpi ?? exif?.dpi ?? null, whole }
    }
    at += 2 + length
  }
  return null
}
