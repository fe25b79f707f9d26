import type { Block } from '../document.ts'
import { type Form, formCells, type Row } from './form.ts'
import { bareLabel } from './labels.ts'
import type { FormReading } from './read-form.ts'
import type { FormMatch } from './recognise.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * What counts as proof that the file lacks something of a form. A row or a table that was not met is missing only where
 * nothing of it is printed anywhere; whatever could not be read may be the very thing that was not met.
 */

/** Shorter labels (总计, 规章) are words of any text: they are looked for only where they stand alone. */
const shortest = 4

/** Prose is longer than any label; what ran together is longer still, but prints several labels. */
const longestLabel = 120

/** So many labels of one form in one text are a part of its table, not prose about it. */
const several = 3

const flat = (text: string): string => bareLabel(text.replace(/[()（）]/gu, ' '))

const labelsOf = (form: Form): readonly string[] => [
  ...new Set(
    form.blocks
      .flatMap(block => [...block.rows, ...block.columns])
      .flatMap(({ path }) => path.slice(-1))
      .map(({ label }) => bareLabel(label))
      .filter(label => label.length >= shortest),
  ),
]

/** The labels of a form that a text prints one after another: many in one paragraph mean that its cells ran together. */
export const labelsWithin = (form: Form, text: string): readonly string[] => {
  const printed = flat(text)
  return labelsOf(form).filter(label => printed.includes(label))
}

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => (block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text]))

const rowLabels = ({ path }: Row): string[] => {
  const own = path[path.length - 1]
  return own ? [own.label, ...(own.alsoWritten ?? [])].map(bareLabel) : []
}

/** Where a label that is no other row's own is printed: the words that print it, or null. */
const printedRow = (form: Form, row: Row, texts: readonly string[]): string | null => {
  const labels = rowLabels(row)
  const { findRow } = vocabularyOf(form)
  const prints = (text: string): boolean => {
    if (text.length > longestLabel) return false
    const bare = bareLabel(text)
    if (labels.includes(bare)) return true
    if (findRow(bare)?.value.row.key) return false
    const printed = flat(text)
    return labels.some(label => label.length >= shortest && printed.includes(label))
  }
  return texts.find(prints) ?? null
}

/** Whether every row of the form that is printed was surely met: nothing of it stands outside tables or was left over. */
const readWhole = (form: Form, reading: FormReading, match: FormMatch, blocks: readonly Block[]): boolean => {
  const vocabulary = vocabularyOf(form)
  const scattered = match.rows.some(
    ({ table, cells }) => table === null && cells.some(({ bare }) => vocabulary.findRow(bare) !== null),
  )
  const leftOver = reading.observations.some(
    ({ kind }) => kind === 'rowUnreadable' || kind === 'rowUnknown' || kind === 'rowsScattered',
  )
  const beside = blocks.some(
    block =>
      block.kind === 'paragraph' &&
      block.text.length > 20 &&
      labelsWithin(form, block.text).length >= several,
  )
  return !scattered && !leftOver && !beside
}

/** A row of the form that was not met: whether the file is seen not to have it, else the words that may print it. */
export interface UnmetRow {
  readonly row: string
  readonly proven: boolean
  readonly quote?: string
}

/** The rows of a form that the reading did not meet. */
export const unmetRows = (
  form: Form,
  reading: FormReading,
  match: FormMatch,
  blocks: readonly Block[],
): UnmetRow[] => {
  const unmet = [...new Set(formCells(form).map(({ row }) => row))].filter(
    ({ key }) => key !== '' && !reading.rows.includes(key),
  )
  if (unmet.length === 0) return []
  const whole = readWhole(form, reading, match, blocks)
  const texts = textsOf(blocks)
  return unmet.map(row => {
    const quote = printedRow(form, row, texts)
    return { row: row.key, proven: whole && quote === null, ...(quote === null ? {} : { quote }) }
  })
}
