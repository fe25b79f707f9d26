import { bareLabel, labelNumberValue, lastNumberedPart } from '../labels/labels.ts'
import { labelledVocabularies } from '../labels/vocabulary.ts'
import type { Line, Stretch } from './lines.ts'
import { exactRow, isGroup, likelyRow, type NamedRow, wholeRow, withoutGroup } from './row-names.ts'

/** How many lines of a label may stand above and below the line with its figures. */
const mostAbove = 4
const mostBelow = 3

/** The words of the rightmost column: a group's label stands left of its items. */
export const wordsOf = ({ label }: Line): string => withoutGroup(label[label.length - 1]?.text ?? '')

/** A bracket that is not closed goes on over the next line. */
const isOpen = (text: string): boolean => text.split(/[（(]/u).length !== text.split(/[）)]/u).length

/** 其他, the beginning of 其他处理: so short a label may go on over the next line. */
const isShort = (text: string): boolean => bareLabel(text).length < 3

/** Words that are no whole label of a row by themselves. */
const isPart = (line: Line): boolean =>
  exactRow(wordsOf(line)) === null || isOpen(wordsOf(line)) || isShort(wordsOf(line))

/** Lines of words next to `at`, nearest first; what a group prints between them is no part of an item's label. */
const neighbours = (lines: Stretch, at: number, step: 1 | -1, most: number): Line[] => {
  const found: Line[] = []
  for (let next = at + step; found.length < most; next += step) {
    const line = lines[next]
    if (line?.kind === 'page') continue
    if (line === undefined || line.kind !== 'words' || line.taken) break
    if (!isGroup(wordsOf(line))) found.push(line)
    if (!isPart(line)) break
  }
  return found
}

/** A group's label set upright leaves its characters on lines of their own. */
const isUpright = (line: Line): boolean => wordsOf(line).trim().length === 1

const take = (line: Line, parts: readonly Line[], printed: string): void => {
  line.found = exactRow(printed)
  line.printed = printed
  line.parts = parts
  for (const part of parts) part.taken = true
}

/** The number of a label alone, in a column of its own. */
const isNumber = (text: string): boolean => bareLabel(text) === '' && labelNumberValue(text) > 0

/** The label that the parts make; a number alone stands before all of them, wherever it is printed. */
const printedBy = (parts: readonly Line[], line: Line): string => {
  const own = wordsOf(line)
  if (isNumber(own))
    return (
      own +
      parts
        .filter(part => part !== line)
        .map(wordsOf)
        .join('')
    )
  const [first, ...rest] = parts.map(wordsOf) as [string, ...string[]]
  return (lastNumberedPart(first) ?? first) + rest.join('')
}

/** Finds the label that runs over the line itself and the lines next to it, the fewest lines that make one. */
const joinParts = (line: Line, above: readonly Line[], below: readonly Line[]): void => {
  for (let count = 1; count <= above.length + below.length; count += 1)
    for (
      let before = Math.min(count, above.length);
      before >= 0 && count - before <= below.length;
      before -= 1
    ) {
      const parts = [...above.slice(0, before).reverse(), line, ...below.slice(0, count - before)]
      const printed = printedBy(parts, line)
      const row = isOpen(printed) ? null : wholeRow(printed)
      // 8.属于 and 行政执法案卷 are parts of two labels.
      if (row === null || ![0, ...row.numbers].includes(labelNumberValue(printed))) continue
      take(line, [...above.slice(0, before), ...below.slice(0, count - before)], printed)
      return
    }
}

const joinTorn = (lines: Stretch, at: number): void => {
  const line = lines[at]!
  const above = neighbours(lines, at, -1, mostAbove)
  const below = neighbours(lines, at, 1, mostBelow)
  joinParts(line, above, below)
  const other = [above, below].map(lines => lines.filter(each => !isUpright(each)))
  if (line.found === null) joinParts(line, other[0]!, other[1]!)
}

const ordersOf = (key: string): number[] =>
  labelledVocabularies.map(({ rows }) => rows.findIndex(({ row }) => row.key === key))

/** Whether the first row stands before the second in an edition that prints both. */
const precedes = (first: NamedRow, second: NamedRow): boolean => {
  const after = ordersOf(second.key)
  return ordersOf(first.key).some((order, at) => order >= 0 && order < after[at]!)
}

/** A label put together of several lines is believed only among rows in the order of the form. */
const forgetDisordered = (lines: Stretch): void => {
  const named = lines.filter(({ found }) => found !== null)
  const apart = named.filter((line, at) => {
    const before = named.slice(0, at).findLast(({ found }) => found!.form === line.found!.form)
    const after = named.slice(at + 1).find(({ found }) => found!.form === line.found!.form)
    const ordered = [before, after].every(
      (other, side) =>
        other === undefined ||
        (side === 0 ? precedes(other.found!, line.found!) : precedes(line.found!, other.found!)),
    )
    return line.parts.length > 0 && !ordered
  })
  for (const line of apart) {
    line.found = null
    for (const part of line.parts) part.taken = false
  }
}

/** Names each line of figures that prints its label, or the end or the beginning of it, on the same line. */
export const nameOwnLines = (lines: Stretch): void => {
  lines.forEach((line, at) => {
    if (line.kind !== 'figures' || line.label.length === 0) return
    const whole = line.label.map(cell => cell.text).join(' ')
    const own = [wordsOf(line), whole].find(text => exactRow(text) !== null)
    if (own === undefined || isShort(own)) joinTorn(lines, at)
    if (line.found === null && own !== undefined) take(line, [], own)
    if (line.found === null) line.found = likelyRow(wordsOf(line))
  })
  forgetDisordered(lines)
}
