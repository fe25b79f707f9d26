import { median } from '../geometry.ts'
import { farthest } from '../spelling/wrap.ts'
import type { PageFlow, TextLine } from './items.ts'

/** How the running text of a page is set. */
export interface PageMeasure {
  readonly left: number
  readonly right: number
  /** Size of the running text. */
  readonly size: number
  /** How far apart lines of one paragraph may be, in ems. */
  readonly pitch: number
}

const linesOn = (page: PageFlow): TextLine[] => page.items.filter(item => item.kind === 'line')

/** The outermost place that two lines share; else the outermost of all. */
const edge = (places: readonly number[], near: number, outward: 1 | -1): number => {
  const sorted = places.toSorted((a, b) => (b - a) * outward)
  const shared = sorted.find(
    (place, at) => at + 1 < sorted.length && Math.abs(sorted[at + 1]! - place) <= near,
  )
  return shared ?? sorted[0] ?? 0
}

/** Pages with fewer lines, or with lines this much shorter than usual, do not show how wide their text may run. */
const enoughLines = 8
const muchShorter = 0.7
/** First lines are indented by less than this, in ems. */
const widestIndent = 3
/** Lines of one paragraph may be this much farther apart than lines of the page usually are. */
const moreThanUsual = 1.35

/** The measure of each page by its number. */
export const measures = (pages: readonly PageFlow[]): Map<number, PageMeasure> => {
  const size = median(pages.flatMap(page => linesOn(page).map(({ line }) => line.size)))
  const own = pages.map(page => {
    const lines = linesOn(page).map(({ line }) => line)
    const pitches = lines
      .slice(1)
      .map((line, at) => (line.base - lines[at]!.base) / Math.max(line.size, 1))
      .filter(pitch => pitch > 0.5 && pitch < 5)
    return {
      page: page.page,
      lines: lines.length,
      left: edge(
        lines.map(line => line.from),
        3,
        -1,
      ),
      right: edge(
        lines.map(line => line.to),
        size,
        1,
      ),
      pitch: Math.max(farthest, median(pitches) * moreThanUsual),
    }
  })
  const full = own.filter(page => page.lines >= enoughLines)
  const width = median((full.length > 0 ? full : own).map(page => page.right - page.left))
  const usualLeft = median(full.map(page => page.left))
  return new Map(
    own.map(({ page, lines, left: least, right, pitch }) => {
      if (lines >= enoughLines && right - least >= muchShorter * width)
        return [page, { left: least, right, size, pitch }]
      // The few lines of such a page may all be first lines.
      const indented = full.length > 0 && least > usualLeft && least - usualLeft < widestIndent * size
      const left = indented ? usualLeft : least
      return [page, { left, right: Math.max(right, left + width), size, pitch }]
    }),
  )
}
