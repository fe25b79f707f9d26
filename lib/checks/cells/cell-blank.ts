import type { FormCell } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf, stateAt } from '../../model/figures-of.ts'
import { cellName, rowLabel, rowPlace, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import type { Determined } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { decidedBlanks } from '../whole/table.ts'
import { listOf } from '../wording.ts'

const placesOf = (report: Report, blank: readonly FormCell[]): Message => {
  const rows = Map.groupBy(blank, ({ row }) => row)
  if (blank.length <= 8 || rows.size === 1)
    return listOf(
      blank.map(({ key }) => cellName(report, key)),
      15,
    )
  return listOf(
    [...rows].map(([row, cells]) => {
      const place = rowPlace(rowLabel(row))
      return { zh: `${place.zh} ${cells.length} 格`, en: `${place.en}: ${cells.length}` }
    }),
    10,
  )
}

/** What the sums leave of the blanks: each number above 0 with its cell, and how many can only be 0. */
const decidedWords = (report: Report, determined: readonly Determined[]): Message => {
  if (determined.length === 0) return { zh: '', en: '' }
  const some = determined.filter(({ value }) => value > 0)
  const none = determined.length - some.length
  const values = listOf(
    some.map(({ cell, value }) => {
      const name = cellName(report, cell)
      return { zh: `${name.zh} ${value}`, en: `${name.en} ${value}` }
    }),
    15,
  )
  const zeros: Message =
    none === 0
      ? { zh: '', en: '' }
      : some.length === 0
        ? { zh: '只能是 0', en: 'can only be 0' }
        : { zh: `；其余 ${none} 格只能是 0`, en: `; the other ${none} can only be 0` }
  return {
    zh: `其中 ${determined.length} 格由勾稽关系唯一确定：${values.zh}${zeros.zh}（推算所得，未填入表中）。`,
    en: ` The sums leave ${determined.length} of them one value only: ${values.en}${zeros.en} (arithmetic, not entered in the table).`,
  }
}

export const cellBlank = defineCheck({
  id: 'cell-blank',
  severity: 'warning',
  title: { zh: '空白格', en: 'Blank cells' },
  explanation: {
    zh: '空白不等于 0：可能是没有发生，也可能是漏填。每张表合为一条，列出格数和位置。',
    en: 'Blank is not zero: it may mean that nothing happened, or that the figure was forgotten. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const cells = cellsOf(report, form)
      const blank = cells.filter(({ key }) => stateAt(report, key) === 'blank')
      if (blank.length === 0) return []
      const table = tableName(form)
      const values = decidedBlanks(report, form)
      const determined = [...values].map(([cell, value]) => ({ cell, value }))
      const decided = decidedWords(report, determined)
      const places: Message =
        blank.length === cells.length ? { zh: '全部各格', en: 'every cell' } : placesOf(report, blank)
      return [
        {
          message: {
            zh: `${table.zh}有 ${blank.length} 个空白格（共 ${cells.length} 格）：${places.zh}。${decided.zh}空白不按 0 计，没有发生的请填 0，漏填的请补填。`,
            en: `In ${table.en} ${blank.length} of ${cells.length} cells are blank: ${places.en}.${decided.en} A blank is not taken as 0: put 0 where nothing happened, and fill in what was forgotten.`,
          },
          cells: blank.map(({ key }) => key),
          ...(determined.length === 0 ? {} : { determined }),
        },
      ]
    }),
})
