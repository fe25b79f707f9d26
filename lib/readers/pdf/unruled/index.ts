import { limits } from '../../limits.ts'
import { boxOf, type Item, type PageFlow, type TextLine } from '../flow/items.ts'
import { segmentsOf } from '../flow/segments.ts'
import { median } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import { linesOf } from '../spelling/lines.ts'
import type { Placed } from '../spelling/local.ts'
import { isDigit, type Tracking, trackingOf, widestDigits } from '../spelling/tracking.ts'
import { isEmpty, type Part } from '../tables/part.ts'
import type { UnseenIn } from '../tables/unseen-in.ts'
import { type Before, type Block, blocksOf, headingsAtEnd } from './blocks.ts'
import { cellsOf, type LooseCell, ruledCell } from './cells.ts'
import type { Column } from './columns.ts'
import { fragmentsOf, isValue, type Order } from './fragments.ts'
import { partOf } from './part.ts'

/** What a table at the end of a page tells of the one that may go on at the top of the next. */
interface Ending {
  readonly page: number
  readonly columns: readonly Column[] | null
  readonly edges: readonly number[] | null
  readonly headings: readonly LooseCell[]
}

/** Digits are set apart by no more, in ems, where nothing else is; a few of them show it, some of them in a row. */
const leastGap = 0.12
const fewestGaps = 3

/** The gaps between digits that follow each other at one distance, in each of their rows. */
const digitGaps = (placed: readonly Placed[]): number[][] => {
  const runs: number[][] = []
  let last = Number.NaN
  placed.forEach((item, at) => {
    const before = placed[at - 1]
    if (!before || !isDigit(before.glyph.text) || !isDigit(item.glyph.text)) return
    const gap = (item.from - before.to) / item.glyph.size
    if (gap > leastGap && gap <= widestDigits) {
      if (Math.abs(gap - last) < 0.02) runs.at(-1)!.push(gap)
      else runs.push([gap])
      last = gap
    } else last = Number.NaN
  })
  return runs
}

/** Tables of a page may be letter-spaced otherwise than its text; more ways than this are tried of none. */
const mostWays = 4
const fewestLines = 2
const rounded = (gap: number): number => Math.round(gap * 20) / 20

/** Distances at which characters, and the digits of a number, may stand: which of them are right, the headings prove. */
const trackings = (lines: readonly TextLine[]): Tracking[] => {
  const wides = lines.flatMap(({ line }) => {
    const { wide } = trackingOf([line.placed], fewestInLine)
    return wide > 0 ? [wide] : []
  })
  const byGap = Map.groupBy(wides, rounded)
  const spacings = [...byGap.values()]
    .filter(gaps => gaps.length >= fewestLines)
    .sort((a, b) => b.length - a.length)
    .map(median)
  const runs = lines.flatMap(({ line }) => digitGaps(line.placed))
  const gaps = runs.flat()
  const isSpread = gaps.length >= fewestGaps && runs.some(run => run.length > 1)
  const spread = isSpread ? [median(gaps)] : []
  const ways = [0, ...spacings].flatMap(wide => [
    { wide, digits: 0 },
    ...(wide > 0 ? [{ wide, digits: wide }] : spread.map(digits => ({ wide, digits }))),
  ])
  return ways.slice(0, mostWays)
}

const fewestInLine = 2

interface Found {
  readonly blocks: readonly Block[]
  readonly tracking: Tracking
  readonly cells: readonly LooseCell[]
}

/** A line that may be a row of a table: it ends in a figure, or in a mark for none. */
const rowEnd = /(?:\d\s*(?:[百千万亿]{0,2}元|[件个项条宗人次份篇部%％]|[)）])?|[-−–—/／无])\s*$/u
/** Headings that end a page stand within so many lines. */
const mostHeadingLines = 8

/** Whether lines may hold a table, or end in the headings of one. Most pages of a report are text. */
const mayHoldTable = (lines: readonly TextLine[]): boolean =>
  lines.some(({ line }) => rowEnd.test(line.text)) ||
  lines.slice(-mostHeadingLines).some(({ line }) => segmentsOf(line).length > 1)

/** Reads the lines with each distance of digits, and keeps what proves the most figures. */
const find = (lines: readonly TextLine[], order: Order, before: Before | null): Found | null => {
  let best: Found | null = null
  let most = -1
  for (const tracking of trackings(lines)) {
    const fragments = lines.flatMap(({ line }) => fragmentsOf(line, tracking, order))
    if (fragments.length > limits.pdf.fragments) continue
    const cells = cellsOf(fragments)
    const blocks = blocksOf(cells, before)
    const figures = blocks.reduce(
      (sum, { rows }) => rows.reduce((all, { values }) => all + values.length, sum),
      0,
    )
    // Of two readings that prove as much, the one that takes less apart.
    if (figures > most || (figures === most && best !== null && cells.length < best.cells.length)) {
      most = figures
      best = { blocks, tracking, cells }
    }
  }
  return best
}

/** What is left of lines when the characters of tables are taken out. */
const without = (lines: readonly TextLine[], used: ReadonlySet<Glyph>): TextLine[] =>
  lines.flatMap((item): TextLine[] => {
    const kept = item.line.placed.flatMap(({ glyph }) => (used.has(glyph) ? [] : [glyph]))
    if (kept.length === item.line.placed.length) return [item]
    return linesOf(kept, false).map(line => ({ ...item, line }))
  })

/** Above and below its characters a cell without rulings reaches so far, in points. */
const reach = 3

/** The cells of a table without rulings, as far as their columns reach, with what is not read of them as it is seen. */
const withUnseen = (part: Part, unseenIn: UnseenIn): Part => ({
  ...part,
  cells: part.cells.map(cell => {
    if (cell.text !== '' && !isValue(cell.text)) return cell
    const place = {
      left: Math.min(cell.box.left, part.xs[cell.column]!),
      right: Math.max(cell.box.right, part.xs[cell.endColumn]!),
      top: cell.box.top - reach,
      bottom: cell.box.bottom + reach,
    }
    const glyphs = cell.lines.flatMap(({ placed }) => placed.map(({ glyph }) => glyph))
    const more = unseenIn(place, glyphs)
    return more.length === 0 ? cell : { ...cell, losses: [...cell.losses, ...more] }
  }),
})

interface Read {
  readonly items: readonly Item[]
  readonly ending: Ending | null
}

/** Lines with the tables among them as such. */
const readLines = (
  lines: readonly TextLine[],
  order: () => Order,
  before: Ending | null,
  unseenIn: UnseenIn,
): Read => {
  const found = mayHoldTable(lines) ? find(lines, order(), before) : null
  if (!found) return { items: lines, ending: null }
  const { page } = lines[0]!
  const headings = headingsAtEnd(found.cells)
  const ending: Ending = { page, columns: null, edges: null, headings }
  if (found.blocks.length === 0) return { items: lines, ending }
  const parts = found.blocks.map(block =>
    withUnseen(partOf(block, page, found.tracking, block.goesOn ? (before?.edges ?? null) : null), unseenIn),
  )
  const used = new Set(found.blocks.flatMap(({ cells }) => cells.flatMap(({ glyphs }) => glyphs)))
  const rest = without(lines, used)
  const last = found.blocks.at(-1)!
  const below = rest.filter(({ line }) => line.box.top > parts.at(-1)!.box.bottom).length
  return {
    items: [...rest, ...parts.map(part => ({ kind: 'part', page, part }) as const)].sort(
      (a, b) => boxOf(a).top - boxOf(b).top,
    ),
    ending: below <= mostBelow ? { ...ending, columns: last.columns, edges: parts.at(-1)!.xs } : ending,
  }
}

/** Lines that may stand below a table that goes on: a footer that could not be told as such. */
const mostBelow = 2

/** A ruled table that consists of headings alone, or ends in them, may head lines without rulings below it. */
const headedBy = ({ page, cells }: Part): Ending | null => {
  if (cells.some(({ text }) => isValue(text))) return null
  const headings = cells.flatMap(cell => (isEmpty(cell) ? [] : [ruledCell(cell)]))
  return { page, columns: null, edges: null, headings }
}

/** Pages with their tables without rulings found. */
export const withUnruled = (pages: readonly PageFlow[]): PageFlow[] => {
  let ending: Ending | null = null
  return pages.map(page => {
    let places: Order | null = null
    const order = (): Order => {
      places ??= new Map(page.outside.map((glyph, at) => [glyph, at]))
      return places
    }
    const items: Item[] = []
    let lines: TextLine[] = []
    let found = false
    const flush = (): void => {
      if (lines.length === 0) return
      const read = readLines(
        lines,
        order,
        ending && page.page - ending.page <= 1 ? ending : null,
        page.unseenIn,
      )
      found ||= read.items.some(item => item.kind === 'part')
      items.push(...read.items)
      ending = read.ending
      lines = []
    }
    for (const item of page.items)
      if (item.kind === 'line') lines.push(item)
      else {
        flush()
        items.push(item)
        ending = headedBy(item.part)
      }
    flush()
    if (!found) return page
    const lost = page.lost.filter(code => code !== 'table-without-rulings')
    return { ...page, items, lost }
  })
}
