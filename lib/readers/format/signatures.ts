/** What the first bytes of a file say it is, whatever its name. */
export type Recognise = (bytes: Uint8Array) => boolean

const at =
  (offset: number, ...signature: readonly number[]): Recognise =>
  bytes =>
    signature.every((byte, index) => bytes[offset + index] === byte)

const ascii =
  (text: string, offset = 0): Recognise =>
  bytes =>
    at(offset, ...Buffer.from(text, 'latin1'))(bytes)

const anyOf =
  (...tests: readonly Recognise[]): Recognise =>
  bytes =>
    tests.some(test => test(bytes))

const allOf =
  (...tests: readonly Recognise[]): Recognise =>
  bytes =>
    tests.every(test => test(bytes))

/** PDF readers look for the mark in the first kilobyte (ISO 32000-1, Annex H.3.4.1); rubbish before it is common. */
const PDF_WINDOW = 1024
export const isPdf: Recognise = bytes =>
  Buffer.from(bytes.subarray(0, PDF_WINDOW)).toString('latin1').includes('%PDF-')

/** Local header, empty archive, and the mark of one volume of several. */
export const isZip = anyOf(ascii('PK\x03\x04'), ascii('PK\x05\x06'), ascii('PK\x07\x08'))

export const isRtf = ascii('{\\rtf')

const isCompound = at(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

/** A compound file with a stream of that name; its directory stands anywhere, in UTF-16. */
const compoundWith =
  (...streams: readonly string[]): Recognise =>
  bytes => {
    if (!isCompound(bytes)) return false
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return streams.some(stream => buffer.includes(Buffer.from(stream, 'utf16le')))
  }

/** Office packages with an opening password are wrapped into a compound file ([MS-OFFCRYPTO] 1.3.1). */
export const isEncryptedPackage = compoundWith('EncryptedPackage')
export const isDoc = compoundWith('WordDocument')
export const isXls = compoundWith('Workbook', 'Book\0')
export const isOtherCompound: Recognise = isCompound

export const isPng = at(0, 0x89, 0x50, 0x4e, 0x47)
export const isJpeg = at(0, 0xff, 0xd8, 0xff)
export const isPicture = anyOf(
  isPng,
  isJpeg,
  ascii('GIF87a'),
  ascii('GIF89a'),
  // BM, and the two reserved words of its header: text may begin with the letters too.
  allOf(ascii('BM'), at(6, 0, 0, 0, 0)),
  at(0, 0x49, 0x49, 0x2a, 0),
  at(0, 0x4d, 0x4d, 0, 0x2a),
  allOf(ascii('RIFF'), ascii('WEBP', 8)),
  allOf(ascii('ftyp', 4), anyOf(ascii('heic', 8), ascii('mif1', 8), ascii('avif', 8))),
)

export const isArchive = anyOf(
  at(0, 0x1f, 0x8b),
  at(0, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
  ascii('Rar!\x1a\x07'),
  ascii('ustar', 257),
  ascii('BZh'),
  at(0, 0xfd, 0x37, 0x7a, 0x58, 0x5a),
)

/** Control characters no text has; ESC and the like may slip in from a printer or terminal. */
const isControl = (unit: number): boolean =>
  (unit < 0x20 && (unit < 0x08 || unit > 0x0d) && unit !== 0x1b) || unit === 0x7f

const CONTROL_SHARE = 0.002
const STRAY_CONTROLS = 2
const SAMPLE = 1_000_000

/** Neither text nor anything known: too many control characters, in bytes or in decoded text. */
export const looksBinary = (content: Uint8Array | string): boolean => {
  const length = Math.min(content.length, SAMPLE)
  let controls = 0
  for (let index = 0; index < length; index += 1) {
    const unit = typeof content === 'string' ? content.charCodeAt(index) : content[index]!
    if (isControl(unit)) controls += 1
  }
  return controls > Math.max(STRAY_CONTROLS, length * CONTROL_SHARE)
}
