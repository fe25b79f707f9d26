import { limits } from '../limits.ts'
import type { RawCell, RawRow } from '../story/grid.ts'
import { joinLines } from './columns.ts'
import type { Flavour } from './draft.ts'

/** Tables of MediaWiki: `{|`, a row after each `|-`, a cell after each `|` or `!`, and `|}`. */

interface Open {
  readonly attributes: string
  readonly lines: string[]
}

const span = (attributes: string, name: 'rowspan' | 'colspan'): number =>
  Number(new RegExp(`${name}\\s{0,3}=\\s{0,3}["']?(\\d{1,4})`, 'iu').exec(attributes)?.[1] ?? 1)

/** A cell's attributes stand before a single pipe; a text with one has none before it that looks like them. */
const cellOf = (text: string): Open => {
  const match =
    /^\s*((?:[\w-]{1,20}\s{0,3}=\s{0,3}(?:"[^"|]{0,200}"|[^\s"|]{1,50})\s*)+)\|(?!\|)(.*)$/su.exec(text)
  return match ? { attributes: match[1]!, lines: [match[2]!] } : { attributes: '', lines: [text] }
}

const rawCell = ({ attributes, lines }: Open): RawCell => ({
  text: joinLines(lines),
  rowSpan: span(attributes, 'rowspan'),
  columnSpan: span(attributes, 'colspan'),
})

const rowsOf = (lines: readonly string[]): RawRow[] => {
  const rows: Open[][] = [[]]
  for (const line of lines) {
    const text = line.trim()
    const row = rows[rows.length - 1]!
    if (text.startsWith('|-')) rows.push([])
    else if (text.startsWith('|+')) continue
    else if (/^[|!]/u.test(text))
      row.push(
        ...text
          .slice(1)
          .split(text.startsWith('!') ? /\|\||!!/u : '||')
          .map(cellOf),
      )
    else row[row.length - 1]?.lines.push(text)
  }
  return rows.filter(row => row.length > 0).map(row => ({ cells: row.map(rawCell) }))
}

export const wikiTables: Flavour = {
  end: (lines, start) => {
    if (!lines[start]!.trimStart().startsWith('{|')) return start
    for (let at = start + 1; at < lines.length && at < start + limits.text.wikiTableLines; at += 1) {
      const text = lines[at]!.trimStart()
      if (text.startsWith('|}')) return at + 1
      if (text.startsWith('{|')) return start
    }
    return start
  },
  read: region => {
    const rows = rowsOf(region.slice(1, -1))
    return rows.length === 0 ? null : [{ kind: 'grid', rows }]
  },
}
