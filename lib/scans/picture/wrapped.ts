import { isJpeg, jpegFacts } from './jpeg.ts'
import { isPng, pngPicture } from './png.ts'
import { damagedPicture } from './refusals.ts'

/** The longer side of A4, in points. */
const longerSide = (297 / 25.4) * 72

/** What a sheet of paper may measure on its longer side, in points: A5 to A3. Phones tell 72 pixels to the inch of any photo. */
const leastSheet = 560
const mostSheet = 1300

/** From the unit square to the page for each orientation of Exif, in widths and heights of the page as it is shown. */
const turns: readonly (readonly number[])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
]

interface Image {
  readonly width: number
  readonly height: number
  readonly dpi: number | null
  readonly orientation: number
  /** Entries of its dictionary, size aside. */
  readonly entries: string
  readonly data: Uint8Array
}

const pdfOf = ({ width, height, dpi, orientation, entries, data }: Image): Uint8Array => {
  const told = dpi === null ? 0 : (Math.max(width, height) / dpi) * 72
  const longest = told >= leastSheet && told <= mostSheet ? told : longerSide
  const points = longest / Math.max(width, height)
  const sideways = orientation > 4
  const [across, down] = (sideways ? [height, width] : [width, height]).map(side => side * points) as [
    number,
    number,
  ]
  const [a, b, c, d, e, f] = turns[orientation - 1]!.map((part, at) =>
    (part * (at % 2 === 0 ? across : down)).toFixed(4),
  )
  const content = `${a} ${b} ${c} ${d} ${e} ${f} cm /P Do`
  const size = `/Width ${width} /Height ${height}`
  const objects: readonly Buffer[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across.toFixed(4)} ${down.toFixed(4)}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image ${size} ${entries} /Length ${data.length} >>\nstream\n`,
        'latin1',
      ),
      data,
      Buffer.from('\nendstream'),
    ]),
  ].map((object, at) =>
    Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]),
  )
  const head = Buffer.from('%PDF-1.5\n')
  let at = head.length
  const places = objects.map(object => {
    const place = at
    at += object.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([head, ...objects, Buffer.from(end)])
}

const spaces: Readonly<Record<number, string>> = {
  1: '/ColorSpace /DeviceGray',
  3: '/ColorSpace /DeviceRGB',
  // Programs write inks the wrong way round, as Photoshop did first, and all viewers take them so.
  4: '/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]',
}

const ofJpeg = (bytes: Uint8Array): Uint8Array => {
  const facts = jpegFacts(bytes)
  const space = facts && spaces[facts.channels]
  if (!space || !facts.whole) throw damagedPicture()
  return pdfOf({ ...facts, entries: `${space} /BitsPerComponent 8 /Filter /DCTDecode`, data: bytes })
}

const ofPng = (bytes: Uint8Array): Uint8Array => {
  let png: ReturnType<typeof pngPicture>
  try {
    png = pngPicture(bytes)
  } catch (error) {
    throw damagedPicture({ cause: error })
  }
  if (png === null) throw damagedPicture()
  const { width, height, dpi, bits, channels, palette, data, packed } = png
  const space = palette
    ? `/ColorSpace [/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`
    : spaces[channels]!
  const filter = packed
    ? ` /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${bits} /Columns ${width} >>`
    : ''
  return pdfOf({
    width,
    height,
    dpi,
    orientation: 1,
    entries: `${space} /BitsPerComponent ${bits}${filter}`,
    data,
  })
}

/** Whether a file is a picture by itself. */
export const isPicture = (bytes: Uint8Array): boolean => isJpeg(bytes) || isPng(bytes)

/**
 * A JPEG or PNG as the one page of a PDF, turned as a phone says it was held; any other file as it is. A sheet of paper
 * is taken for A4 where its size is not told. Throws Problem `file-damaged`.
 */
export const asPdf = (bytes: Uint8Array): Uint8Array =>
  isJpeg(bytes) ? ofJpeg(bytes) : isPng(bytes) ? ofPng(bytes) : bytes
