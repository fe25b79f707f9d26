import type { Extent, Fib } from './fib.ts'
import { damaged } from './refusals.ts'

/** The streams of a Word file. */
export interface Streams {
  readonly fib: Fib
  readonly main: Uint8Array
  readonly table: Uint8Array
  /** Property lists too long for a page; most files have none. */
  readonly data: Uint8Array
}

/** A table of the document. Throws Problem `file-damaged` where it does not lie in its stream. */
export const placed = (streams: Streams, { at, length }: Extent): Uint8Array => {
  if (at + length > streams.table.length)
    throw damaged('其中一个表超出了文件', 'one of its tables lies outside of the file')
  return streams.table.subarray(at, at + length)
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A list of positions with items of `itemBytes` between them ([MS-DOC] 2.2.2): how many items it has. */
export const plcCount = (bytes: Uint8Array, itemBytes: number): number =>
  bytes.length < 4 ? 0 : Math.floor((bytes.length - 4) / (4 + itemBytes))

/** A list of modifiers kept in the data stream, behind its length. */
export const dataList = ({ data }: Streams, at: number): Uint8Array => {
  if (at + 2 > data.length) throw damaged('其格式数据不完整', 'its formatting is incomplete')
  const length = data[at]! | (data[at + 1]! << 8)
  return data.subarray(at + 2, at + 2 + length)
}
