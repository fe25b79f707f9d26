import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { editions } from '../../forms/index.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { rememberFor } from '../../util/remember.ts'
import { columnOf, type FigureColumn, figureColumns } from '../columns.ts'

/** Whose figure a term is: of the report itself, of those a year before that it follows from, of the units under it. */
export type Of = 'this' | 'yearBefore' | 'units'

/** A summand. Over `columns` its key is that of a row, over `rows` that of a column; over `cells` it is the cell itself. */
export interface CrossTerm {
  readonly of: Of
  readonly key?: string
}

/**
 * `equal`: both sides agree. `atLeast`: the left is not below the right. `withOwn`: the same, and what is more on the left is
 * the unit's own, which nobody reports apart. `near`: neither is ten times the other and fifty away.
 */
export type Relation = 'equal' | 'atLeast' | 'withOwn' | 'near'

/**
 * A rule across reports, stated once: SQL, evidence cells, message and catalogue text all come from it. Both sides are plain
 * sums; terms of another report are sums over all the reports it is compared with.
 */
export interface CrossEquation {
  /** Left out: all three. */
  readonly form?: FormKey
  readonly over: 'rows' | 'columns' | 'cells'
  /** The rows it holds in; left out: all that have its columns. */
  readonly rows?: readonly string[]
  readonly left: readonly CrossTerm[]
  readonly relation: Relation
  readonly right: readonly CrossTerm[]
}

export interface PlacedTerm {
  readonly of: Of
  readonly column: FigureColumn
}

/** A rule at one row, column or cell. */
export interface CrossPlace {
  readonly form: FormKey
  /** Key of the row, column or cell. */
  readonly key: string
  readonly left: readonly PlacedTerm[]
  readonly right: readonly PlacedTerm[]
}

const known = new Set(figureColumns.map(({ key }) => key))

const distinctKeys = (form: FormKey, part: 'row' | 'column'): readonly string[] => [
  ...new Set(editions.flatMap(({ id }) => cellsOfForm(id, form).map(cell => cell[part].key))),
]

const cellKey = (form: FormKey, row: string, column: string): string =>
  [form, row, column].filter(part => part !== '').join('.')

const ofForm = (equation: CrossEquation, form: FormKey): readonly CrossPlace[] => {
  const { over, rows, left, right } = equation
  const places =
    over === 'cells'
      ? figureColumns.filter(column => column.form === form && !column.signed).map(({ key }) => key)
      : over === 'rows'
        ? (rows ?? distinctKeys(form, 'row'))
        : distinctKeys(form, 'column')
  const keyOf = (place: string, { key = '' }: CrossTerm): string =>
    over === 'cells' ? place : over === 'rows' ? cellKey(form, place, key) : cellKey(form, key, place)
  return places.flatMap((place): readonly CrossPlace[] => {
    if (![...left, ...right].every(term => known.has(keyOf(place, term)))) return []
    const placed = (term: CrossTerm): PlacedTerm => ({ of: term.of, column: columnOf(keyOf(place, term)) })
    return [{ form, key: place, left: left.map(placed), right: right.map(placed) }]
  })
}

/** The rule at every place where it must hold, in printed order. */
export const placesOf = rememberFor((equation: CrossEquation): readonly CrossPlace[] =>
  (equation.form ? [equation.form] : formKeys).flatMap(form => ofForm(equation, form)),
)

/** Which other reports an equation speaks of; each speaks of one kind. */
export const othersOf = ({ left, right }: CrossEquation): Exclude<Of, 'this'> => {
  const others = [...new Set([...left, ...right].map(({ of }) => of).filter(of => of !== 'this'))]
  if (others.length !== 1) throw new Error('An equation across reports compares with one kind of others.')
  return others[0]!
}
