import { limits } from '../limits.ts'
import { tooMuchText } from '../within-limits.ts'
import { damaged, tooComplex } from './refusals.ts'
import { shortSprm } from './sprm.ts'
import { placed, plcCount, type Streams, viewOf } from './streams.ts'

/** A stretch of text that stands in one place of the main stream. */
export interface Piece {
  /** Its first character, and the one after its last, counted in the whole text. */
  readonly start: number
  readonly end: number
  /** Where it stands in the main stream, in bytes. */
  readonly at: number
  readonly bytesPerCharacter: 1 | 2
  /** Modifiers for all of it, from a fast save. */
  readonly modifiers: Uint8Array
}

/** One for each change since the last full save. */
const MOST_PIECES = 100_000
const COMPRESSED = 0x40000000

const broken = () => damaged('正文的索引不完整', 'the index of its text is incomplete')

/** Splits the Clx ([MS-DOC] 2.9.38): lists of modifiers, then the piece table. */
const parts = (clx: Uint8Array): { lists: Uint8Array[]; table: Uint8Array } => {
  const view = viewOf(clx)
  const lists: Uint8Array[] = []
  let at = 0
  while (clx[at] === 1 && at + 3 <= clx.length) {
    const length = view.getUint16(at + 1, true)
    lists.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (clx[at] !== 2 || at + 5 > clx.length) throw broken()
  return { lists, table: clx.subarray(at + 5, at + 5 + view.getUint32(at + 1, true)) }
}

/** The pieces of the whole text, in order and without gaps. Throws Problem `file-damaged`, `too-large`, `too-complex`. */
export const readPieces = (streams: Streams): Piece[] => {
  const { lists, table } = parts(placed(streams, streams.fib.pieces))
  const view = viewOf(table)
  const count = plcCount(table, 8)
  if (count > MOST_PIECES) throw tooComplex('文字片段过多', 'its text is in too many pieces')
  const pieces = Array.from({ length: count }, (_, index): Piece => {
    const start = view.getUint32(index * 4, true)
    const end = view.getUint32(index * 4 + 4, true)
    const item = (count + 1) * 4 + index * 8
    const position = view.getUint32(item + 2, true)
    const prm = view.getUint16(item + 6, true)
    const compressed = (position & COMPRESSED) !== 0
    const at = compressed ? (position & ~COMPRESSED) / 2 : position
    const bytesPerCharacter = compressed ? 1 : 2
    if (end < start || at + (end - start) * bytesPerCharacter > streams.main.length) throw broken()
    const modifiers = prm & 1 ? (lists[prm >> 1] ?? new Uint8Array()) : shortSprm(prm)
    return { start, end, at, bytesPerCharacter, modifiers }
  })
  if (count === 0 || pieces[0]!.start !== 0) throw broken()
  if (streams.fib.characters.body > limits.characters) throw tooMuchText()
  return pieces
}

/** Compressed pieces keep one byte for each character, in Windows' western code page. */
const western = new TextDecoder('windows-1252')
const wide = new TextDecoder('utf-16le')

/** The text of a stretch of one piece. */
export const pieceText = (main: Uint8Array, piece: Piece, start: number, end: number): string => {
  const { at, bytesPerCharacter: unit } = piece
  const bytes = main.subarray(at + (start - piece.start) * unit, at + (end - piece.start) * unit)
  return (unit === 1 ? western : wide).decode(bytes)
}

/** The text from `start` to `end`, for short stretches. */
export const textBetween = (main: Uint8Array, pieces: readonly Piece[], start: number, end: number): string =>
  pieces
    .filter(piece => piece.end > start && piece.start < end)
    .map(piece => pieceText(main, piece, Math.max(start, piece.start), Math.min(end, piece.end)))
    .join('')
