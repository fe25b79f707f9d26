import { type Box, heightOf, widthOf } from '../../readers/pdf/geometry.ts'
import type { LineCrop, LineReader, PagePicture, Quarter, StraightPage } from '../contract.ts'
import type { InkOfPage } from './read-straight.ts'

/**
 * Lines that are tried first, and in all where those cannot be read: one may be a speck, a hand's mark or the shadow of the paper.
 * They are neither short (signs that stand alone say little) nor long (they take time). In heights of a digit.
 */
const triedFirst = 3
const tried = 12
const shortest = 4
const longest = 12
/** A page on which lines are read as well as this stands upright. */
const legible = 0.6

/** Cells and lines that are looked at for them. */
const lookedAt = 30

/** Every so many of a list, not more than `most` in all. */
const spread = <T>(all: readonly T[], most: number): T[] => {
  const step = Math.max(1, all.length / most)
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, most)
}

const sampleOf = (page: StraightPage, { inkOf, lineAt }: InkOfPage): LineCrop[] => {
  const isWide = (box: Box): boolean => widthOf(box) > heightOf(box)
  const cells = spread(page.cells, lookedAt).flatMap(cell => inkOf(page, cell).lines)
  const outside = spread(page.lines.filter(isWide), lookedAt).map(line => lineAt(page, line))
  const isUsual = (line: LineCrop): boolean => {
    const length = lengthOf(line, page)
    return length >= shortest && length <= longest
  }
  const usual = [...cells, ...outside].filter(isUsual)
  return usual.length > 0 ? usual : [...cells, ...outside]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const lengthOf = ({ box, digitHeight }: LineCrop, { scale }: StraightPage): number =>
  (widthOf(box) * scale) / digitHeight

/**
 * How well lines of a page can be read, 0 to 1; null where there are none. Characters are as wide as they are high: where lines
 * lie on their side, what stands across them is read as fewer signs, and surely.
 */
const legibility = async (
  page: StraightPage,
  ink: InkOfPage,
  { read }: LineReader,
): Promise<number | null> => {
  const sample = sampleOf(page, ink)
  if (sample.length === 0) return null
  const sure = async (lines: readonly LineCrop[]): Promise<number[]> => {
    const reads = await read(lines)
    return lines.map((line, at) => {
      const { text, confidence } = reads[at]!
      const expected = widthOf(line.box) / heightOf(line.box)
      return confidence * Math.min(1, [...text.trim()].length / expected) ** 2
    })
  }
  const first = spread(sample, triedFirst)
  const few = await sure(first)
  if (mean(few) >= legible) return mean(few)
  const more = spread(
    sample.filter(line => !first.includes(line)),
    tried - first.length,
  )
  return mean([...few, ...(more.length > 0 ? await sure(more) : [])])
}

/** What turns a picture and makes it straight (lib/scans/geometry/). */
export interface Straightening {
  readonly turned: (picture: PagePicture, quarter: Quarter) => PagePicture
  readonly straighten: (picture: PagePicture) => StraightPage | null
}

export interface UprightPage {
  readonly straight: StraightPage
  /** How it had to be turned. */
  readonly quarter: Quarter
}

/**
 * A page made straight and turned so that its lines can be read; it is tried first as `usual`, as the page before it had to be
 * turned. Null where nothing is printed on it.
 */
export const uprightPage = async (
  picture: PagePicture,
  usual: Quarter,
  geometry: Straightening & InkOfPage,
  words: LineReader,
): Promise<UprightPage | null> => {
  let best: (UprightPage & { readonly read: number }) | null = null
  for (const quarter of new Set<Quarter>([usual, 0, 2, 1, 3])) {
    const straight = geometry.straighten(geometry.turned(picture, quarter))
    if (straight === null) return null
    const read = await legibility(straight, geometry, words)
    if (read === null || read >= legible) return { straight, quarter: read === null ? usual : quarter }
    if (best === null || read > best.read) best = { straight, quarter, read }
  }
  return best
}
