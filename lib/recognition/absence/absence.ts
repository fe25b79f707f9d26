import { formsOf } from '../../forms/distinct-forms.ts'
import { type Form, formCells, type Row } from '../../forms/form.ts'
import type { Block } from '../../model/document.ts'
import { rememberFor } from '../../util/remember.ts'
import { labelsOfResults, type ResultLabels } from '../labels/result-labels.ts'
import { isFigureLike, isNumeric, vocabularyOf } from '../labels/vocabulary.ts'
import type { FormMatch } from '../matches/recognise.ts'
import type { FormReading } from '../values/read-form.ts'
import { notesOf, plainLabel, type Run, runsIn, shortest } from './printed.ts'

/**
 * What counts as proof that the file lacks something of a form. A table or a row that was not met is missing only where
 * nothing of it is printed anywhere; whatever could not be read may be the very thing that was not met.
 */

/** The blocks of a document, and those that no form was read from. */
interface Printed {
  readonly blocks: readonly Block[]
  readonly unread: readonly Block[]
}

/** A piece of a form's table that stands in the text: the words from its first label on. */
export interface Piece {
  readonly quote: string
  /** In one paragraph or cell; else over several. */
  readonly together: boolean
  readonly labels: ReadonlySet<string>
}

const longestQuote = 60

/** Two labels with numbers behind them, or three with the heading of a column among them, are no prose. */
const isPiece = (form: Form, { labels, numbers }: Run): boolean =>
  labels.size >= 3 ||
  (labels.size === 2 && numbers > 1) ||
  [...labels].some(label => notesOf(form.key).has(label))

const textOf = (block: Block): string =>
  block.kind === 'table' ? block.cells.map(({ text }) => text).join('\n') : block.text

/** The fullest piece of the form's table among the blocks, or null. */
export const pieceOf = (form: Form, blocks: readonly Block[]): Piece | null => {
  const text = blocks.map(textOf).join('\n')
  const runs = [...runsIn(form.key, text), ...runsIn(form.key, text, false)].filter(run => isPiece(form, run))
  const [fullest] = runs.sort((a, b) => b.labels.size - a.labels.size || a.from - b.from)
  if (!fullest) return null
  const quote = text.slice(fullest.from, fullest.from + longestQuote)
  return {
    quote: quote.replace(/\s+/gu, ' ').trim(),
    together: !quote.includes('\n'),
    labels: fullest.labels,
  }
}

const isNumbers = (text: string): boolean =>
  text
    .trim()
    .split(/[\s|]+/u)
    .every(isNumeric)

/** Numbers that no row of a form took: of tables that are none, and of paragraphs of numbers, unless it is a page's. */
const looseNumbers = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block, at) => {
    if (block.kind === 'table') return sum + block.cells.filter(({ text }) => isNumeric(text)).length
    if (!isNumbers(block.text)) return sum
    const count = block.text.trim().split(/[\s|]+/u).length
    const alone = ![blocks[at - 1], blocks[at + 1]].some(
      beside => beside?.kind === 'paragraph' && isNumbers(beside.text),
    )
    return sum + (count === 1 && alone ? 0 : count)
  }, 0)

/** So many loose numbers may be a good part of a form's table without its labels. */
const manyNumbers = (form: Form): number => Math.min(50, formCells(form).length / 2)

/** What stands in the place of a table that is elsewhere: [TABLE], （表格）, 见附件. */
const standIn =
  /^[[(（【]?\s*(?:table|image|picture|表格?|图片?|附表)\s*[\d一二三四]*\s*[\])）】]?$|见附|附后|附表/iu

const sentence = /[。；，]/u
const shortestName = 4

/** Whether three names of the form's columns stand torn over cells and lines that are no sentences. */
const headerTorn = (form: Form, unread: readonly Block[]): boolean => {
  const names = new Set(form.blocks.flatMap(({ columns }) => columns.map(({ path }) => path.at(-1)!.label)))
  const text = unread
    .flatMap(block => (block.kind === 'table' ? block.cells.map(({ text: each }) => each) : [block.text]))
    .filter(each => !sentence.test(each))
    .join('')
    .replace(/None|[^\p{Script=Han}]/gu, '')
  return [...names].filter(each => each.length >= shortestName && text.includes(each)).length >= 3
}

const hanOf = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '')

const namesOf = rememberFor((form: Form): readonly string[] => {
  const parts = form.blocks.flatMap(({ rows, columns }) => [...rows, ...columns])
  const labels = parts.flatMap(({ path }) => path.slice(-1).map(({ label }) => hanOf(label)))
  return [...new Set(labels)].filter(each => each.length >= shortestName)
})

/** Whether one text, whatever parts its cells, prints as many labels as only the form of some edition does. */
const printsLabels = ({ key }: Form, unread: readonly Block[]): boolean =>
  unread.some(block => {
    const text = hanOf(textOf(block))
    return formsOf(key).some(
      form => namesOf(form).filter(each => text.includes(each)).length >= form.proof.alone,
    )
  })

/** Whether a table of which nothing was read may be in the file all the same, its labels not known for what they are. */
export const mayStandThere = (form: Form, unread: readonly Block[]): boolean =>
  looseNumbers(unread) >= manyNumbers(form) || headerTorn(form, unread) || printsLabels(form, unread)

/** Whether the document says in few words that a table stands elsewhere. */
export const pointsElsewhere = (unread: readonly Block[]): boolean =>
  unread.some(
    block => block.kind === 'paragraph' && block.text.length < 30 && standIn.test(block.text.trim()),
  )

/** Blocks in and around a table that no form was read from, where its rows may have gone. */
const besideMatch = (match: FormMatch, { blocks, unread }: Printed): readonly Block[] => {
  const first = match.rows[0]?.block ?? 0
  const last = match.rows.at(-1)?.block ?? 0
  const around = new Set(blocks.slice(Math.max(0, first - 2), last + 3))
  return unread.filter(block => around.has(block))
}

/** Characters of a wrong code page, of none, or of a font's own: what they print is not known. */
const garbled = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\ufffd\ue000-\uf8ff]/u

/** Whether every row of the form that is printed was surely met. */
export const readWhole = (form: Form, reading: FormReading, match: FormMatch, printed: Printed): boolean => {
  const vocabulary = vocabularyOf(form)
  const scattered = match.rows.some(
    ({ table, cells }) => table === null && cells.some(({ bare }) => vocabulary.findRow(bare) !== null),
  )
  const leftOver = reading.observations.some(
    ({ kind }) => kind === 'rowUnreadable' || kind === 'rowUnknown' || kind === 'rowsScattered',
  )
  const beside = besideMatch(match, printed)
  const garbledRow = match.rows.some(({ cells }) => cells.some(({ text }) => garbled.test(text)))
  return (
    !scattered &&
    !leftOver &&
    !garbledRow &&
    pieceOf(form, printed.unread) === null &&
    looseNumbers(beside) < 3
  )
}

/** A row of the form that was not met: whether the file is seen not to have it, else the words that may print it. */
export interface UnmetRow {
  readonly row: string
  readonly proven: boolean
  readonly quote?: string
}

const labelsOf = ({ path }: Row): string[] =>
  path.slice(-1).flatMap(({ label, alsoWritten = [] }) => [label, ...alsoWritten].map(plainLabel))

const quoteOf = (text: string): string => text.slice(0, longestQuote).replace(/\s+/gu, ' ').trim()

/** Where the labels of rows are printed, read or not: the words from each label on. */
const printedRows = (form: Form, { blocks, unread }: Printed): ((row: Row) => string | null) => {
  const text = blocks.map(textOf).join('\n')
  const runs = [...runsIn(form.key, text), ...runsIn(form.key, text, false)].filter(
    ({ labels, numbers }) => labels.size > 1 || numbers > 0,
  )
  const lines = unread
    .map(textOf)
    .join('\n')
    .split('\n')
    .filter(line => line.length <= longestQuote)
  return row => {
    const labels = labelsOf(row)
    const run = runs.find(each => labels.some(label => each.labels.has(label)))
    if (run) return quoteOf(text.slice(run.from))
    const short = labels.filter(label => label.length < shortest)
    const line = lines.find(each => short.includes(plainLabel(each.replace(/[-+\d.,|\s]+$/u, ''))))
    return line === undefined ? null : quoteOf(line)
  }
}

/** The rows of a form that the reading did not meet. `unread`: the blocks that no form was read from. */
export const unmetRows = (
  form: Form,
  reading: FormReading,
  match: FormMatch,
  printed: Printed,
): UnmetRow[] => {
  const unmet = [...new Set(formCells(form).map(({ row }) => row))].filter(
    ({ key }) => key !== '' && !reading.rows.includes(key),
  )
  if (unmet.length === 0) return []
  const whole = readWhole(form, reading, match, printed)
  const quoteFor = printedRows(form, printed)
  return unmet.map(row => {
    const quote = quoteFor(row)
    return { row: row.key, proven: whole && quote === null, ...(quote === null ? {} : { quote }) }
  })
}

const leads = /^(?:数量|件数|件|案件数量|合计|小计|项目|指标)$/u

/** A header of results that prints nothing but its labels: what such a header lacks the table has not. */
const isCleanHeader = (labels: ResultLabels, match: FormMatch): boolean =>
  match.rows.every(({ cells }) =>
    cells.every(
      cell =>
        isFigureLike(cell.text) ||
        labels.isHead(cell.bare) ||
        leads.test(cell.bare) ||
        labels.resultOf(cell.bare) !== null ||
        labels.groupOf(cell) !== null,
    ),
  )

/** Whether all columns of results that are printed were surely met: no torn label, no further group of results. */
export const headerReadWhole = (
  form: Form,
  reading: FormReading,
  match: FormMatch,
  blocks: readonly Block[],
): boolean => {
  if (form.reading !== 'results') return true
  const labels = labelsOfResults(form)
  const [first] = labels.results
  const lines = blocks.map(textOf).join('\n').split('\n')
  const printed = lines.filter(line => plainLabel(line) === plainLabel(first!.label)).length
  const read = [...reading.figures.keys()].filter(key => key.endsWith(`.${first!.key}`)).length
  return printed <= read && isCleanHeader(labels, match)
}
