import type { Extent } from './fib.ts'
import { damaged } from './refusals.ts'
import { placed, plcCount, type Streams, viewOf } from './streams.ts'

/** The formatting that holds from one byte of the main stream up to another. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** The style of a paragraph; 0 for characters. */
  readonly style: number
  readonly modifiers: Uint8Array
}

/** Looks up the formatting of a byte of the main stream; null where the file has none for it. */
export type StretchAt = (position: number) => Stretch | null

const PAGE = 512
const nothing = new Uint8Array()

type ItemOf = (page: Uint8Array, count: number, index: number) => Pick<Stretch, 'style' | 'modifiers'>

/** A paragraph's properties: length in words, style, modifiers ([MS-DOC] 2.9.181, PapxInFkp). */
export const paragraphItem: ItemOf = (page, count, index) => {
  const at = page[(count + 1) * 4 + index * 13]! * 2
  if (at === 0) return { style: 0, modifiers: nothing }
  const short = page[at]!
  const from = short === 0 ? at + 2 : at + 1
  const length = short === 0 ? (page[at + 1] ?? 0) * 2 : short * 2 - 1
  if (length < 2 || from + length > PAGE) return { style: 0, modifiers: nothing }
  return {
    style: page[from]! | (page[from + 1]! << 8),
    modifiers: page.subarray(from + 2, from + length),
  }
}

/** A run's properties: length and modifiers (2.9.32, Chpx). */
export const characterItem: ItemOf = (page, count, index) => {
  const at = page[(count + 1) * 4 + index]! * 2
  return { style: 0, modifiers: at === 0 ? nothing : page.subarray(at + 1, at + 1 + (page[at] ?? 0)) }
}

/** The last index whose value is not above `wanted`, among `count` sorted numbers. */
const lastNotAbove = (view: DataView, count: number, wanted: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.getUint32(middle * 4, true) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The formatted pages of a file (2.9.193, 2.9.33): an index by position, and 512-byte pages that each end with
 * the number of their items. Throws Problem `file-damaged`.
 */
export const formattedPages = (
  streams: Streams,
  place: Extent,
  itemBytes: number,
  itemOf: ItemOf,
): StretchAt => {
  const index = viewOf(placed(streams, place))
  const pages = plcCount(placed(streams, place), 4)
  // Two positions and a page between them: there is no text without.
  if (pages < 1 || index.byteLength < 12)
    throw damaged('其格式索引缺失', 'the index of its formatting is missing')
  const known = new Map<number, Stretch>()
  return position => {
    const at = lastNotAbove(index, pages + 1, position)
    if (at < 0 || at >= pages) return null
    const from = (index.getUint32((pages + 1) * 4 + at * 4, true) & 0x3fffff) * PAGE
    if (from + PAGE > streams.main.length) throw damaged('其格式页不完整', 'its formatting is incomplete')
    const page = streams.main.subarray(from, from + PAGE)
    const count = page[PAGE - 1]!
    if ((count + 1) * 4 + count * itemBytes >= PAGE)
      throw damaged('其格式页有误', 'its formatting is not valid')
    const view = viewOf(page)
    const item = lastNotAbove(view, count + 1, position)
    if (item < 0 || item >= count) return null
    const key = from + item
    const stretch = known.get(key) ?? {
      from: view.getUint32(item * 4, true),
      to: view.getUint32(item * 4 + 4, true),
      ...itemOf(page, count, item),
    }
    known.set(key, stretch)
    return stretch
  }
}
