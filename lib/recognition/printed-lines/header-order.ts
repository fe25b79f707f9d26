import type { Column, FormBlock } from '../../forms/form.ts'
import { fullLabel } from '../labels/labels.ts'
import type { Stretch } from './lines.ts'

/**
 * The order of columns as a torn header prints it. Its words stand on several lines, each from left to right, so a
 * line that prints parts of two labels in the wrong order proves another order of the columns.
 */

const labelsOf = ({ path }: Column): string[] => {
  const own = path[path.length - 1]!
  return [own.label, ...(own.alsoWritten ?? [])].map(fullLabel)
}

/** The columns whose label has the word in it. */
const columnsWith = (word: string, columns: readonly Column[]): number[] =>
  columns.flatMap((column, at) => (labelsOf(column).some(label => label.includes(word)) ? [at] : []))

/** Whether the words of one line can be parts of the labels from left to right. */
const inOrder = (words: readonly string[], columns: readonly Column[]): boolean => {
  let from = 0
  for (const word of words) {
    const fits = columnsWith(word, columns)
    if (fits.length === 0) continue
    const next = fits.find(at => at >= from)
    if (next === undefined) return false
    from = next
  }
  return true
}

const shortestWord = 2
const wordsOn = (texts: readonly string[]): string[] =>
  texts
    .flatMap(text => text.split(/\s+/u))
    .map(fullLabel)
    .filter(word => word.length >= shortestWord)

/** Whether whole labels that follow one another, one on a line or more, are in another order than the form's. */
const wholeInOrder = (text: string, columns: readonly Column[]): boolean => {
  const places = columns.flatMap(column => {
    const found = labelsOf(column)
      .filter(label => label.length > shortestWord)
      .map(label => text.indexOf(label))
    const place = Math.max(-1, ...found)
    return place < 0 ? [] : [place]
  })
  return places.every((place, at) => at === 0 || place > places[at - 1]!)
}

interface Header {
  readonly text: string
  readonly lines: readonly (readonly string[])[]
}

/** What the lines of words between two indices print. */
export const headerBetween = (lines: Stretch, from: number, to: number): Header => {
  const words = lines.slice(from, to).filter(({ kind, taken }) => kind === 'words' && !taken)
  return {
    text: words.map(({ label }) => fullLabel(label.map(cell => cell.text).join(''))).join(''),
    lines: words.map(({ label }) => wordsOn(label.map(cell => cell.text))),
  }
}

/** Whether the lines contradict the order of the block's columns. */
export const contradicts = ({ text, lines }: Header, { columns }: FormBlock): boolean =>
  columns.length > 1 && (lines.some(words => !inOrder(words, columns)) || !wholeInOrder(text, columns))

/** Whether a label is printed whole, or in two parts on different lines. */
const isPrinted = (label: string, text: string): boolean => {
  if (text.includes(label)) return true
  for (let cut = shortestWord; cut <= label.length - shortestWord; cut += 1)
    if (text.includes(label.slice(0, cut)) && text.includes(label.slice(cut))) return true
  return false
}

/** Whether the labels of all columns of the block are printed there. */
export const prints = ({ text }: Header, { columns }: FormBlock): boolean =>
  columns.every(column => labelsOf(column).some(label => isPrinted(label, text)))
