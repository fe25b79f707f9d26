import { keysRead } from '../../forms/distinct-forms.ts'
import type { FormKey } from '../../forms/form.ts'
import { remember } from '../../util/remember.ts'
import type { StreamCell, StreamRow } from '../stream/stream-row.ts'
import { bareLabel } from './labels.ts'
import { resultLabelsOf } from './result-labels.ts'
import { isFigureLike, labelledVocabularies } from './vocabulary.ts'

/** What a row says about the form it belongs to. `strong` names stand in no other table; `names` are all met. */
export interface Marks {
  readonly strong: ReadonlyMap<FormKey, number>
  readonly weak: ReadonlySet<FormKey>
  readonly names: ReadonlySet<string>
}

/** Longer texts are no labels. */
const longestLabel = 60

const none: Marks = { strong: new Map(), weak: new Set(), names: new Set() }

interface Mark {
  readonly form: FormKey
  readonly name: string
  readonly strong: boolean
}

/** Labels of other kinds than rows head other tables as well where they have fewer characters: 其他, 总计. */
const distinctive = 4

const cellMarks = remember((text: string): readonly Mark[] => {
  const bare = bareLabel(text)
  const all = labelledVocabularies.flatMap((vocabulary): Mark[] => {
    const { key: form, proof } = vocabulary.form
    const row = vocabulary.findRow(bare)?.value
    const group = vocabulary.findGroup(bare)?.value
    const common = vocabulary.isCommon(bare)
    const mark = (name: string, strong: boolean): Mark => ({ form, name: `${form} ${name}`, strong })
    const long = bare.length >= distinctive
    // 其他 and 总计 are columns as well.
    const kind = bare.length > 2 || row?.row.path.length === 1 ? 'row' : 'short'
    const isColumn = vocabulary.form.blocks.some(block => vocabulary.findColumn(block, bare))
    return [
      ...(row ? [mark(`${kind} ${row.row.key}`, bare.length >= proof.distinctive && !common)] : []),
      ...(group === undefined ? [] : [mark(`group ${group}`, long)]),
      ...(vocabulary.findCaption(text) ? [mark(`caption ${bare}`, true)] : []),
      ...(isColumn ? [mark(`column ${bare}`, long)] : []),
      ...(vocabulary.isFrame(text, bare) && !common ? [mark(`frame ${bare}`, long)] : []),
    ]
  })
  // What several editions print alike is one mark.
  return [...Map.groupBy(all, ({ name }) => name).values()].map(
    same => same.find(({ strong }) => strong) ?? same[0]!,
  )
})

interface ResultMarks {
  readonly results: ReadonlySet<string>
  /** One of them is printed by no other table, as 总计 is. */
  readonly telling: boolean
  readonly names: readonly string[]
  /** Any label of the form's header stands there. */
  readonly any: boolean
}

/** The labels of a form that is read by its results, as any edition prints them. */
const resultMarks = (form: FormKey, cells: readonly StreamCell[]): ResultMarks => {
  const results = new Set<string>()
  const names: string[] = []
  let telling = false
  let any = false
  for (const labels of resultLabelsOf(form))
    for (const cell of cells) {
      const group = labels.groupOf(cell)
      const result = labels.resultOf(cell.bare)
      const label = result && labels.results.find(({ key }) => key === result.key)!.label
      if (result) results.add(result.key)
      if (label && label.length >= labels.form.proof.distinctive) telling = true
      if (group || result || labels.isHead(cell.bare)) any = true
      // 行政复议 is a word of other tables too.
      if (group && group.toldBy !== null) names.push(`${form} group ${group.key}`)
    }
  return { results, telling, names, any }
}

const resultKeys = keysRead('results')

/** So many results in a row are a header of them. */
const fewestResults = 3

/** Marks of a row of cells. Figures and blanks say nothing. */
export const marksOf = (row: StreamRow): Marks => {
  const cells = row.cells.filter(
    ({ text, bare }) => bare !== '' && bare.length <= longestLabel && !isFigureLike(text),
  )
  const strong = new Map<FormKey, number>()
  const weak = new Set<FormKey>()
  const names = new Set<string>()
  for (const cell of cells)
    for (const { form, name, strong: isStrong } of cellMarks(cell.text)) {
      if (isStrong) strong.set(form, (strong.get(form) ?? 0) + 1)
      weak.add(form)
      names.add(name)
    }
  for (const form of resultKeys) {
    const found = resultMarks(form, cells)
    if (found.any) weak.add(form)
    for (const name of found.names) names.add(name)
    if (found.results.size < fewestResults && (row.table || !found.telling)) continue
    strong.set(form, found.results.size)
    for (const result of found.results) names.add(`${form} result ${result}`)
  }
  return strong.size === 0 && weak.size === 0 ? none : { strong, weak, names }
}

/** The form most strongly marked, or null. */
export const strongest = (marks: Marks): FormKey | null => {
  let best: FormKey | null = null
  for (const [form, count] of marks.strong) if (best === null || count > marks.strong.get(best)!) best = form
  return best
}

/** Of all names met those of rows, or of the result columns that stand for rows in table 4. */
export const rowMarks = (names: Iterable<string>): string[] =>
  [...names].filter(name => / (?:row|result) /u.test(name))
