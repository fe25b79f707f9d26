import type { FormKey } from '../forms/form.ts'
import { type EditionId, editions } from '../forms/index.ts'
import type { StreamRow } from './stream-row.ts'
import { isFigureLike, type Vocabulary, vocabularyOf } from './vocabulary.ts'

const officialNames = (vocabulary: Vocabulary, rows: readonly StreamRow[]): Set<string> => {
  const names = new Set<string>()
  for (const cell of rows.flatMap(row => row.cells)) {
    if (cell.bare.length < 3 || isFigureLike(cell.text)) continue
    const row = vocabulary.findRow(cell.bare)
    if (row) names.add(`row ${row.value.row.key}`)
    for (const block of vocabulary.form.blocks) {
      const column = vocabulary.findColumn(block, cell.bare)
      if (column) names.add(`column ${column.value.column.key}`)
    }
  }
  return names
}

/** Whether （六）其他处理 is printed with values of its own, as only the edition 2019 does. */
const undivided = (rows: readonly StreamRow[]): boolean =>
  rows.some(row =>
    row.cells.some((cell, at) => {
      const next = row.cells[at + 1]
      return cell.bare === '其他处理' && !cell.merged && next !== undefined && isFigureLike(next.text)
    }),
  )

/**
 * The edition of a table by its labels alone; null where its labels are the same in all editions, or say nothing.
 * Names that only one edition prints decide.
 */
export const editionOf = (form: FormKey, rows: readonly StreamRow[]): EditionId | null => {
  if (form === 'reconsiderationAndLitigation') return null
  const met = editions.map(edition => officialNames(vocabularyOf(edition.forms[form]), rows))
  const scores = met.map((names, at) => {
    const others = new Set(met.flatMap((other, index) => (index === at ? [] : [...other])))
    return [...names].filter(name => !others.has(name)).length
  })
  const best = scores.indexOf(Math.max(...scores))
  if (scores.some((score, at) => at !== best && score === scores[best])) {
    return form === 'requests' && undivided(rows) ? '2019' : null
  }
  return editions[best]!.id
}
