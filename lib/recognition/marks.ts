import type { FormKey } from '../forms/form.ts'
import { remember } from '../util/remember.ts'
import { bareLabel } from './labels.ts'
import { groupLabel, resultLabel } from './result-labels.ts'
import type { StreamRow } from './stream-row.ts'
import { isFigureLike, vocabulariesOf } from './vocabulary.ts'

/** What a row says about the form it belongs to. `strong` names stand in no other table; `names` are all met. */
export interface Marks {
  readonly strong: ReadonlyMap<FormKey, number>
  readonly weak: ReadonlySet<FormKey>
  readonly names: ReadonlySet<string>
}

/** Labels so short or common that they also head other tables: 规章, 行政许可, 其他, 总计. */
const distinctive = 5

const none: Marks = { strong: new Map(), weak: new Set(), names: new Set() }

const cellMarks = remember((text: string): { form: FormKey; name: string; strong: boolean }[] => {
  const cell = { text, bare: bareLabel(text) }
  const found: { form: FormKey; name: string; strong: boolean }[] = []
  for (const form of ['proactiveDisclosure', 'requests'] as const) {
    for (const vocabulary of vocabulariesOf(form)) {
      const row = vocabulary.findRow(cell.bare)?.value
      const group = vocabulary.findGroup(cell.bare)?.value
      const caption = vocabulary.findCaption(cell.text)
      const column = vocabulary.form.blocks.some(block => vocabulary.findColumn(block, cell.bare))
      const frame = vocabulary.isFrame(cell.text, cell.bare) && cell.bare !== '信息内容'
      const long = cell.bare.length >= distinctive || form === 'requests'
      if (row)
        found.push({
          form,
          // 其他 and 总计 are columns as well.
          name: `${cell.bare.length > 2 || row.row.path.length === 1 ? 'row' : 'short'} ${row.row.key}`,
          strong: long && cell.bare.length > 3 && cell.bare !== '规范性文件',
        })
      if (group !== undefined) found.push({ form, name: `group ${group}`, strong: cell.bare.length > 3 })
      if (caption) found.push({ form, name: `caption ${cell.bare}`, strong: true })
      if (column) found.push({ form, name: `column ${cell.bare}`, strong: cell.bare.length > 3 })
      if (frame) found.push({ form, name: `frame ${cell.bare}`, strong: cell.bare.length > 3 })
    }
  }
  return found
})

/** Marks of a row of cells. Figures and blanks say nothing. */
export const marksOf = (row: StreamRow): Marks => {
  const strong = new Map<FormKey, number>()
  const weak = new Set<FormKey>()
  const names = new Set<string>()
  const results = new Set<string>()
  for (const cell of row.cells) {
    if (cell.bare === '' || cell.bare.length > 60 || isFigureLike(cell.text)) continue
    const group = groupLabel(cell)
    const result = resultLabel(cell)
    if (result) results.add(result.key)
    if (group || cell.bare === '行政诉讼') weak.add('reconsiderationAndLitigation')
    if (group && cell.bare !== '行政复议') names.add(`group ${group}`)
    for (const mark of cellMarks(cell.text)) {
      if (mark.strong) strong.set(mark.form, (strong.get(mark.form) ?? 0) + 1)
      weak.add(mark.form)
      names.add(`${mark.form} ${mark.name}`)
    }
  }
  // 总计 alone is a label of other tables too.
  const alone = !row.table && [...results].some(result => result !== 'total')
  if (results.size >= 3 || alone) {
    strong.set('reconsiderationAndLitigation', results.size)
    for (const result of results) names.add(`result ${result}`)
  }
  if (results.size > 0) weak.add('reconsiderationAndLitigation')
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
  [...names].filter(name => / row |^result /u.test(name))
