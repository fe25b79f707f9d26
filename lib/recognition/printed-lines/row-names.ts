import type { Form, FormKey, Label } from '../../forms/form.ts'
import { even } from '../../util/even.ts'
import { remember, rememberFor } from '../../util/remember.ts'
import { bareLabel, fullLabel, labelNumberValue, lastNumberedPart } from '../labels/labels.ts'
import { labelledVocabularies, type RowRef, type Vocabulary } from '../labels/vocabulary.ts'

/** A row of a form by its own name, the same in all editions that print it. */
export interface NamedRow {
  readonly form: FormKey
  readonly key: string
  /** The numbers before its label in the editions: 7 for （七）; 0 where there is none. */
  readonly numbers: readonly number[]
  /** Stands under the label of a group. */
  readonly grouped: boolean
}

const numbersOf = (form: FormKey, key: string): number[] =>
  labelledVocabularies.flatMap(vocabulary =>
    vocabulary.form.key === form
      ? vocabulary.rows.flatMap(({ row, number }) => (row.key === key ? [number] : []))
      : [],
  )

/** The name of a row that a form prints. */
export const nameOf = ({ key: form }: Form, { row }: RowRef): NamedRow => ({
  form,
  key: row.key,
  numbers: numbersOf(form, row.key),
  grouped: row.path.length > 1,
})

const wordings = ({ label, alsoWritten = [] }: Label): string[] => [label, ...alsoWritten]
const ownLabel = ({ row }: RowRef): Label => row.path[row.path.length - 1]!

const named = new Map<string, NamedRow>()
for (const { form, rows } of labelledVocabularies)
  for (const ref of rows)
    for (const wording of wordings(ownLabel(ref))) {
      const bare = bareLabel(wording)
      if (!named.has(bare)) named.set(bare, nameOf(form, ref))
    }

const groups = new Set(
  labelledVocabularies.flatMap(({ rows }) =>
    rows.flatMap(({ row }) => row.path.slice(0, -1).flatMap(wordings).map(bareLabel)),
  ),
)

/** 其他 and 总计 are columns as well: only their number tells the row. */
const shortest = 3

/** The row whose label the text is, in a known wording. */
export const wholeRow = (text: string): NamedRow | null => {
  const row = named.get(bareLabel(text))
  if (row === undefined) return null
  const short = bareLabel(text).length < shortest && row.grouped
  return short && !row.numbers.includes(labelNumberValue(text)) ? null : row
}

/** The row whose label the text is, in a known wording; a group's label may stand before it, but no other row's. */
export const exactRow = remember((text: string): NamedRow | null => {
  const whole = wholeRow(text)
  const part = whole === null ? lastNumberedPart(text) : null
  if (part === null) return whole
  const before = even(text).slice(0, -part.length)
  const other = wholeRow(before) ?? wholeRow(lastNumberedPart(before) ?? '')
  return other === null ? wholeRow(part) : null
})

/** A label that joins rows, and no row in any edition. */
export const isGroup = (text: string): boolean =>
  bareLabel(text).length >= shortest && groups.has(bareLabel(text)) && exactRow(text) === null

const groupSpellings = labelledVocabularies.flatMap(({ rows }) =>
  rows.flatMap(({ row }) => row.path.slice(0, -1).flatMap(wordings).map(fullLabel)),
)

/** Part of the label of a group, as a narrow column tears it: 三、本 · 年度办 · 理结果. */
export const isPartOfGroup = remember((text: string): boolean => {
  const part = fullLabel(text)
  return part !== '' && groupSpellings.some(group => group.includes(part))
})

/** The words without parts of a group's label before them. */
export const withoutGroup = (text: string): string => {
  const words = text.split(/\s+/u)
  const first = words.findIndex(word => !isPartOfGroup(word))
  return first <= 0 ? text : words.slice(first).join(' ')
}

const likeRow = (vocabulary: Vocabulary, text: string): RowRef | undefined =>
  vocabulary.findRow(bareLabel(lastNumberedPart(text) ?? text))?.value

/** Whether the text is nearly a row's label, so that it may be one with a slip, or a part of another that looks like it. */
export const mayBeRow = remember((text: string): boolean =>
  labelledVocabularies.some(each => likeRow(each, text)),
)

/** The row a label with slips means: told by its number as well, or as long as the label at least. */
export const likelyRow = remember((text: string): NamedRow | null => {
  const part = lastNumberedPart(text) ?? text
  for (const vocabulary of labelledVocabularies) {
    const ref = likeRow(vocabulary, text)
    if (ref === undefined || labelNumberValue(part) !== ref.number) continue
    const whole = ref.number !== 0 || bareLabel(part).length >= bareLabel(ownLabel(ref).label).length
    if (whole) return nameOf(vocabulary.form, ref)
  }
  return null
})

/** One wording of a row's label: as characters that follow one another on paper, and as the form or a report writes it. */
export interface Wording {
  readonly spelled: string
  readonly label: string
}

/** All wordings of a row's label, the longest first. An explanation in brackets may be left out. */
export const wordingsOf = rememberFor((ref: RowRef): readonly Wording[] => {
  const labels = wordings(ownLabel(ref)).flatMap(text => [text, text.replace(/[（(].*[)）]$/u, '')])
  return [...new Set(labels)]
    .map(label => ({ label, spelled: fullLabel(label) }))
    .filter(({ spelled }) => spelled.length > 1)
    .sort((a, b) => b.spelled.length - a.spelled.length)
})
