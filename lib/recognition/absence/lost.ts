import { type Form, formCells } from '../../forms/form.ts'
import type { Block } from '../../model/document.ts'
import { stateOfWords } from '../../model/own-workbook.ts'
import type { Figure, Observation, TableUnreadableReason } from '../../model/report.ts'
import type { FormMatch } from '../matches/recognise.ts'
import { type FormReading, missingFigure, unreadableFigure } from '../values/read-form.ts'
import { headerReadWhole, mayStandThere, pieceOf, pointsElsewhere, readWhole, unmetRows } from './absence.ts'

/** What a document holds besides what was read: `unread` are the blocks that no form was read from. */
export interface Remainder {
  readonly blocks: readonly Block[]
  readonly unread: readonly Block[]
  /** What the reader could not carry over and a table may be in. */
  readonly notCarried: 'picture' | 'notCarried' | null
}

/** A table of which no figure was read: seen not to be there, or there in a form that cannot be read. */
export const tableLost = (
  form: Form,
  match: FormMatch | undefined,
  { unread, notCarried }: Remainder,
): Observation => {
  const unreadable = (reason: TableUnreadableReason, quote?: string): Observation => ({
    kind: 'tableUnreadable',
    form: form.key,
    reason,
    ...(quote === undefined ? {} : { quote }),
  })
  const piece = pieceOf(form, unread)
  if (piece) return unreadable(piece.together ? 'runTogether' : 'scattered', piece.quote)
  if ((match && match.labels > 1) || mayStandThere(form, unread)) return unreadable('scattered')
  if (pointsElsewhere(unread)) return unreadable('notCarried')
  return notCarried ? unreadable(notCarried) : { kind: 'tableMissing', form: form.key }
}

const unmetObservation =
  (form: Form) =>
  ({ row, proven, quote }: ReturnType<typeof unmetRows>[number]): Observation =>
    proven
      ? { kind: 'rowMissing', form: form.key, row }
      : { kind: 'rowUnmet', form: form.key, row, ...(quote === undefined ? {} : { quote }) }

/** Every figure of a form, those read and those not, and what the reading did not meet of it. */
export const completed = (
  form: Form,
  reading: FormReading,
  match: FormMatch,
  remainder: Remainder,
): { readonly figures: readonly Figure[]; readonly observations: readonly Observation[] } => {
  const given = formCells(form).map(({ key }) => reading.figures.get(key))
  if (given.every(figure => figure !== undefined && figure.state !== 'missing'))
    return { figures: given.filter(figure => figure !== undefined), observations: reading.observations }
  const unmet = unmetRows(form, reading, match, remainder)
  const unproven = new Set(unmet.filter(({ proven }) => !proven).map(({ row }) => row))
  const whole = readWhole(form, reading, match, remainder)
  const groups = whole && headerReadWhole(form, reading, match, remainder.blocks)
  // Our own workbook says in the cell that it was missing.
  const isSaid = match.rows.some(({ cells }) => cells.some(({ text }) => stateOfWords(text.trim()) !== null))
  const isMissing = (row: string) => (row === '' ? groups : whole && !unproven.has(row))
  return {
    figures: formCells(form).map(({ key, row, column }, at) => {
      const figure = given[at]
      if (figure && (figure.state !== 'missing' || isSaid)) return figure
      return (isMissing(row.key) ? missingFigure : unreadableFigure)(key, column)
    }),
    observations: [...unmet.map(unmetObservation(form)), ...reading.observations],
  }
}
