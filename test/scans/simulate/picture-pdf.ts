import { deflateSync } from 'node:zlib'

/** A picture as a PDF holds it: JPEG, or black and white alone (1 is white), each line in whole bytes. */
export interface HeldPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  readonly as: 'jpegGrey' | 'jpegColours' | 'bits'
}

/** A page, its size in points, and its pictures from the top down: one, or strips of one width. */
export interface HeldPage {
  readonly width: number
  readonly height: number
  readonly pictures: readonly HeldPicture[]
}

const entriesOf = ({ width, height, as }: HeldPicture): string => {
  const colours = as === 'jpegColours' ? 'DeviceRGB' : 'DeviceGray'
  const filter =
    as === 'bits' ? '/BitsPerComponent 1 /Filter /FlateDecode' : '/BitsPerComponent 8 /Filter /DCTDecode'
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours} ${filter}`
}

/** Points with as many decimals as anybody writes. */
const points = (value: number): string => String(Number(value.toFixed(3)))

/** A PDF of nothing but pictures, as scanners write them. */
export const picturePdf = (pages: readonly HeldPage[]): Uint8Array => {
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n', 'latin1')]
  const offsets: number[] = []
  let length = pieces[0]!.length
  const write = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  const object = (number: number, entries: string, data?: Uint8Array): void => {
    offsets[number] = length
    const open = data ? `<< ${entries} /Length ${data.length} >>\nstream\n` : `<< ${entries} >>`
    write(Buffer.from(`${number} 0 obj\n${open}`))
    if (data) write(data)
    write(Buffer.from(data ? '\nendstream\nendobj\n' : '\nendobj\n'))
  }
  let next = 3
  const kids = pages.map(page => {
    const ids = page.pictures.map(picture => {
      const data = picture.as === 'bits' ? deflateSync(picture.data, { level: 6 }) : picture.data
      object(next, entriesOf(picture), data)
      return next++
    })
    const lines = page.pictures.reduce((sum, { height }) => sum + height, 0)
    let below = page.height
    const drawn = page.pictures.map(({ height }, at) => {
      const high = (height / lines) * page.height
      below -= high
      return `q ${points(page.width)} 0 0 ${points(high)} 0 ${points(below)} cm /P${at} Do Q`
    })
    object(next, '', Buffer.from(drawn.join('\n')))
    const contents = next++
    const named = ids.map((id, at) => `/P${at} ${id} 0 R`).join(' ')
    const box = `/MediaBox [0 0 ${points(page.width)} ${points(page.height)}]`
    object(
      next,
      `/Type /Page /Parent 2 0 R ${box} /Contents ${contents} 0 R /Resources << /XObject << ${named} >> >>`,
    )
    return next++
  })
  object(1, '/Type /Catalog /Pages 2 0 R')
  object(2, `/Type /Pages /Count ${kids.length} /Kids [${kids.map(id => `${id} 0 R`).join(' ')}]`)
  const table = Array.from(
    { length: next - 1 },
    (_, at) => `${String(offsets[at + 1]).padStart(10, '0')} 00000 n \n`,
  )
  const start = length
  write(Buffer.from(`xref\n0 ${next}\n0000000000 65535 f \n${table.join('')}`))
  write(Buffer.from(`trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(pieces)
}
