/** Cell addresses of a spreadsheet; rows and columns count from 1. */

const letters: string[] = ['']

/** A, B … Z, AA … for column 1, 2 … */
export const columnLetters = (column: number): string => {
  for (let next = letters.length; next <= column; next++) {
    const last = String.fromCharCode(65 + ((next - 1) % 26))
    letters.push(next <= 26 ? last : `${letters[Math.floor((next - 1) / 26)]}${last}`)
  }
  return letters[column]!
}

export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row}`

export const rangeOf = (row: number, column: number, rows: number, columns: number): string =>
  `${addressOf(row, column)}:${addressOf(row + rows - 1, column + columns - 1)}`

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2')

/** A place as a name points to it: it stays where it is, wherever it is used. */
export const fixedIn = (sheet: string, range: string): string => inSheet(sheet, absolute(range))

/** A reference that a formula or a link in another sheet can use. */
export const inSheet = (sheet: string, address: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${address}`
