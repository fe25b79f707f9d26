import { deflateSync } from 'node:zlib'

/** A PDF of these objects, numbered from 1. `more` stands before its table of references. */
export const pdf = (objects: readonly string[], trailer = '/Root 1 0 R', more = ''): string => {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length + more.length
  return `${file}${more}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
}

export const catalog = '<</Type/Catalog/Pages 2 0 R>>'

/** A stream object as it is. */
export const stream = (dictionary: string, data: string): string =>
  `<<${dictionary}/Length ${data.length}>>stream\n${data}\nendstream`

/** A packed stream object: one character a byte. */
export const packed = (dictionary: string, data: string): string =>
  stream(`${dictionary}/Filter/FlateDecode`, deflateSync(Buffer.from(data, 'latin1')).toString('latin1'))

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'

/** One page. `contents`: what it refers to; its fonts are F (object 5); `resources` and `page` are added, objects follow from 6. */
export const onePage = (
  content: string,
  {
    contents = '4 0 R',
    resources = '',
    page = '',
    objects = [],
  }: {
    readonly contents?: string
    readonly resources?: string
    readonly page?: string
    readonly objects?: readonly string[]
  } = {},
): string =>
  pdf([
    catalog,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${contents}/Resources<</Font<</F 5 0 R>>${resources}>>${page}>>`,
    packed('', content),
    helvetica,
    ...objects,
  ])
