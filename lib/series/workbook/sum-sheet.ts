import { exactSum } from '../../figures/exact.ts'
import { editionById } from '../../forms/find-edition.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { rememberFor } from '../../util/remember.ts'
import { editionWord } from '../../writers/summary/columns.ts'
import { formWords } from '../../writers/words.ts'
import { addressOf, columnLetters, inSheet } from '../../writers/workbook/address.ts'
import { formHeights, formTop, formWidths, putLabels } from '../../writers/workbook/form-frame.ts'
import { newSheet, put, type Sheet } from '../../writers/workbook/sheet.ts'
import { linesIn } from '../../writers/workbook/text.ts'
import { type Facts, listed } from './facts.ts'
import { editionOfTable, numberIn, otherEdition } from './figure.ts'
import { overviewName } from './list.ts'
import { rowOf, type SumSheet } from './plan.ts'
import * as styles from './styles.ts'

/** Sum, and how many of the reports have no number there. */
interface Sum {
  readonly value: number | ''
  readonly lacks: number
  /** Units whose number a finding of their own report names. */
  readonly flagged: readonly string[]
}

const concerned = rememberFor(({ form, units }: SumSheet) =>
  units.counted.filter(row => editionOfTable(row, form) === units.edition),
)

const sumsOf = rememberFor((planned: SumSheet): ReadonlyMap<string, Sum> => {
  const rows = concerned(planned)
  const flagged = new Map<string, string[]>()
  for (const row of rows)
    for (const key of listed(row).flagged.keys()) {
      const units = flagged.get(key) ?? []
      units.push(String(row['unit']))
      flagged.set(key, units)
    }
  return new Map(
    [...planned.layout.figures.keys()].map(key => {
      const numbers = rows.map(row => numberIn(row, key)).filter(value => value !== null)
      const value = numbers.length === 0 ? '' : exactSum(numbers)
      return [key, { value, lacks: rows.length - numbers.length, flagged: flagged.get(key) ?? [] }]
    }),
  )
})

/** What a table sums to in a cell. A sum of nothing is nothing, not zero. */
export const sumAt = (planned: SumSheet, key: string): Sum => sumsOf(planned).get(key)!

/** The column of the sheet of units, as formulas name it; null where it is not written. */
const rangeIn = ({ units }: SumSheet, key: string): string | null => {
  if (units.name === null) return null
  const column = columnLetters(units.columns.get(key)!)
  const last = rowOf.first + Math.max(1, units.counted.length) - 1
  return inSheet(units.name, `$${column}$${rowOf.first}:$${column}$${last}`)
}

/** Where the count of what has no number stands: beside the table in its rows, or below one without labels. */
const lackPlace = ({ layout }: SumSheet, row: number, column: number): readonly [number, number] =>
  layout.labelColumns > 0
    ? [row + formTop, column - layout.labelColumns + layout.columns + 1]
    : [layout.rows + formTop + 1, column]

/** Where a cell's sum stands. */
export const sumCell = ({ layout }: SumSheet, key: string): readonly [number, number] => {
  const cell = layout.figures.get(key)!
  return [cell.row + formTop, cell.column]
}

const names = (facts: Facts, units: readonly string[], most = 12): string =>
  `${units.slice(0, most).map(facts.nameOf).join('、')}${units.length > most ? ` 等 ${units.length} 家` : ''}`

const putSum = (sheet: Sheet, facts: Facts, planned: SumSheet, key: string): void => {
  const { row, column, columnSpan } = planned.layout.figures.get(key)!
  const { value, lacks, flagged } = sumAt(planned, key)
  const range = rangeIn(planned, key)
  const isAmount = cellsOfForm(planned.units.edition, planned.form).find(cell => cell.key === key)?.column
    .unit
  const added = isAmount ? `ROUND(SUM(${range}),6)` : `SUM(${range})`
  const at = [row + formTop, column, 1, columnSpan] as const
  const style = flagged.length > 0 ? styles.sumFlagged : styles.sum
  put(sheet, at, value, style, range === null ? undefined : `IF(COUNT(${range})=0,"",${added})`)
  if (flagged.length > 0)
    sheet.notes.push({
      row: at[0],
      column,
      text: `其中 ${flagged.length} 家的数字被其报告的核对发现指出：${names(facts, flagged)}`,
    })
  const place = lackPlace(planned, row, column)
  const isMixed = planned.units.counted.length > concerned(planned).length
  const others = isMixed ? `-COUNTIF(${range},"${otherEdition}")` : ''
  const ofNone = planned.units.counted.length === 0
  put(
    sheet,
    [...place, 1, columnSpan],
    lacks,
    styles.lack,
    range === null || ofNone ? undefined : `ROWS(${range})-COUNT(${range})${others}`,
  )
  const count = addressOf(...place)
  sheet.conditions.push(
    { range: count, formula: `${count}>0`, style: styles.someLack },
    { range: addressOf(at[0], column), formula: `${count}>0`, style: styles.incomplete },
  )
}

const putLackHeads = (sheet: Sheet, { layout }: SumSheet): void => {
  if (layout.labelColumns === 0) return
  const shift = layout.columns + 1 - layout.labelColumns
  const width = layout.columns - layout.labelColumns
  const word = '没有数字的单位（家）\nUnits without a number'
  put(sheet, [2, layout.columns + 2, 1, width], word, styles.lackHead)
  for (const { kind, row, column, rowSpan, columnSpan, text } of layout.cells)
    if (kind === 'columnHeader')
      put(sheet, [row + formTop, column + shift, rowSpan, columnSpan], text, styles.lackHead)
}

const sentencesOf = (facts: Facts, planned: SumSheet): readonly string[] => {
  const { units } = planned
  const { year, leftOut, counted } = units
  const missing = facts
    .expectedIn(year)
    .map(row => String(row['unit']))
    .filter(unit => !facts.reportOf(unit, year))
  const unknown = facts.maybeTwice(year)
  const elsewhere = facts
    .reportsIn(year)
    .filter(row => editionOfTable(row, planned.form) !== units.edition).length
  const gone = counted.map(row => String(row['unit'])).filter(unit => !facts.expectedOf(unit, year))
  return [
    `合计只加数字：没有数字的格（空白、缺、未能读出等）不按 0 计，也不补数，${planned.layout.labelColumns > 0 ? '右侧' : '下一行'}列出每格有几家没有数字，合计以橙色斜体显示。黄底＝其中有数字被该单位报告的核对发现指出，见批注。 Sums add numbers only; beside them, how many units have none.`,
    units.name === null
      ? '单位太多，本工作簿不含该年逐单位的表：此处是算好的值，逐单位的数字见 dataset/reports.csv。 Values: too many units for formulas.'
      : '',
    missing.length > 0
      ? `尚未报送、因而不在合计内的 ${missing.length} 家：${names(facts, missing, 20)}。`
      : '',
    ...leftOut.map(row => {
      const unit = String(row['unit'])
      return `未计入：${facts.nameOf(unit)}的报告是全域口径，其下级已单独计入，相加会重复（比较见“上下级”）。`
    }),
    unknown.length > 0
      ? `口径未写明而其下级也有报告的 ${unknown.length} 家按本级计入：${names(facts, unknown)}。若其报告含下级的数字，会重复计入；请在名册“统计口径”写明“本级”或“全域”。`
      : '',
    elsewhere > 0 ? `另有 ${elsewhere} 份报告此表用另一版式，不在本表。` : '',
    gone.length > 0 ? `年末已不在名册而仍有报告的 ${gone.length} 家也计入：${names(facts, gone)}。` : '',
  ].filter(sentence => sentence !== '')
}

/** A statutory table of all units together, laid out like the official form, each cell the sum of its column in the sheet of units. */
export const sumSheet = (facts: Facts, planned: SumSheet): Sheet => {
  const { name, form, layout, units } = planned
  const widths = formWidths(layout)
  const figures = layout.columns - layout.labelColumns
  const beside = layout.labelColumns > 0 ? [2, ...Array.from({ length: figures }, () => 9)] : []
  const sheet = newSheet(name, [...widths, ...beside])
  const title = `${formWords[form].number}、${layout.form.title}（${units.year} 年各单位合计）`
  put(sheet, [1, 1, 1, layout.columns], title, {
    ...styles.title,
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  const back = Math.max(1, Math.min(layout.labelColumns || 3, 2))
  put(sheet, [2, 1, 1, back], `← ${overviewName} Overview`, styles.backLink)
  sheet.links.push({ address: 'A2', target: inSheet(overviewName, 'A1') })
  const link = layout.columns
  const whose = `计入 ${concerned(planned).length} 份报告　${editionWord(units.edition)}：${editionById(units.edition).document}`
  put(sheet, [2, back + 1, 1, layout.columns - back - 1], whose, styles.subtitle)
  put(sheet, [2, link], units.name === null ? '' : '逐单位 →', styles.backLink)
  if (units.name !== null)
    sheet.links.push({ address: addressOf(2, link), target: inSheet(units.name, 'A1') })
  sheet.heights.push(36, 30, ...formHeights(layout, widths))
  putLabels(sheet, layout)
  putLackHeads(sheet, planned)
  for (const { key } of cellsOfForm(units.edition, form)) putSum(sheet, facts, planned, key)
  const wide = widths.reduce((sum, next) => sum + next, 0)
  let row = formTop + layout.rows + (layout.labelColumns > 0 ? 2 : 3)
  if (layout.labelColumns === 0) sheet.heights[row - 3] = 22
  for (const sentence of sentencesOf(facts, planned)) {
    put(sheet, [row, 1, 1, layout.columns], sentence, styles.hint)
    sheet.heights[row - 1] = 4 + 13 * linesIn(sentence, wide * 1.15)
    row += 1
  }
  sheet.frozen = { rows: formTop + layout.headerRows, columns: layout.labelColumns }
  sheet.repeat = `1:${formTop + layout.headerRows}`
  sheet.onePage = true
  sheet.landscape = true
  sheet.paper = 'A3'
  return sheet
}
