import { compoundFile } from './compound.ts'

/** Writes small Word 97 files, as Word itself keeps them: to try what LibreOffice does not write. */

export interface DocParagraph {
  /** Text with the mark that ends it: `\r`, or `\x07` for cells and rows. */
  readonly text: string
  readonly properties?: readonly number[]
}

export interface DocOptions {
  /** Where the text is cut into pieces, and the order in which these are stored: a fast save. */
  readonly cuts?: readonly number[]
  readonly order?: readonly number[]
  /** Pieces kept with one byte for each character. */
  readonly compressed?: readonly number[]
  /** Modifiers of a piece, by its number. */
  readonly modifiers?: Readonly<Record<number, readonly number[]>>
  /** The data stream. */
  readonly data?: Uint8Array
  /** Runs of characters with properties: from, to, modifiers. */
  readonly runs?: readonly (readonly [from: number, to: number, properties: readonly number[]])[]
}

const PAGE = 512
const textAt = 0x800

export const le16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
export const le32 = (value: number): number[] => [...le16(value & 0xffff), ...le16(value >>> 16)]

/** Paragraph marks. */
export const inCell = [0x16, 0x24, 1]
export const rowEnd = (...table: number[]): number[] => [...inCell, 0x17, 0x24, 1, ...table]
/** sprmTDefTable: edges, and the flags of each cell. */
export const defTable = (edges: readonly number[], flags: readonly number[] = []): number[] => {
  const cells = edges
    .slice(1)
    .flatMap((_, index) => [...le16(flags[index] ?? 0), ...Array<number>(18).fill(0)])
  const rest = [edges.length - 1, ...edges.flatMap(le16), ...cells]
  return [0x08, 0xd6, ...le16(rest.length + 1), ...rest]
}

interface Stored {
  readonly at: number
  readonly end: number
  readonly item: number
}

/** Pages of formatting: positions, then items; few to a page, so that each has room. */
const pagesOf = (
  stored: readonly Stored[],
  itemBytes: number,
  contentOf: (item: number) => readonly number[],
): { pages: Buffer[]; starts: number[] } => {
  const perPage = 6
  const pages: Buffer[] = []
  const starts: number[] = []
  for (let from = 0; from < stored.length; from += perPage) {
    const items = stored.slice(from, from + perPage)
    const page = Buffer.alloc(PAGE)
    page[PAGE - 1] = items.length
    starts.push(items[0]!.at)
    let end = PAGE - 2
    items.forEach(({ at, end: last, item }, index) => {
      page.writeUInt32LE(at, index * 4)
      page.writeUInt32LE(last, (index + 1) * 4)
      const content = contentOf(item)
      if (content.length === 0) return
      end = (end - content.length) & ~1
      Buffer.from(content).copy(page, end)
      page[(items.length + 1) * 4 + index * itemBytes] = end / 2
    })
    pages.push(page)
  }
  return { pages, starts }
}

const papx = (properties: readonly number[]): number[] => {
  const body = [0, 0, ...properties]
  return body.length % 2 === 1 ? [(body.length + 1) / 2, ...body] : [0, body.length / 2, ...body]
}

export const docOf = (paragraphs: readonly DocParagraph[], options: DocOptions = {}): Buffer => {
  const text = paragraphs.map(paragraph => paragraph.text).join('')
  const bounds = [0, ...(options.cuts ?? []), text.length]
  const pieces = bounds.slice(1).map((end, index) => ({ start: bounds[index]!, end }))
  const places: { at: number; unit: number }[] = []
  const chunks: Buffer[] = []
  let at = textAt
  for (const index of options.order ?? pieces.keys()) {
    const compressed = options.compressed?.includes(index) ?? false
    const { start, end } = pieces[index]!
    chunks.push(Buffer.from(text.slice(start, end), compressed ? 'latin1' : 'utf16le'))
    places[index] = { at, unit: compressed ? 1 : 2 }
    at += chunks.at(-1)!.length
  }
  /** Stretches of the stream that belong to one range of the text. */
  const stretches = (ranges: readonly (readonly [number, number])[]): Stored[] =>
    ranges
      .flatMap(([from, to], item) =>
        pieces.flatMap(({ start, end }, index) => {
          const [first, last] = [Math.max(from, start), Math.min(to, end)]
          if (first >= last) return []
          const { at: base, unit } = places[index]!
          return [{ at: base + (first - start) * unit, end: base + (last - start) * unit, item }]
        }),
      )
      .sort((a, b) => a.at - b.at)
  let position = 0
  const paragraphRanges = paragraphs.map(paragraph => {
    const from = position
    position += paragraph.text.length
    return [from, position] as const
  })
  const runs = options.runs ?? []
  const runRanges = runs.flatMap(([from, to], index) => [
    [runs[index - 1]?.[1] ?? 0, from] as const,
    [from, to] as const,
  ])
  const allRuns = [...runRanges, [runs.at(-1)?.[1] ?? 0, text.length] as const]
  const paragraphPages = pagesOf(stretches(paragraphRanges), 13, item =>
    papx(paragraphs[item]!.properties ?? []),
  )
  const runPages = pagesOf(stretches(allRuns), 1, item => {
    const properties = item % 2 === 1 ? runs[(item - 1) / 2]![2] : []
    return properties.length === 0 ? [] : [properties.length, ...properties]
  })

  const main = [Buffer.alloc(textAt), ...chunks]
  const pad = (): void => {
    const length = main.reduce((sum, chunk) => sum + chunk.length, 0)
    main.push(Buffer.alloc((PAGE - (length % PAGE)) % PAGE))
  }
  pad()
  const firstPage = main.reduce((sum, chunk) => sum + chunk.length, 0) / PAGE
  main.push(...paragraphPages.pages, ...runPages.pages)

  const plc = ({ starts }: { starts: readonly number[] }, page: number): number[] => [
    ...starts.flatMap(le32),
    ...le32(0x7fffffff),
    ...starts.flatMap((_, index) => le32(page + index)),
  ]
  const lists = pieces.map((_, index) => options.modifiers?.[index])
  const used = lists.filter(list => list !== undefined)
  const items = pieces.flatMap((_, index) => {
    const { at: start, unit } = places[index]!
    const prm = lists[index] ? used.indexOf(lists[index]!) * 2 + 1 : 0
    return [0, 0, ...le32(unit === 1 ? (start * 2) | 0x40000000 : start), ...le16(prm)]
  })
  const pieceTable = [...bounds.flatMap(le32), ...items]
  const clx = [
    ...used.flatMap(list => [1, ...le16(list.length), ...list]),
    2,
    ...le32(pieceTable.length),
    ...pieceTable,
  ]
  const tables = [plc(paragraphPages, firstPage), plc(runPages, firstPage + paragraphPages.pages.length), clx]
  const header = main[0]!
  header.writeUInt16LE(0xa5ec, 0)
  header.writeUInt16LE(0xc1, 2)
  header.writeUInt16LE(0x0200, 10)
  header.writeUInt32LE(text.length, 0x4c)
  let offset = 0
  ;[13, 12, 33].forEach((index, table) => {
    header.writeUInt32LE(offset, 0x9a + index * 8)
    header.writeUInt32LE(tables[table]!.length, 0x9a + index * 8 + 4)
    offset += tables[table]!.length
  })
  return compoundFile({
    WordDocument: Buffer.concat(main),
    '1Table': Buffer.from(tables.flat()),
    ...(options.data ? { Data: options.data } : {}),
  })
}
