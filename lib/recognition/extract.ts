import { formsOf } from '../forms/distinct-forms.ts'
import { editionById, editionForYear } from '../forms/find-edition.ts'
import { type Form, type FormKey, formCells, formKeys } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import type { Block } from '../model/document.ts'
import type { Loss } from '../model/loss.ts'
import type { Figure, Observation, ReportTable } from '../model/report.ts'
import { completed, type Remainder, tableLost } from './absence/lost.ts'
import { readLabelledForm } from './labelled/read-labelled.ts'
import { settleCopies } from './matches/copies.ts'
import { editionsWith, likelyForms, oneOf } from './matches/edition-of.ts'
import type { FormMatch, Recognition } from './matches/recognise.ts'
import { readResultForm } from './results/read-results.ts'
import { linesAround } from './values/lines-around.ts'
import { type FormReading, missingFigure, unreadableFigure } from './values/read-form.ts'
import { unseenTexts } from './values/unseen.ts'

/** The figures of all statutory tables, and what was noticed about their structure. */
export interface Extraction {
  readonly editions: Readonly<Record<FormKey, EditionId | null>>
  readonly figures: ReadonlyMap<string, Figure>
  readonly tables: readonly ReportTable[]
  readonly observations: readonly Observation[]
  readonly reconciliationNote: boolean
}

const readForm = (
  form: Form,
  match: FormMatch,
  blocks: readonly Block[],
  unseen: ReadonlySet<string>,
): FormReading => {
  const around = { lines: linesAround(blocks, match), unseen }
  return form.reading === 'results'
    ? readResultForm(form, match.rows, around)
    : readLabelledForm(form, match.rows, around)
}

/** A table elsewhere in the file is a copy of this one if few figures differ; where most do, it is another unit's. */
const sameTableShare = 0.3

/** Keys in which a further copy of the same table prints another number: neither can be believed. */
const differingCopy = (
  own: ReadonlyMap<string, Figure>,
  other: ReadonlyMap<string, Figure>,
  share: number,
): string[] => {
  const both = [...other.values()].filter(each => each.value !== null && own.get(each.key)?.value !== null)
  const differing = both.filter(each => own.get(each.key)?.value !== each.value).map(({ key }) => key)
  return differing.length <= both.length * share ? differing : []
}

/** Keys in which a copy that may as well be meant does not print the same number, or cannot be read. */
const notAgreeing = (
  form: FormKey,
  own: ReadonlyMap<string, Figure>,
  other: ReadonlyMap<string, Figure>,
): string[] =>
  [...own.values()]
    .filter(
      ({ key, value }) => key.startsWith(`${form}.`) && value !== null && other.get(key)?.value !== value,
    )
    .map(({ key }) => key)

/**
 * The edition of each table: the one its labels tell. Where several editions print its form, one that prints the other
 * tables as well, those with more labels first, and of these the year's. Where the labels may be of several forms, or no
 * table is there, the year tells before the other tables do. Where nothing does it is the oldest edition that prints
 * what is there, so that a later one never changes how a report was read.
 */
const expectedEditions = (
  matches: ReadonlyMap<FormKey, FormMatch>,
  year: number | null,
): ((key: FormKey) => EditionId) => {
  const likely = new Map([...matches].map(([key, { rows }]) => [key, likelyForms(key, rows, year)] as const))
  const fullestFirst = [...matches].sort(([, a], [, b]) => b.labels - a.labels).map(([key]) => key)
  const due = editionForYear(year)
  return key => {
    const forms = likely.get(key) ?? formsOf(key)
    const possible = editionsWith(key, forms)
    if (forms.length > 1 && due !== null && possible.includes(due)) return due
    const together = fullestFirst.reduce((left, other) => {
      const both = editionsWith(other, likely.get(other)!).filter(id => left.includes(id))
      return both.length > 0 ? both : left
    }, possible)
    const isGuess = !likely.has(key) && likely.size > 0 && !together.some(id => id === due)
    return isGuess ? together[0]! : oneOf(key, together, year)
  }
}

/** Whether a form with a 勾稽 note in its corner prints it. */
const printsNote = ({ form, rows }: FormMatch): boolean =>
  formsOf(form).some(({ blocks }) => blocks.some(({ corner }) => corner?.toldBy !== undefined)) &&
  rows.some(({ cells }) => cells.some(({ text }) => /[勾钩]稽/u.test(text)))

/**
 * Reads all statutory tables. `year` is only a hint for tables whose labels are alike in several editions.
 * Every cell key of an edition is in `figures`; a table of which nothing was read has the keys of the edition
 * that the other tables or the year suggest, all `missing` or all `unreadable`. `notCarried`: what the reader could not
 * carry over and a table may be in. `losses`: what of the labels is struck out or not to be seen.
 */
export const extract = (
  blocks: readonly Block[],
  recognition: Recognition,
  year: number | null,
  notCarried: Remainder['notCarried'],
  losses: readonly Loss[] = [],
): Extraction => {
  const unseen = unseenTexts(blocks, losses)
  const { matches, contesting, elsewhere, observations: settled } = settleCopies(recognition, year)
  const expected = expectedEditions(matches, year)
  const formOf = (key: FormKey): Form => editionById(expected(key)).forms[key]
  const editions = Object.fromEntries(formKeys.map(key => [key, null])) as Record<FormKey, EditionId | null>
  const figures = new Map<string, Figure>()
  const observations: Observation[] = []
  const readings = new Map<FormKey, FormReading>()
  for (const key of formKeys) {
    const match = matches.get(key)
    const reading = match && readForm(formOf(key), match, blocks, unseen)
    if (!reading || reading.readable === 0) continue
    readings.set(key, reading)
    editions[key] = expected(key)
  }
  const statutory = readings.size > 0
  const taken = new Set([...readings.keys()].flatMap(key => matches.get(key)!.rows.map(row => row.block)))
  const remainder = { blocks, unread: blocks.filter((_, at) => !taken.has(at)), notCarried }
  for (const key of formKeys) {
    const form = formOf(key)
    const reading = readings.get(key)
    if (reading) {
      const whole = completed(form, reading, matches.get(key)!, remainder)
      for (const figure of whole.figures) figures.set(figure.key, figure)
      for (const observation of whole.observations) observations.push(observation)
      continue
    }
    const lost = tableLost(form, matches.get(key), remainder)
    const figure = lost.kind === 'tableMissing' ? missingFigure : unreadableFigure
    if (statutory)
      for (const { key: name, column } of formCells(form)) figures.set(name, figure(name, column))
    observations.push(lost)
  }
  observations.push(...settled.filter(({ form }) => editions[form] !== null))
  for (const copy of [...contesting, ...elsewhere]) {
    if (editions[copy.form] === null) continue
    const other = readForm(formOf(copy.form), copy, blocks, unseen).figures
    // A blank form in an annex is no copy.
    if (copy.blank) continue
    const doubtful = elsewhere.includes(copy)
      ? differingCopy(figures, other, sameTableShare)
      : notAgreeing(copy.form, figures, other)
    for (const key of doubtful) figures.set(key, unreadableFigure(key, figures.get(key)!))
    const tables = [...matches.get(copy.form)!.tables, ...copy.tables]
    observations.push({ kind: 'tableRepeated', form: copy.form, tables })
  }
  const keyOf = new Map<number, FormKey>()
  for (const [key, match] of matches)
    if (readings.has(key)) for (const table of match.tables) if (!keyOf.has(table)) keyOf.set(table, key)
  return {
    editions,
    figures,
    tables: blocks.flatMap(block =>
      block.kind === 'table' ? [{ table: block, form: keyOf.get(block.number) ?? null }] : [],
    ),
    observations,
    reconciliationNote: [...matches.values()].some(printsNote),
  }
}
