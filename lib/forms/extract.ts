import type { Block } from '../document.ts'
import type { Figure, Observation, ReportTable, TableMissingReason } from '../report.ts'
import { editionForYear, editionOf } from './editions.ts'
import { type EditionId, type Form, type FormKey, formCells } from './form.ts'
import { editionById } from './index.ts'
import { bareLabel } from './labels.ts'
import { type FormReading, missingFigure } from './read-form.ts'
import { readLabelledForm } from './read-labelled.ts'
import { readResultForm } from './read-results.ts'
import type { FormMatch, Recognition } from './recognise.ts'

/** The figures of all statutory tables, and what was noticed about their structure. */
export interface Extraction {
  readonly editions: Readonly<Record<FormKey, EditionId | null>>
  readonly figures: ReadonlyMap<string, Figure>
  readonly tables: readonly ReportTable[]
  readonly observations: readonly Observation[]
  readonly reconciliationNote: boolean
}

const formKeys = ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation'] as const

/** The paragraphs right above the tables of a match: where a unit stands that holds for the whole table. */
const paragraphsAbove = (blocks: readonly Block[], match: FormMatch): string[] =>
  blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    const above = block.kind === 'paragraph' && next?.kind === 'table' && match.tables.includes(next.number)
    return above ? [block.text] : []
  })

const readForm = (form: Form, match: FormMatch, blocks: readonly Block[]): FormReading =>
  form.key === 'reconsiderationAndLitigation'
    ? readResultForm(form, match.rows)
    : readLabelledForm(form, match.rows, paragraphsAbove(blocks, match))

/** How many labels of a form a text prints one after another: many in one paragraph mean that its cells ran together. */
const labelsWithin = (form: Form, text: string): number => {
  const labels = form.blocks.flatMap(block => [
    ...block.rows.flatMap(row => row.path.slice(-1)),
    ...block.columns.flatMap(column => column.path.slice(-1)),
  ])
  const bare = bareLabel(text.replace(/[()（）]/gu, ''))
  return new Set(
    labels.map(({ label }) => bareLabel(label)).filter(label => label.length > 3 && bare.includes(label)),
  ).size
}

const runTogetherFrom = 5

const missingReason = (
  form: Form,
  blocks: readonly Block[],
  match: FormMatch | undefined,
  picture: boolean,
): { reason: TableMissingReason; quote?: string } => {
  const enough = form.key === 'requests' ? runTogetherFrom : form.key === 'proactiveDisclosure' ? 4 : 3
  for (const block of blocks) {
    if (block.kind === 'table' || block.text.length < 20) continue
    if (labelsWithin(form, block.text) >= enough) {
      const at = Math.max(0, block.text.search(/第二十条|勾稽|本年新收|结果维持/u))
      return { reason: 'runTogether', quote: block.text.slice(at, at + 60) }
    }
  }
  if (match && match.labels >= enough) return { reason: 'scattered' }
  return { reason: picture ? 'picture' : 'absent' }
}

const rowKeys = (form: Form): string[] => form.blocks.flatMap(block => block.rows.map(row => row.key))

/** Two copies of one table differ in a few figures at most; where most differ, the other one is another unit's or year's. */
const sameTableShare = 0.3

/** Keys in which a further copy of the same table prints another number: neither can be believed. */
const differingCopy = (own: ReadonlyMap<string, Figure>, other: ReadonlyMap<string, Figure>): string[] => {
  const both = [...other.values()].filter(each => each.value !== null && own.get(each.key)?.value !== null)
  const differing = both.filter(each => own.get(each.key)?.value !== each.value).map(({ key }) => key)
  return differing.length <= both.length * sameTableShare ? differing : []
}

const unreadable = ({ key, unit }: Figure): Figure => ({
  key,
  state: 'missing',
  value: null,
  text: null,
  ...(unit ? { unit } : {}),
  source: null,
})

/** Rows whose labels are all the form has are reported missing one by one only where the table is there. */
const complete = (form: Form, reading: FormReading): { figures: Figure[]; observations: Observation[] } => {
  const figures = formCells(form).map(
    ({ key, column }) => reading.figures.get(key) ?? missingFigure(key, column),
  )
  const absent =
    form.key === 'reconsiderationAndLitigation'
      ? []
      : rowKeys(form).filter(row => !reading.rows.includes(row))
  return {
    figures,
    observations: [
      ...absent.map((row): Observation => ({ kind: 'rowMissing', form: form.key, row })),
      ...reading.observations,
    ],
  }
}

/**
 * Reads all statutory tables. `year` is only a hint for tables whose labels are alike in both editions.
 * Every cell key of an edition is in `figures`; a table that is not there at all has the keys of the edition
 * that the other tables or the year suggest, all `missing`.
 */
export const extract = (
  blocks: readonly Block[],
  { matches, repeated }: Recognition,
  year: number | null,
  picture: boolean,
): Extraction => {
  const told = new Map<FormKey, EditionId | null>()
  for (const key of formKeys) {
    const match = matches.get(key)
    if (match) told.set(key, editionOf(key, match.rows))
  }
  const byYear = editionForYear(year)
  const expected = (key: FormKey): EditionId =>
    told.get(key) ??
    (key === 'reconsiderationAndLitigation' ? told.get('requests') : null) ??
    byYear ??
    told.get('requests') ??
    told.get('proactiveDisclosure') ??
    '2021'
  const editions = {
    proactiveDisclosure: null,
    requests: null,
    reconsiderationAndLitigation: null,
  } as Record<FormKey, EditionId | null>
  const figures = new Map<string, Figure>()
  const observations: Observation[] = []
  const readings = new Map<FormKey, FormReading>()
  for (const key of formKeys) {
    const match = matches.get(key)
    const reading = match && readForm(editionById(expected(key)).forms[key], match, blocks)
    if (!reading || reading.readable === 0) continue
    readings.set(key, reading)
    editions[key] = expected(key)
  }
  const statutory = readings.size > 0
  for (const key of formKeys) {
    const form = editionById(expected(key)).forms[key]
    const reading = readings.get(key)
    if (reading) {
      const whole = complete(form, reading)
      for (const figure of whole.figures) figures.set(figure.key, figure)
      for (const observation of whole.observations) observations.push(observation)
      continue
    }
    if (statutory)
      for (const { key: name, column } of formCells(form)) figures.set(name, missingFigure(name, column))
    observations.push({
      kind: 'tableMissing',
      form: key,
      ...missingReason(form, blocks, matches.get(key), picture),
    })
  }
  for (const copy of repeated) {
    const edition = editions[copy.form]
    if (edition === null) continue
    const other = readForm(editionById(edition).forms[copy.form], copy, blocks).figures
    // A blank form in an annex is no copy.
    if ([...other.values()].every(figure => figure.value === null)) continue
    for (const key of differingCopy(figures, other)) figures.set(key, unreadable(figures.get(key)!))
    const tables = [...matches.get(copy.form)!.tables, ...copy.tables]
    observations.push({ kind: 'tableRepeated', form: copy.form, tables })
  }
  const formOf = new Map<number, FormKey>()
  for (const [key, match] of matches)
    if (readings.has(key)) for (const table of match.tables) if (!formOf.has(table)) formOf.set(table, key)
  const requests = matches.get('requests')
  return {
    editions,
    figures,
    tables: blocks.flatMap(block =>
      block.kind === 'table' ? [{ table: block, form: formOf.get(block.number) ?? null }] : [],
    ),
    observations,
    reconciliationNote: !!requests?.rows.some(row => row.cells.some(cell => /[勾钩]稽/u.test(cell.text))),
  }
}
