import { exactSum } from '../../figures/exact.ts'
import type { Column, Row } from '../../forms/form.ts'
import { editions } from '../../forms/index.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { columnLabel, columnPlace, rowLabel, rowPlace, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import { rememberFor } from '../../util/remember.ts'
import type { FigureColumn } from '../columns.ts'
import type { CrossEquation, CrossPlace, CrossTerm, PlacedTerm } from './cross-equation.ts'

/** The words of an equation across reports, in the labels of the newest edition that prints the cell. */

interface Cell {
  readonly row: Row
  readonly column: Column
}

const cellOf = rememberFor(({ key, form }: FigureColumn): Cell => {
  const cells = editions.flatMap(({ id }) => cellsOfForm(id, form))
  return cells.findLast(cell => cell.key === key)!
})

/** What a term is called where the equation stands: by its row or its column; over cells by what it is of. */
export const termLabel = ({ over }: CrossEquation, { column }: PlacedTerm): string => {
  const cell = cellOf(column)
  return over === 'rows' ? columnLabel(cell.column) : rowLabel(cell.row)
}

const rowWords = (label: string, columns: string): Message =>
  label === '' ? columnPlace(columns) : rowPlace(label)

/** Where a cell is: its table, row and column. */
export const cellWords = (figure: FigureColumn): Message => {
  const { row, column } = cellOf(figure)
  const table = tableName(figure.form)
  const inColumn = columnPlace(columnLabel(column))
  const inRow = rowWords(rowLabel(row), columnLabel(column))
  const both =
    rowLabel(row) === '' ? inColumn : { zh: inRow.zh + inColumn.zh, en: `${inRow.en}, ${inColumn.en}` }
  return { zh: `${table.zh}${both.zh}`, en: `${table.en}, ${both.en}` }
}

/** Where a place is in its table: “自然人”列. */
export const placeWords = ({ over }: CrossEquation, { form, left }: CrossPlace): Message => {
  const figure = left[0]!.column
  if (over === 'cells') return cellWords(figure)
  const { row, column } = cellOf(figure)
  const table = tableName(form)
  const at = over === 'rows' ? rowWords(rowLabel(row), columnLabel(column)) : columnPlace(columnLabel(column))
  return { zh: `${table.zh}${at.zh}`, en: `${table.en}, ${at.en}` }
}

const relations: Readonly<Record<CrossEquation['relation'], string>> = {
  equal: '＝',
  atLeast: '≥',
  withOwn: '＝本机关自身＋',
  near: '与',
}

const whose: Readonly<Record<CrossTerm['of'], string>> = {
  this: '本年',
  yearBefore: '上年',
  units: '各下级',
}

/** The rule as the catalogue prints it: 本年“二、上年结转…”＝上年“四、结转下年度继续办理”. */
export const formulaOf = (equation: CrossEquation, place: CrossPlace): string => {
  const side = (terms: readonly PlacedTerm[]): string =>
    terms
      .map(term => whose[term.of] + (equation.over === 'cells' ? '数' : `“${termLabel(equation, term)}”`))
      .join('＋')
  const text = `${side(place.left)}${relations[equation.relation]}${side(place.right)}`
  return equation.relation === 'near' ? `${text}相差不到 10 倍或不到 50` : text
}

/** A term with its number as the rows give it. */
export interface FilledTerm {
  readonly term: PlacedTerm
  /** Sum of what is printed; null where nothing is. */
  readonly value: number | null
  /** How many of the reports have no number there, or one that is in doubt. */
  readonly blanks: number
  /** Whether such a one is in doubt. */
  readonly doubtful: boolean
}

export const sumOf = (terms: readonly FilledTerm[]): number =>
  exactSum(terms.map(({ value }) => value).filter(value => value !== null))

/** Terms with their numbers: 2022年“四、结转下年度继续办理”3. */
export const filledSide = (
  equation: CrossEquation,
  terms: readonly FilledTerm[],
  called: Readonly<Record<CrossTerm['of'], Message>>,
): Message => {
  const each = terms.map(({ term, value, doubtful }): Message => {
    const label = equation.over === 'cells' ? '' : `“${termLabel(equation, term)}”`
    const number =
      value !== null
        ? { zh: String(value), en: String(value) }
        : doubtful
          ? { zh: '（读取时有疑点）', en: 'in doubt' }
          : { zh: '空白', en: 'blank' }
    const { zh, en } = called[term.of]
    return { zh: `${zh}${label} ${number.zh}`, en: `${en}${label === '' ? '' : ` ${label}`} ${number.en}` }
  })
  return { zh: each.map(({ zh }) => zh).join('＋'), en: each.map(({ en }) => en).join(' + ') }
}
