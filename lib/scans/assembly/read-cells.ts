import type { Reading } from '../../model/scan.ts'
import { widthOf } from '../../readers/pdf/geometry.ts'
import type { GridCell } from '../../readers/pdf/rulings/grid.ts'
import type { CellInk, LineRead, LineReader, Readers, StraightPage } from '../contract.ts'
import { cropHash } from './crop.ts'
import type { Content, ReadCell } from './read-page.ts'

/** A cell of a grid and what is printed in it. */
export interface InkedCell {
  readonly cell: GridCell
  readonly ink: CellInk
}

/** Lines wider than this, in heights of a digit, and more lines than this are no figure. */
const widestFigure = 9
const mostLines = 2

/** Whether what is printed in a cell may be a figure, by its shape alone. */
const mayBeFigure = ({ lines }: CellInk, scale: number): boolean =>
  lines.length <= mostLines &&
  lines.every(({ box, digitHeight }) => widthOf(box) * scale <= widestFigure * digitHeight)

/** What a reader makes of a figure: a number with sign, unit or remark of a few signs. */
const figure = /^[+\-−－]?\d[\d.,，．]*\n?(?:万?元|[件项个条])?$/u
/** Ideographs that are no unit and no misread stroke. */
const words = /[^\P{Script=Han}一万元件项个条宗份]/u

/** So many ideographs on end, surely read, are a label, even if the first reader, which knows none, makes a figure of them. */
const severalWords = /\p{Script=Han}{2}/u
const sureWords = 0.5

const isLabel = (readings: readonly Reading[]): boolean =>
  readings.some(
    ({ text, confidence }) =>
      text !== null && confidence >= sureWords && severalWords.test(text) && words.test(text),
  )

const isFigure = (text: string | null): boolean => text !== null && figure.test(text)

type Texts = ReadonlyMap<InkedCell, readonly LineRead[]>

/** Reads the lines of many cells at once. */
const readAll = async (cells: readonly InkedCell[], { read }: LineReader): Promise<Texts> => {
  const reads = cells.length === 0 ? [] : await read(cells.flatMap(({ ink }) => ink.lines))
  let from = 0
  return new Map(
    cells.map(cell => {
      const own = reads.slice(from, from + cell.ink.lines.length)
      from += cell.ink.lines.length
      return [cell, own]
    }),
  )
}

/** So many digits are the number of a person or an account, which no output repeats. */
const personal = /(?:\d\D{0,2}){11}/u

/** What one reader makes of the lines of a cell. */
const readingOf = ({ name, family }: LineReader, reads: readonly LineRead[]): Reading => {
  const text = reads.map(read => read.text).join('\n')
  const confidence = reads.reduce((least, read) => Math.min(least, read.confidence), 1)
  if (personal.test(text)) return { reader: name, family, text: null, confidence, withheld: true }
  return { reader: name, family, text: text.trim() === '' ? null : text, confidence }
}

const hasInk = ({ ink }: InkedCell): boolean => ink.printed !== 'blank' && ink.lines.length > 0

/** What was read of each cell: by the readers of figures, and by that of words. */
interface AllRead {
  readonly readings: ReadonlyMap<InkedCell, Reading[]>
  readonly words: Texts
}

/**
 * Each cell is read by as few as tell what it is: what looks like a figure by the first reader of figures; where that makes one of
 * it, by the others; all else by the reader of words, and by the others after all where that finds no words.
 */
const readBy = async (cells: readonly InkedCell[], scale: number, readers: Readers): Promise<AllRead> => {
  const inked = cells.filter(hasInk)
  const candidates = inked.filter(({ ink }) => mayBeFigure(ink, scale))
  const [first, ...others] = readers.figures
  const firstReads = first ? await readAll(candidates, first) : new Map<InkedCell, LineRead[]>()
  const readings = new Map(
    candidates.map(cell => [cell, first ? [readingOf(first, firstReads.get(cell)!)] : []]),
  )
  const isFigureFirst = (cell: InkedCell): boolean => isFigure(readings.get(cell)?.[0]?.text ?? null)
  const wordReads = await readAll(
    inked.filter(cell => !isFigureFirst(cell)),
    readers.words,
  )
  const isWords = (cell: InkedCell): boolean =>
    wordReads.get(cell)?.some(({ text }) => words.test(text)) ?? false
  const figures = candidates.filter(cell => !isWords(cell))
  for (const reader of others) {
    const reads = await readAll(figures, reader)
    for (const cell of figures) readings.get(cell)!.push(readingOf(reader, reads.get(cell)!))
  }
  const label = figures.filter(cell => !wordReads.has(cell) && isLabel(readings.get(cell)!))
  return { readings, words: new Map([...wordReads, ...(await readAll(label, readers.words))]) }
}

/** What stands in a cell for what was read there, line by line. */
const contentOf = (
  cell: InkedCell,
  { readings, words: wordReads }: AllRead,
): [Content, readonly string[]] => {
  if (cell.ink.printed === 'blank') return ['blank', []]
  const own = readings.get(cell)
  const texts = wordReads.get(cell)?.map(({ text }) => text.trim()) ?? []
  if (texts.some(text => words.test(text)) || (own === undefined && texts.length > 0)) return ['words', texts]
  // Nobody believes it before it is proven.
  const read = own?.find(({ text }) => isFigure(text))?.text
  return read ? ['figure', [read.replaceAll('\n', '')]] : ['unread', []]
}

/** Reads the cells of a page. */
export const readCells = async (
  page: StraightPage,
  cells: readonly InkedCell[],
  readers: Readers,
): Promise<ReadCell[]> => {
  const read = await readBy(cells, page.scale, readers)
  return Promise.all(
    cells.map(async (inked): Promise<ReadCell> => {
      const { cell, ink } = inked
      const [content, texts] = contentOf(inked, read)
      const lines = ink.lines.flatMap(({ box }, at) => {
        const text = texts[at] ?? ''
        return text === '' ? [] : [{ box, place: page.onOriginal(box), text }]
      })
      return {
        ...cell,
        place: page.onOriginal(cell.box),
        content,
        printed: ink.printed,
        lines,
        readings: read.readings.get(inked) ?? [],
        crop: await cropHash(page, cell.box),
      }
    }),
  )
}
