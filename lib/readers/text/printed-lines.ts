import type { Flavour } from './draft.ts'
import { isBlank, isNumberedHeading, isProse } from './shapes.ts'
import { isPageMark, type ValueLine, valueLine } from './value-line.ts'

/**
 * What programs print that keep the lines of a page and part its cells by spaces: pdftotext, pypdf, browsers in a
 * terminal. A label may run over several lines, above and below the line with its figures; a blank cell leaves no trace.
 */

/** Lines of words between two lines of figures of one table: a caption, a header, labels on several lines. */
const mostWordsBetween = 14
const mostBlanksBetween = 8

/** Words of a cell or of a header on one line. */
const longestWords = 60

/** A line that only rows of tables look like. */
const STRONG = 3
const isStrong = ({ label, values }: ValueLine): boolean =>
  values.length >= STRONG || (label.length > 0 && values.length > 1)

/** A label before a single figure: short, and no clause of a sentence. */
const longestShortLabel = 24
const isRow = (line: ValueLine): boolean => {
  if (line.values.length > 1) return true
  const words = line.label.join('')
  return (
    words !== '' &&
    words.length <= longestShortLabel &&
    !/[，。；,;]/u.test(words) &&
    /\p{Script=Han}/u.test(words)
  )
}

const isMarked = (line: string): boolean => line.includes('|') || line.includes('\t')

const isWords = (text: string): boolean =>
  text.replace(/\s+/gu, ' ').length <= longestWords && !isProse(text) && !isNumberedHeading(text)

/** A figure alone on its line is the number of a page, or a cell of a text that prints one on a line. */
const isBare = (line: ValueLine | null): boolean =>
  line !== null && line.label.length === 0 && line.values.length === 1

/** Where lines that may be a row go on for so long without one that must be, they are running text. */
const mostWeakLines = 24

/** After the last line of figures; `start` where none begins. */
const endOf = (lines: readonly string[], start: number): number => {
  let end = start
  let strong = false
  let words = 0
  let blanks = 0
  let bare = false
  for (let at = start; at < lines.length && (strong || at < start + mostWeakLines); at += 1) {
    const line = lines[at]!
    const text = line.trim()
    if (text === '') {
      if (++blanks > mostBlanksBetween) break
      continue
    }
    blanks = 0
    if (isMarked(line)) break
    const found = valueLine(line)
    if (found !== null && isRow(found)) {
      strong ||= isStrong(found)
      end = at + 1
      words = 0
      bare = false
      continue
    }
    if (end === start || ++words > mostWordsBetween || (bare && isBare(found))) break
    if (!isPageMark(text) && !isWords(text)) break
    bare = isBare(found)
  }
  return strong ? end : start
}

const rowOf = (line: string): string[] => {
  const found = valueLine(line)
  if (found !== null) return [...found.label, ...found.values]
  return line
    .trim()
    .split(/\s{2,}|\u3000/u)
    .filter(part => part !== '')
}

/** Rows whose figures stand on one line; every printed line is a row of its own here, lines of words among them. */
export const printedLines: Flavour = {
  end: endOf,
  read: region => [
    {
      kind: 'table',
      printedLines: true,
      columnsKnown: false,
      rows: region.filter(line => !isBlank(line)).map(rowOf),
    },
  ],
}
