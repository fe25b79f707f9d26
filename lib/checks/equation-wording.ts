import { exactDistance } from '../figures/exact.ts'
import type { Column, Label, Row } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import { cellsOfForm, numberAt, stateAt } from '../model/figures-of.ts'
import { cellName, columnLabel, columnPlace, rowLabel, rowPlace } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'
import { type Equation, type EquationInstance, type Evaluation, keysOf, type Term } from './equation.ts'

/** More summands than this are printed without their zeros. */
const spelledOut = 7

const own = (path: readonly Label[]): string => path.at(-1)?.label ?? ''

/** The equation in the labels of the form: 总计＝自然人＋商业企业＋…. */
export const formulaOf = (equation: Equation, edition: EditionId): string => {
  const parts = cellsOfForm(edition, equation.form).map(({ row, column }) =>
    equation.over === 'rows' ? column : row,
  )
  const pathOf = new Map(parts.map(({ key, path }) => [key, path]))
  const labels = (term: Term): readonly string[] =>
    'label' in term && term.label !== undefined
      ? [term.label]
      : keysOf(term, [...pathOf.keys()]).map(key => own(pathOf.get(key) ?? []))
  const side = (terms: readonly Term[]): string => terms.flatMap(labels).join('＋')
  return `${side(equation.left)}＝${side(equation.right)}`
}

/** The row or column an instance stands at; in table 4, whose row has no label, the head its columns share. */
export const instancePlace = ({ equation, place }: EquationInstance, edition: EditionId): Message => {
  if (equation.over === 'columns') return columnPlace(columnLabel(place as Column))
  const label = rowLabel(place as Row)
  if (label !== '') return rowPlace(label)
  const total = cellsOfForm(edition, equation.form).find(({ column }) =>
    equation.left.some(term => 'key' in term && term.key === column.key),
  )
  const head = (total?.column.path ?? []).slice(0, -1).map(each => each.label)
  return { zh: `“${head.join('—')}”栏`, en: `columns “${head.join('—')}”` }
}

const filledSide = (keys: readonly string[], sum: number, report: Report): string => {
  const values = keys.map(key => numberAt(report, key)).filter(value => value !== null)
  const shown = keys.length > spelledOut ? values.filter(value => value !== 0) : values
  if (shown.length === 0) return String(sum)
  if (shown.length === 1) return String(sum)
  return `${shown.join('＋')}＝${sum}`
}

/** The instance with its numbers filled in: 10 ≠ 5＋4＋0＋0＋0＋0＝9. Zeros of long sums are left out. */
export const filledFormula = (instance: EquationInstance, evaluation: Evaluation, report: Report): string => {
  const sign = evaluation.holdsWithZeros ? '＝' : '≠'
  const left = filledSide(instance.left, evaluation.left, report)
  return `${left} ${sign} ${filledSide(instance.right, evaluation.right, report)}`
}

const stateWords: Readonly<Record<string, Message>> = {
  blank: { zh: '空白', en: 'blank' },
  notApplicable: { zh: '填的是不适用符号', en: 'marked not applicable' },
  text: { zh: '不是数字', en: 'not a number' },
  missing: { zh: '文件中没有', en: 'not in the file' },
  unreadable: { zh: '未能读出', en: 'not readable' },
}

/** Which cells hold no number and why, named one by one where they are few. */
export const unknownCells = (keys: readonly string[], report: Report): Message => {
  const groups = Map.groupBy(keys, key => stateAt(report, key))
  const parts = [...groups].map(([state, cells]): Message => {
    const words = stateWords[state] ?? { zh: state, en: state }
    const names = cells.map(key => cellName(report, key))
    return cells.length > 3
      ? { zh: `${cells.length} 格${words.zh}`, en: `${cells.length} cells are ${words.en}` }
      : {
          zh: `${names.map(({ zh }) => zh).join('、')}${words.zh}`,
          en: `${names.map(({ en }) => en).join('; ')}: ${words.en}`,
        }
  })
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

/** 相差 1. */
export const differenceWords = ({ left, right }: Evaluation): Message => ({
  zh: `相差 ${exactDistance(left, right)}`,
  en: `off by ${exactDistance(left, right)}`,
})
