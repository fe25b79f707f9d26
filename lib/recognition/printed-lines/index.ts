import { formsOf } from '../../forms/distinct-forms.ts'
import type { FormBlock, FormKey, SectionKey } from '../../forms/form.ts'
import { bareLabel } from '../labels/labels.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { nameLinesBetween } from './between.ts'
import { contradicts, headerBetween, prints } from './header-order.ts'
import { type Line, type Stretch, saysNothing, stretchesOf } from './lines.ts'
import { nameOwnLines, wordsOf } from './own-lines.ts'
import { readResultLines } from './results.ts'
import { exactRow, mayBeRow } from './row-names.ts'

/** Beyond so many lines of figures a document is no report, and its lines stay as they are. */
const mostFigures = 3_000

const blocksOf = (form: FormKey, key: string) =>
  formsOf(form).flatMap(({ blocks }) => blocks.filter(block => block.rows.some(row => row.key === key)))

/** A sign that stands apart from its number, or a mark for "none" before it: the two cannot be told. */
const partsSign = (values: readonly StreamCell[]): boolean =>
  values.some(
    (cell, at) => /^[+\-＋－−–—]$/u.test(cell.text.trim()) && /^\d/u.test(values[at + 1]?.text.trim() ?? ''),
  )

/**
 * Forms whose lines cannot be believed: one has more figures than the form has columns, so that figures are parted
 * inside, and a blank cell with a parted figure would make the count right again.
 */
const overfull = (lines: Stretch): ReadonlySet<FormKey> =>
  new Set(
    lines.flatMap(({ found, values }) => {
      if (found === null) return []
      const most = Math.max(...blocksOf(found.form, found.key).map(({ columns }) => columns.length))
      return values.length > most ? [found.form] : []
    }),
  )

const numberOf = ({ text }: StreamCell): number => (/^\s*\d+\s*$/u.test(text) ? Number(text) : 0)

/** How many columns the block of a line's row has, where the last of them is the sum of the others; else 0. */
const columnsOfSum = ({ found }: Line): number => {
  const blocks = found === null ? [] : blocksOf(found.form, found.key)
  const widths = blocks.flatMap(({ columns }) => (columns.at(-1)!.sum ? [columns.length] : []))
  return widths.length === 0 ? 0 : Math.min(...widths)
}

/**
 * Lines with a sum that may have the right number of figures by chance. Where other lines have too few, blank cells are
 * seen to leave no trace; a total that is not the sum then shows a figure parted in two as likely as a wrong total.
 */
const byChance = (lines: Stretch): ReadonlySet<Line> => {
  const rows = lines.filter(line => columnsOfSum(line) > 0)
  if (rows.every(line => line.values.length >= columnsOfSum(line))) return new Set()
  return new Set(
    rows.filter(line => {
      const numbers = line.values.map(numberOf)
      const sum = numbers.slice(0, -1).reduce((all, each) => all + each, 0)
      return line.values.length === columnsOfSum(line) && sum !== numbers[numbers.length - 1]
    }),
  )
}

/** Whether all rows of a form stand under one header. */
const isUnderOne = (form: FormKey): boolean => formsOf(form).every(({ blocks }) => blocks.length === 1)

/**
 * Lines whose columns are not known: the header above prints another order; where each block has a header of its own
 * it must print the labels of all columns of the block.
 */
const withoutHeader = (lines: Stretch): ReadonlySet<Line> => {
  const found = new Set<Line>()
  let from = 0
  let under: readonly FormBlock[] = []
  /** Blocks whose last header contradicts them: it holds for every row down to the next header. */
  const refused = new Set<FormBlock>()
  lines.forEach((line, at) => {
    if (line.found === null) return
    const { form, key } = line.found
    const header = headerBetween(lines, from, at)
    const blocks = blocksOf(form, key).filter(({ columns }) => columns.length === line.values.length)
    const printed = blocks.filter(block => prints(header, block))
    const wrong = blocks.some(block => contradicts(header, block))
    if (wrong) {
      under = []
      for (const block of blocks) refused.add(block)
    } else if (printed.length > 0) {
      under = printed
      for (const block of printed) refused.delete(block)
    } else if (isUnderOne(form) && !blocks.some(block => under.includes(block) || refused.has(block)))
      under = blocks
    if (!blocks.some(block => under.includes(block))) found.add(line)
    from = at + 1
  })
  return found
}

const labelCell = (line: Line, text: string): StreamCell => {
  const like = line.label[line.label.length - 1] ?? line.values[0]!
  return { ...like, text, bare: bareLabel(text) }
}

/** A row whose figures cannot be told: a blank stands for what is printed there. */
const unproven = (line: Line, text: string): StreamRow => {
  const cell = labelCell(line, text)
  return { ...line.row, cells: [cell, { ...cell, text: '', bare: '' }], unproven: true }
}

/** Whether the words before the figures may be a part of a label that goes on over the lines around them. */
const isTornOff = (lines: Stretch, at: number): boolean =>
  mayBeRow(wordsOf(lines[at]!)) ||
  [lines[at - 1], lines[at + 1]].some(
    line => line?.kind === 'words' && !line.taken && exactRow(wordsOf(line)) === null,
  )

const rowsOf = (lines: Stretch): StreamRow[] => {
  const results = readResultLines(lines)
  nameOwnLines(lines)
  nameLinesBetween(lines)
  const doubtful = overfull(lines)
  const unknown = withoutHeader(lines)
  const chance = byChance(lines)
  const found = lines.flatMap(({ found }) => found ?? [])
  const forms = new Set(found.map(({ form }) => form))
  const named = new Set(found.map(({ form, key }) => `${form} ${key}`))
  const table = lines.find(({ row }) => row.table !== null)!.row
  return lines.flatMap((line, at): StreamRow[] => {
    const result = results.find(({ from, at: end }) => from <= at && at <= end)
    if (result) return at === result.at ? [...result.rows] : []
    if (line.found !== null) {
      const label = labelCell(line, line.printed)
      const believed =
        !doubtful.has(line.found.form) && !unknown.has(line) && !chance.has(line) && !partsSign(line.values)
      return [believed ? { ...line.row, cells: [label, ...line.values] } : unproven(line, line.printed)]
    }
    if (line.taken || (line.kind === 'figures' && (saysNothing(line) || isTornOff(lines, at)))) return []
    if (line.kind !== 'words') return [line.row]
    const own = exactRow(wordsOf(line))
    const open = own !== null && forms.has(own.form) && !named.has(`${own.form} ${own.key}`)
    if (open) return [{ ...unproven(line, wordsOf(line)), table: table.table, block: table.block }]
    const text = line.label.map(cell => cell.text).join(' ')
    return [{ ...line.row, table: null, cells: [{ ...line.label[0]!, text, bare: bareLabel(text) }] }]
  })
}

/**
 * The rows of a document with those of its tables put together that print their lines as they stand on the page: a
 * label and its figures are one row only where it is proven that they belong together.
 */
export const joinPrintedLines = (
  rows: readonly StreamRow[],
  breaks: ReadonlyMap<number, SectionKey>,
): readonly StreamRow[] => {
  const printed = rows.filter(row => row.table?.printedLines).length
  if (printed === 0 || printed > mostFigures) return rows
  return stretchesOf(rows, breaks).flatMap(part => ('length' in part ? rowsOf(part) : [part]))
}
