import { formsOf } from '../../forms/distinct-forms.ts'
import { editionById, editionForYear } from '../../forms/find-edition.ts'
import type { Form, FormKey } from '../../forms/form.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { remember, rememberFor } from '../../util/remember.ts'
import { bareLabel } from '../labels/labels.ts'
import { labelsOfResults } from '../labels/result-labels.ts'
import { isFigureLike, vocabularyOf } from '../labels/vocabulary.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'

/** Shorter labels of rows and columns (其他, 总计) say nothing without what stands around, unless one form alone has them. */
const shortest = 3

const labelsOf = rememberFor(
  (form: Form): ReadonlySet<string> =>
    new Set(
      form.blocks.flatMap(({ rows, columns }) =>
        [...rows, ...columns].flatMap(({ path }) => path.map(({ label }) => bareLabel(label))),
      ),
    ),
)

const isCommon = (bare: string, form: Form): boolean =>
  bare.length < shortest && formsOf(form.key).some(other => other !== form && labelsOf(other).has(bare))

type NamesOf = (cell: StreamCell) => readonly string[]

const namesInLabelled = rememberFor((form: Form): NamesOf => {
  const vocabulary = vocabularyOf(form)
  const namesOf = remember((bare): readonly string[] => {
    if (isCommon(bare, form)) return []
    const row = vocabulary.findRow(bare)
    const columns = form.blocks.flatMap(block => vocabulary.findColumn(block, bare) ?? [])
    return [
      ...(row ? [`row ${row.value.row.key}`] : []),
      ...columns.map(({ value }) => `column ${value.column.path.at(-1)?.label}`),
    ]
  })
  return ({ bare }) => namesOf(bare)
})

const namesInResults = (form: Form): NamesOf => {
  const labels = labelsOfResults(form)
  return cell => [
    ...(labels.groupOf(cell) ? [`group ${labels.groupOf(cell)!.key}`] : []),
    ...(labels.resultOf(cell.bare) ? [`result ${labels.resultOf(cell.bare)!.key}`] : []),
  ]
}

/** The rows and columns of a form whose labels are printed. */
const namesMet = (form: Form, cells: readonly StreamCell[]): ReadonlySet<string> => {
  const namesOf = form.reading === 'results' ? namesInResults(form) : namesInLabelled(form)
  return new Set(cells.flatMap(namesOf))
}

const groupLabels = (form: Form): ReadonlySet<string> =>
  new Set(
    form.blocks.flatMap(({ rows }) =>
      rows.flatMap(({ path }) => path.slice(0, -1).map(({ label }) => bareLabel(label))),
    ),
  )

/** Whether a row that the other form prints as a group is printed with values of its own: （六）其他处理 of 2019. */
const printsGroupAsRow = (form: Form, other: Form, rows: readonly StreamRow[]): boolean => {
  const groups = groupLabels(other)
  const labels = form.blocks.flatMap(block => block.rows.flatMap(({ path }) => path.slice(-1)))
  const both = new Set(labels.map(({ label }) => bareLabel(label)).filter(label => groups.has(label)))
  return rows.some(({ cells }) =>
    cells.some((cell, at) => {
      const next = cells[at + 1]
      return both.has(cell.bare) && !cell.merged && next !== undefined && isFigureLike(next.text)
    }),
  )
}

const namesOf = (form: Form): ReadonlySet<string> =>
  new Set(
    form.blocks.flatMap(({ rows, columns }) => [
      ...rows.map(({ key }) => `row ${key}`),
      ...columns.map(({ key }) => `column ${key}`),
    ]),
  )

/** Whether a form has all rows and columns of another, and more. */
const extendsForm = (form: Form, other: Form): boolean =>
  form !== other && namesOf(other).isSubsetOf(namesOf(form)) && !namesOf(form).isSubsetOf(namesOf(other))

/** The forms of a key most of whose rows and columns a table prints: one, or several that are even. */
const evenForms = (key: FormKey, rows: readonly StreamRow[]): readonly Form[] => {
  const known = even(rows)
  const forms = known.get(key) ?? evenAmong(formsOf(key), rows)
  known.set(key, forms)
  return forms
}

/** What was found for the rows of a table: admission and extraction ask the same. */
const even = rememberFor((_rows: readonly StreamRow[]) => new Map<FormKey, readonly Form[]>())

const evenAmong = (forms: readonly Form[], rows: readonly StreamRow[]): readonly Form[] => {
  if (forms.length === 1) return forms
  const cells = rows.flatMap(row => row.cells).filter(({ bare, text }) => bare !== '' && !isFigureLike(text))
  const met = forms.map(form => namesMet(form, cells).size)
  return forms.filter((_, at) => met[at] === Math.max(...met))
}

/** Those that some edition prints by that year; all where none does, or the year is not known. */
const printedBy = (year: number | null, key: FormKey, forms: readonly Form[]): readonly Form[] => {
  if (year === null) return forms
  const printed = forms.filter(form =>
    editions.some(({ forms, since }) => forms[key] === form && since <= year),
  )
  return printed.length > 0 ? printed : forms
}

/**
 * Which of the forms of a key the labels speak for: the one most of whose rows and columns are printed, all of those
 * where several are even. Of those that are even one is not meant that no edition prints by the report's year, nor one
 * that only has more than another: none of that is printed. A label that is a row in one and a group in another decides
 * between them by its values.
 */
export const likelyForms = (
  key: FormKey,
  rows: readonly StreamRow[],
  year: number | null = null,
): readonly Form[] => {
  const forms = printedBy(year, key, evenForms(key, rows))
  if (forms.length === 1) return forms
  const best = forms.filter(form => !forms.some(other => extendsForm(form, other)))
  const told = best.filter(form => best.some(other => other !== form && printsGroupAsRow(form, other, rows)))
  return told.length > 0 ? told : best
}

/** The editions that print one of the forms, the oldest first. */
export const editionsWith = (key: FormKey, forms: readonly Form[]): readonly EditionId[] =>
  editions.filter(each => forms.includes(each.forms[key])).map(({ id }) => id)

/** Of the possible editions that of the year; else the first of those that print the newest form. */
export const oneOf = (key: FormKey, possible: readonly EditionId[], year: number | null): EditionId => {
  const due = editionForYear(year)
  if (due !== null && possible.includes(due)) return due
  const formOf = (id: EditionId): Form => editionById(id).forms[key]
  const newest = formOf(possible.at(-1)!)
  return possible.find(id => formOf(id) === newest)!
}
