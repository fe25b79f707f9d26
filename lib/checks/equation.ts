import { exactSum } from '../figures/exact.ts'
import type { Column, FormKey, Row } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import { cellsOfForm, numberAt } from '../model/figures-of.ts'
import type { Report } from '../model/report.ts'

/**
 * Summands of an equation: a row or column of the form, or every one it has under a prefix, so that an edition with one
 * more of them needs no other equation. They are printed one by one, or together by a label.
 */
export type Term =
  | { readonly key: string }
  | { readonly under: string; readonly except: readonly string[]; readonly label?: string }

/**
 * An equation of a form, stated once: evaluation, evidence cells, catalogue text, message and the workbook's
 * live formula all come from it. Over `rows` the terms are columns and it holds in every row; over `columns`
 * the terms are rows and it holds in every column. Both sides are plain sums.
 */
export interface Equation {
  readonly form: FormKey
  readonly over: 'rows' | 'columns'
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  /** The side a finding gives as `actual`; the other side is what was expected. */
  readonly actual: 'left' | 'right'
}

/** An equation at one place: the row or column, and the figure keys on both sides. */
export interface EquationInstance {
  readonly equation: Equation
  readonly place: Row | Column
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** The keys of a term among those of the form. */
export const keysOf = (term: Term, all: readonly string[]): readonly string[] =>
  'key' in term
    ? all.filter(key => key === term.key)
    : all.filter(key => key.startsWith(term.under) && !term.except.includes(key))

const distinct = <Item extends Row | Column>(items: readonly Item[]): readonly Item[] => [...new Set(items)]

const instantiate = (equation: Equation, edition: EditionId): readonly EquationInstance[] => {
  const cells = cellsOfForm(edition, equation.form)
  const rows = distinct<Row>(cells.map(({ row }) => row))
  const columns = distinct<Column>(cells.map(({ column }) => column))
  const [places, terms] = equation.over === 'rows' ? [rows, columns] : [columns, rows]
  const termKeys = terms.map(({ key }) => key)
  const isOfForm = [...equation.left, ...equation.right].every(term => keysOf(term, termKeys).length > 0)
  if (!isOfForm) return []
  return places.map(place => {
    const side = (side: readonly Term[]): readonly string[] =>
      side
        .flatMap(term => keysOf(term, termKeys))
        .map(term => {
          const [row, column] = equation.over === 'rows' ? [place.key, term] : [term, place.key]
          return [equation.form, row, column].filter(part => part !== '').join('.')
        })
    return { equation, place, left: side(equation.left), right: side(equation.right) }
  })
}

const instances = new WeakMap<Equation, Map<EditionId, readonly EquationInstance[]>>()

/** The equation at every row or column of the edition's form, in printed order; none where the form has not all its terms. */
export const instancesOf = (equation: Equation, edition: EditionId): readonly EquationInstance[] => {
  const known = instances.get(equation) ?? new Map<EditionId, readonly EquationInstance[]>()
  const answer = known.get(edition) ?? instantiate(equation, edition)
  instances.set(equation, known.set(edition, answer))
  return answer
}

/** How an equation comes out at one place. Sums are of the printed numbers alone. */
export interface Evaluation {
  readonly outcome: 'holds' | 'broken' | 'unassessable'
  readonly left: number
  readonly right: number
  /** Cells without a number: blank, not applicable, text or missing. */
  readonly unknown: readonly string[]
  /** Whether both sides agree when every unknown cell counts as 0. */
  readonly holdsWithZeros: boolean
}

/**
 * Three outcomes: `holds` where every cell is a number and both sides agree; `broken` where no non-negative value
 * of the unknown cells makes them agree; `unassessable` otherwise.
 */
export const evaluate = (instance: EquationInstance, report: Report): Evaluation => {
  const side = (keys: readonly string[]) => {
    const values: number[] = []
    const unknown: string[] = []
    for (const key of keys) {
      const value = numberAt(report, key)
      if (value === null) unknown.push(key)
      else values.push(value)
    }
    return { sum: exactSum(values), unknown }
  }
  const left = side(instance.left)
  const right = side(instance.right)
  const unknown = [...left.unknown, ...right.unknown]
  const holdsWithZeros = left.sum === right.sum
  const canGrow = (smaller: typeof left): boolean => smaller.unknown.length > 0
  const possible =
    holdsWithZeros || (left.sum < right.sum && canGrow(left)) || (right.sum < left.sum && canGrow(right))
  const outcome = !possible ? 'broken' : unknown.length === 0 ? 'holds' : 'unassessable'
  return { outcome, left: left.sum, right: right.sum, unknown, holdsWithZeros }
}

/** Cells of an instance, the side that is `actual` first: the printed total is the one to look at. */
export const cellsOfInstance = ({ equation, left, right }: EquationInstance): readonly string[] =>
  equation.actual === 'left' ? [...left, ...right] : [...right, ...left]
