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
  return items.flatMap((item, at): MarginLine[] => {
    if (item.kind !== 'line') return []
    const { top, bottom } = boxOf(item)
    const outermost =
      (isTop(item) && items.slice(0, at).every(isTop)) ||
      (isBottom(item) && items.slice(at + 1).every(isBottom))
    const edge = bottom < height * numberMargin || top > height * (1 - numberMargin)
    return outermost ? [{ item, page, top, key: keyOf(item.line.text), edge }] : []
  })
}

/** Pages without their headers, footers and page numbers: lines at the edge that number the page or stand on others too. */
export const withoutFurniture = (pages: readonly PageFlow[]): PageFlow[] => {
  const lines = pages.flatMap(marginLines)
  const byKey = Map.groupBy(lines, line => line.key)
  const isRepeated = (line: MarginLine): boolean =>
    byKey
      .get(line.key)!
      .some(other => other.page !== line.page && Math.abs(other.top - line.top) <= samePlace)
  const furniture = new Set<Item>(
    lines
      .filter(line => (line.edge && pageNumber.test(line.item.line.text)) || isRepeated(line))
      .map(line => line.item),
  )
  return pages.map(page => ({ ...page, items: page.items.filter(item => !furniture.has(item)) }))
}
