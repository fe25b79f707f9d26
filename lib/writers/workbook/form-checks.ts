import { type EquationInstance, instancesOf } from '../../checks/equation.ts'
import type { EquationCheck } from '../../checks/equation-check.ts'
import { equationChecks } from '../../checks/equations.ts'
import type { EditionId } from '../../forms/index.ts'
import type { FormLayout } from '../../forms/layout.ts'
import type { Report } from '../../model/report.ts'
import { addressOf, rangeOf } from './address.ts'
import { formTop } from './form-frame.ts'
import { liveFormula, type Position } from './live-formula.ts'
import { put, type Sheet } from './sheet.ts'
import { checkCell, checkFails, checkHead, checkLabel } from './styles.ts'
import { linesIn } from './text.ts'

const head = '校验\nCheck'
const height = 18

interface FormOnSheet {
  readonly sheet: Sheet
  readonly layout: FormLayout
  readonly report: Report
}

const positionIn =
  ({ layout }: FormOnSheet) =>
  (key: string): Position => {
    const cell = layout.figures.get(key)
    if (!cell) throw new Error(`the form has no cell ${key}`)
    return [cell.row + formTop, cell.column]
  }

const putCheck = (form: FormOnSheet, instance: EquationInstance, row: number, column: number): void => {
  const { formula, value } = liveFormula(instance, form.report, positionIn(form))
  put(form.sheet, [row, column], value, checkCell, formula)
}

/** Fails are coloured by rule, not by hand: whoever corrects a figure sees the colour go. */
const colourFails = ({ sheet }: FormOnSheet, range: string, first: string): void => {
  sheet.conditions.push({ range, formula: `AND(ISNUMBER(${first}),${first}<>0)`, style: checkFails })
}

const beside = (
  form: FormOnSheet,
  check: EquationCheck,
  instances: readonly EquationInstance[],
  column: number,
) => {
  const { sheet, layout } = form
  put(sheet, [formTop + 1, column, Math.max(1, layout.headerRows), 1], head, checkHead)
  sheet.notes.push({ row: formTop + 1, column, text: check.title.zh })
  const rows = instances.map(instance => positionIn(form)(instance.left[0]!)[0])
  instances.forEach((instance, index) => {
    putCheck(form, instance, rows[index]!, column)
  })
  colourFails(form, rangeOf(rows[0]!, column, rows.length, 1), addressOf(rows[0]!, column))
}

const below = (
  form: FormOnSheet,
  check: EquationCheck,
  instances: readonly EquationInstance[],
  row: number,
) => {
  const { sheet, layout } = form
  const text = `校验：${check.title.zh}`
  const width = sheet.widths.slice(0, layout.labelColumns).reduce((sum, next) => sum + next, 0)
  put(sheet, [row, 1, 1, layout.labelColumns], text, checkLabel)
  sheet.heights[row - 1] = Math.max(height, linesIn(text, width) * 12 + 6)
  const first = layout.labelColumns + 1
  instances.forEach((instance, index) => {
    putCheck(form, instance, row, first + index)
  })
  colourFails(form, rangeOf(row, first, 1, instances.length), addressOf(row, first))
}

/** In the one row of table 4 an equation stands under its total, its name under the summands. */
const underTotal = (form: FormOnSheet, check: EquationCheck, instance: EquationInstance, row: number) => {
  const columns = [...instance.left, ...instance.right].map(key => positionIn(form)(key)[1])
  const first = Math.min(...columns)
  const total = Math.max(...columns)
  put(form.sheet, [row, first, 1, total - first], `校验：${check.title.zh}`, checkLabel)
  putCheck(form, instance, row, total)
  colourFails(form, addressOf(row, total), addressOf(row, total))
}

/** Puts the live checks of a form: one column from `column` on, rows from `row` on. Gives the first free row. */
export const putChecks = (form: FormOnSheet, edition: EditionId, row: number, column: number): number => {
  const { layout, sheet } = form
  let next = row
  for (const check of equationChecks) {
    if (check.equation.form !== layout.form.key) continue
    const instances = instancesOf(check.equation, edition)
    if (check.equation.over === 'columns') below(form, check, instances, next++)
    else if (layout.labelColumns > 0) beside(form, check, instances, column)
    else {
      for (const instance of instances) underTotal(form, check, instance, row)
      sheet.heights[row - 1] = 30
      next = row + 1
    }
  }
  return next
}

/** Whether the form has an equation in each of its rows, and so a column of checks. */
export const hasCheckColumn = (layout: FormLayout): boolean =>
  layout.labelColumns > 0 &&
  equationChecks.some(({ equation }) => equation.form === layout.form.key && equation.over === 'rows')
