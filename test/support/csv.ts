/** The fields of CSV text (RFC 4180) by row; a row's end is CRLF or LF, and ends the last row too. */
export const csvRows = (csv: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  const ends = rows.findIndex(row => row.length === 0 || (row.length === 1 && row[0] === ''))
  return rows.slice(0, ends < 0 ? undefined : ends)
}
