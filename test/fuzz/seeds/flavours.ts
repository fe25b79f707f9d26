import type { DrawnTable } from '../../support/form-html.ts'

/** A drawn table as texts in rows, with the cells merged from above repeated as nothing. */
const rowsOf = (table: DrawnTable): string[][] => table.map(row => row.map(({ text }) => text))

/** The flattenings that people paste and extractors give (see the readers of text). */
export const flavours: Readonly<Record<string, (table: DrawnTable) => string>> = {
  'tab-rows': table =>
    rowsOf(table)
      .map(row => row.join('\t'))
      .join('\n'),
  'tab-cells': table =>
    rowsOf(table)
      .map(row => row.map(text => `\t${text}`).join('\n'))
      .join('\n\n'),
  'pipe-rows': table =>
    rowsOf(table)
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n'),
  'pipe-markdown': table => {
    const rows = rowsOf(table)
    const separator = `|${'---|'.repeat(rows[0]!.length)}`
    return [rows[0]!, ...rows.slice(1)]
      .map((row, at) => `| ${row.join(' | ')} |${at === 0 ? `\n${separator}` : ''}`)
      .join('\n')
  },
  'line-cells': table =>
    rowsOf(table)
      .map(row => row.join('\n\n\n'))
      .join('\n\n\n\n\n'),
}
