import { bareLabel } from '../labels/labels.ts'
import { isFigureLike, isNumeric } from '../labels/vocabulary.ts'
import type { StreamCell } from '../stream/stream-row.ts'

/** Single pieces of a table that only follow each other: a cell a line, a label broken over lines. */

/** A label may be broken over so many lines, one character each in a narrow cell, and no longer than this. */
const mostParts = 14
const longestLabel = 120

/** The number of a page between two rows; one without any sign of it looks like a figure, and counts as one. */
const pageNumber = /^(?:[-–—－·]+\d{1,3}[-–—－·]+|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|P(?:age)?\.?\d{1,3})$/u

export const withoutPageNumbers = (pieces: readonly StreamCell[]): StreamCell[] =>
  pieces.filter(({ text }) => text.length > 20 || !pageNumber.test(text.replace(/\s/gu, '')))

const written = /^[一二三四五六七八九十]/u

/** Whether a piece may be a figure, an amount with its unit included. A number in words may as well be torn off a label. */
export const isFigurePiece = ({ text }: StreamCell): boolean =>
  !written.test(text.trim()) && (isFigureLike(text) || isNumeric(text))

/** A label found at a place, and how many pieces it is broken into. */
export interface PieceLabel<T> {
  readonly found: T
  readonly parts: number
}

/** The longest label at a place, if need be put together from the pieces it is broken into. */
export const labelAt = <T>(
  pieces: readonly StreamCell[],
  at: number,
  find: (bare: string) => T | null,
): PieceLabel<T> | null => {
  let text = ''
  let best: PieceLabel<T> | null = null
  for (let parts = 1; parts <= mostParts; parts++) {
    const piece = pieces[at + parts - 1]
    if (!piece || isFigurePiece(piece) || text.length + piece.text.length > longestLabel) break
    text += piece.text
    const found = find(parts === 1 ? piece.bare : bareLabel(text))
    if (found !== null) best = { found, parts }
  }
  return best
}

/** How many pieces at a place complete a label whose beginning stands before its figures; 0 where none do. */
export const restAt = (pieces: readonly StreamCell[], at: number, begun: string, whole: string): number => {
  let text = begun
  for (let parts = 1; parts <= mostParts; parts++) {
    const piece = pieces[at + parts - 1]
    if (!piece || isFigurePiece(piece) || text.length + piece.text.length > longestLabel) return 0
    text += piece.text
    if (bareLabel(text) === whole) return parts
  }
  return 0
}

/** How many figures stand at a place. */
export const runAt = (pieces: readonly StreamCell[], at: number): number => {
  let end = at
  while (end < pieces.length && isFigurePiece(pieces[end]!)) end++
  return end - at
}
