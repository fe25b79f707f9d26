import { limits } from '../limits.ts'

/** Rows and columns from 0. */
export interface Region {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** `BC7` as row and column. */
export const parseAddress = (reference: string): { row: number; column: number } | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (match === null) return null
  let column = 0
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return column > limits.xlsx.columns || row < 1 || row > limits.xlsx.rows
    ? null
    : { row: row - 1, column: column - 1 }
}

/** `B3:D7` as rows and columns; null where it is no place. */
export const parseRange = (reference: string): Region | null => {
  const [first, second = first] = reference.split(':').map(parseAddress)
  if (!first || !second) return null
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  }
}
