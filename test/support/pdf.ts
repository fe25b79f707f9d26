/** Small PDFs drawn by hand: every line and character stands where a test puts it, in points from the top left. */
export interface DrawnPage {
  readonly width?: number
  readonly height?: number
  readonly rotate?: number
  /** More entries of its resources, beside the fonts F1 and F2 and the picture I1. */
  readonly resources?: string
  /** Streams that its resources refer to, entries and data of each: the first is object 6. */
  readonly streams?: readonly (readonly [entries: string, data: string])[]
  /** More fonts. */
  readonly fonts?: string
  /** Annotations: entries of each, and what its appearance paints in its rectangle; null: it has none. */
  readonly notes?: readonly Note[]
  readonly content: readonly string[]
}

export interface Note {
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  /** Its subtype and whatever it has beside its rectangle. */
  readonly entries: string
  readonly appearance: string | null
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000)
const at = (x: number, y: number): string => `${number(x)} ${number(y)}`

/** UTF-16 as a PDF string, for the encoding UniGB-UCS2-H. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

export const pageHeight = 842

/** Text with its base line at `y`. */
export const text = (x: number, y: number, words: string, size = 10): string =>
  `BT /F1 ${size} Tf ${at(x, pageHeight - y)} Td <${hex(words)}> Tj ET`

/** Text in Helvetica, which every reader has. */
export const latin = (x: number, y: number, words: string, size = 10): string =>
  `BT /F2 ${size} Tf ${at(x, pageHeight - y)} Td (${words}) Tj ET`

/** Text along any matrix. */
export const turnedText = (matrix: readonly number[], words: string, size = 10): string =>
  `BT /F1 ${size} Tf ${matrix.map(number).join(' ')} Tm <${hex(words)}> Tj ET`

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `${at(x0, pageHeight - y0)} m ${at(x1, pageHeight - y1)} l S`

/** The same line as a filled rectangle half a point thick. */
export const bar = (x0: number, y0: number, x1: number, y1: number): string =>
  `${at(x0 - 0.25, pageHeight - y1 - 0.25)} ${at(x1 - x0 + 0.5, y1 - y0 + 0.5)} re f`

/** The same line as a row of short filled rectangles. */
export const dashes = (x0: number, y0: number, x1: number, y1: number): string => {
  const count = Math.ceil(Math.max(x1 - x0, y1 - y0) / 4)
  return Array.from({ length: count }, (_, at) => {
    const x = x1 > x0 ? x0 + at * 4 : x0
    const y = y1 > y0 ? y0 + at * 4 : y0
    return bar(x, y, x1 > x0 ? Math.min(x + 2, x1) : x, y1 > y0 ? Math.min(y + 2, y1) : y)
  }).join(' ')
}

/** A picture in a box; its pixels do not matter. */
export const picture = (left: number, top: number, right: number, bottom: number): string =>
  `q ${number(right - left)} 0 0 ${number(bottom - top)} ${at(left, pageHeight - bottom)} cm /I1 Do Q`

const font =
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] >>] >>'

const image =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

const stream = (entries: string, data: string): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`

/** The bytes of a PDF with these pages. `extra` goes into the trailer, `catalogue` into the catalogue. */
export const pdfOf = (pages: readonly DrawnPage[], extra = '', catalogue = ''): Uint8Array => {
  const objects: string[] = ['', '', image, font, helvetica]
  const add = (object: string): string => {
    objects.push(object)
    return `${objects.length} 0 R`
  }
  const fontList = '/F1 4 0 R /F2 5 0 R'
  const noteOf = ({ box: [left, top, right, bottom], entries, appearance }: Note): string => {
    const [width, height] = [number(right - left), number(bottom - top)]
    const form = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << /Font << ${fontList} >> >>`
    const shown = appearance === null ? '' : `/AP << /N ${add(stream(form, appearance))} >>`
    const rectangle = `${at(left, pageHeight - bottom)} ${at(right, pageHeight - top)}`
    return add(`<< /Type /Annot /Rect [${rectangle}] ${entries} ${shown} >>`)
  }
  const kids = pages.map(
    ({
      content,
      width = 595,
      height = pageHeight,
      rotate = 0,
      resources = '',
      fonts = '',
      streams = [],
      notes = [],
    }) => {
      for (const [entries, data] of streams) add(stream(entries, data))
      const contents = add(stream('', content.join('\n')))
      const annotations = notes.length === 0 ? '' : `/Annots [${notes.map(noteOf).join(' ')}]`
      const all = `<< /Font << ${fontList} ${fonts} >> /XObject << /I1 3 0 R >> ${resources} >>`
      return add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 ${pageHeight - height} ${width} ${pageHeight}] /Rotate ${rotate} /Contents ${contents} /Resources ${all} ${annotations} >>`,
      )
    },
  )
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${extra} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file, 'latin1'))
}

/** A grid of cells of equal size: rulings, and the text of each cell near its left side, half way down. */
export const grid = (
  left: number,
  top: number,
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  { draw = line, height = 20, size = 10 }: { draw?: typeof line; height?: number; size?: number } = {},
): string[] => {
  const xs = [left]
  for (const width of columns) xs.push(xs.at(-1)! + width)
  const bottom = top + rows.length * height
  return [
    ...xs.map(x => draw(x, top, x, bottom)),
    ...Array.from({ length: rows.length + 1 }, (_, row) =>
      draw(left, top + row * height, xs.at(-1)!, top + row * height),
    ),
    ...rows.flatMap((cells, row) =>
      cells.flatMap((words, column) =>
        words === ''
          ? []
          : [text(xs[column]! + 3, top + row * height + height / 2 + size * 0.35, words, size)],
      ),
    ),
  ]
}

/** A file of `pdfOf`, changed, with objects of its own behind those of its pages. */
export const withObjects = (
  bytes: Uint8Array,
  changes: readonly (readonly [string, string])[],
  more: string,
): Buffer => {
  const file = changes.reduce(
    (all, [from, to]) => all.replace(from, to),
    Buffer.from(bytes).toString('latin1'),
  )
  // Without its table of objects the file is looked through.
  return Buffer.from(file.replace(/\nxref\n/u, `\n${more}\nxxref\n`), 'latin1')
}
