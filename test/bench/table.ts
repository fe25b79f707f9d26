/** Prints a Markdown table as BENCHMARKS.md has them, padded so that it reads in a terminal too. */

const wide = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/u.test(char) ? 2 : 1), 0)

/** First column left, the others right. */
export const tableLines = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map(row => wide(row[at] ?? ''))))
  const line = (row: readonly string[]): string =>
    `| ${widths
      .map((width, at) => {
        const [text, pad] = [row[at] ?? '', ' '.repeat(width - wide(row[at] ?? ''))]
        return at === 0 ? text + pad : pad + text
      })
      .join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)]
}

export const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
  for (const line of tableLines(head, rows)) console.log(line)
}
