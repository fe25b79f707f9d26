import { boxOf, type Item, type PageFlow, type TextLine } from './items.ts'

/** Headers and footers stand within this part of a page at its top and bottom, page numbers nearer to the edge. */
export const margin = 0.25
const numberMargin = 0.16

const pageNumber =
  /^[-—–―~·.\s]*(?:第\s*)?(?:\d{1,4}|[ⅰ-ⅻⅠ-Ⅻ]+|[ivx]{1,5}|[IVX]{1,5})\s*页?\s*(?:[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–―~·.\s]*$/u

/** The same line on several pages is no text of the report; positions differ by less than this. */
export const samePlace = 4

/** Texts of one place that differ in their digits only are one: 第 3 页. */
export const keyOf = (text: string): string => text.replace(/\s+/gu, '').replace(/\d+/gu, '#')

interface MarginLine {
  readonly item: TextLine
  readonly page: number
  readonly top: number
  readonly key: string
  /** Near enough to the edge to be the page's number. */
  readonly edge: boolean
}

const marginLines = ({ page, items, height }: PageFlow): MarginLine[] => {
  const isTop = (item: Item): boolean => boxOf(item).bottom < height * margin
  const isBottom = (item: Item): boolean => boxOf(item).top > height * (1 - margin)
  const firstInside = items.findIndex(item => !isTop(item))
  const lastInside = items.findLastIndex(item => !isBottom(item))
  return items.flatMap((item, at): MarginLine[] => {
    if (item.kind !== 'line') return []
    const { top, bottom } = boxOf(item)
    const outermost =
      (isTop(item) && (firstInside < 0 || at < firstInside)) || (isBottom(item) && at > lastInside)
    const edge = bottom < height * numberMargin || top > height * (1 - numberMargin)
    return outermost ? [{ item, page, top, key: keyOf(item.line.text), edge }] : []
  })
}

/** The lines that stand at the same place of another page too. All have one key. */
const repeatedIn = (lines: readonly MarginLine[]): MarginLine[] => {
  const sorted = lines.toSorted((a, b) => a.top - b.top)
  /** The pages of the lines near the one looked at, and how many of each. */
  const near = new Map<number, number>()
  let [first, end] = [0, 0]
  return sorted.filter(line => {
    for (; end < sorted.length && sorted[end]!.top - line.top <= samePlace; end++)
      near.set(sorted[end]!.page, (near.get(sorted[end]!.page) ?? 0) + 1)
    for (; line.top - sorted[first]!.top > samePlace; first++) {
      const left = near.get(sorted[first]!.page)! - 1
      if (left === 0) near.delete(sorted[first]!.page)
      else near.set(sorted[first]!.page, left)
    }
    return near.size > 1
  })
}

/** Pages without their headers, footers and page numbers: lines at the edge that number the page or stand on others too. */
export const withoutFurniture = (pages: readonly PageFlow[]): PageFlow[] => {
  const lines = pages.flatMap(marginLines)
  const repeated = new Set([...Map.groupBy(lines, line => line.key).values()].flatMap(repeatedIn))
  const furniture = new Set<Item>(
    lines
      .filter(line => (line.edge && pageNumber.test(line.item.line.text)) || repeated.has(line))
      .map(line => line.item),
  )
  return pages.map(page => ({ ...page, items: page.items.filter(item => !furniture.has(item)) }))
}
