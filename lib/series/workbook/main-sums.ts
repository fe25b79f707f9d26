import { addressOf, inSheet } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import type { Facts } from './facts.ts'
import { figureWords } from './figure.ts'
import { liveChange } from './live.ts'
import { overviewWidth } from './overview-width.ts'
import type { Plan, SumSheet } from './plan.ts'
import { mainOf } from './side-by-side.ts'
import * as styles from './styles.ts'
import { sumAt, sumCell } from './sum-sheet.ts'

/** The main sums of the season and of the year before, out of the sheets of sums. */

const sumOf = (plan: Plan, year: number, key: string): SumSheet | undefined =>
  plan.sumSheets.find(
    ({ units, form }) => units.year === year && units.columns.has(key) && key.startsWith(`${form}.`),
  )

export const putSums = (sheet: Sheet, facts: Facts, plan: Plan, from: number): number => {
  const { year } = facts
  const cells = mainOf(facts, plan).filter(({ key }) => sumOf(plan, year, key))
  if (cells.length === 0) return from
  put(sheet, [from, 1, 1, overviewWidth], '主要合计 Main sums', styles.heading)
  const head = from + 1
  const heads: readonly (readonly [number, number, string])[] = [
    [1, 1, '表\nTable'],
    [2, 5, '项目\nFigure'],
    [7, 1, `${year - 1}`],
    [8, 1, `${year}`],
    [9, 1, '增减\nChange'],
    [10, 1, `${year - 1} 无数（家）\nNo number`],
    [11, 1, `${year} 无数（家）\nNo number`],
  ]
  for (const [column, columns, text] of heads) put(sheet, [head, column, 1, columns], text, styles.head)
  sheet.heights[head - 1] = 30
  cells.forEach(({ key }, at) => {
    const row = head + 1 + at
    const words = figureWords(key)
    put(sheet, [row, 1], words.table, styles.centred)
    put(sheet, [row, 2, 1, 5], [words.row, words.column].filter(part => part !== '').join('｜'), styles.text)
    const sums = [year - 1, year].map((of, side) => {
      const planned = sumOf(plan, of, key)
      const at = [row, 7 + side] as const
      if (!planned) {
        put(sheet, at, '—', styles.mutedCentred)
        put(sheet, [row, 10 + side], '—', styles.mutedCentred)
        return '—'
      }
      const { value, lacks, flagged } = sumAt(planned, key)
      const reference = inSheet(planned.name, addressOf(...sumCell(planned, key)))
      put(
        sheet,
        at,
        value,
        flagged.length > 0 ? styles.sumNumberFlagged : styles.sumNumber,
        `IF(${reference}="","",${reference})`,
      )
      put(sheet, [row, 10 + side], lacks, lacks > 0 ? styles.warning : styles.mutedCentred)
      return value
    })
    const change = liveChange([addressOf(row, 7), sums[0]!], [addressOf(row, 8), sums[1]!])
    put(sheet, [row, 9], change.value, styles.difference, change.formula)
    sheet.heights[row - 1] = 20
  })
  const row = head + cells.length + 1
  const counted = [year - 1, year].map(of =>
    plan.unitSheets.filter(each => each.year === of).reduce((sum, { counted }) => sum + counted.length, 0),
  )
  put(
    sheet,
    [row, 1, 1, overviewWidth],
    `${year - 1} 年计入 ${counted[0]} 份，${year} 年计入 ${counted[1]} 份；两年单位不同或有无数的格时，增减不只是工作量的变化。黄底＝其中有被单位报告的核对发现指出的数字。`,
    styles.hint,
  )
  sheet.heights[row - 1] = 20
  return row + 2
}
