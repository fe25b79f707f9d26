import fc from 'fast-check'
import type { EquationCheck } from '../../../../lib/checks/equation-check.ts'
import type { Sum } from '../../../../lib/checks/whole/network.ts'

/**
 * A table as small as it can be and still have all that table 3 has: two kinds of applicants and a total, two results and
 * their total, intake and what is carried on. Small enough to try every filling.
 */
const columns = ['k', 'l', 'sum'] as const
const rows = ['new', 'before', 'a', 'b', 'total', 'after'] as const
const key = (row: string, column: string) => `${row}.${column}`

export const cells: readonly string[] = rows.flatMap(row => columns.map(column => key(row, column)))

interface Written {
  readonly check: string
  readonly left: readonly string[]
  readonly right: readonly string[]
}

const written: readonly Written[] = [
  ...rows.map(row => ({ check: 'row', left: [key(row, 'sum')], right: [key(row, 'k'), key(row, 'l')] })),
  ...columns.flatMap(column => [
    { check: 'total', left: [key('total', column)], right: [key('a', column), key('b', column)] },
    {
      check: 'balance',
      left: [key('new', column), key('before', column)],
      right: [key('total', column), key('after', column)],
    },
  ]),
]

const checks = new Map(
  ['row', 'total', 'balance'].map(id => [id, { id } as unknown as EquationCheck] as const),
)

/** The sums as the code knows them. */
export const sums: readonly Sum[] = written.map(({ check, left, right }) => ({
  check: checks.get(check)!,
  left,
  right,
  equation: {} as Sum['equation'],
  place: {} as Sum['place'],
}))

export type Table = Readonly<Record<string, number | null>>

/** The most any cell is tried with: more than all that is printed together can call for. */
const most = 7

const holds = (values: Table, { left, right }: Pick<Written, 'left' | 'right'>): boolean | null => {
  const add = (keys: readonly string[]) =>
    keys.reduce<number | null>((sum, cell) => {
      const value = values[cell] ?? null
      return sum === null || value === null ? null : sum + value
    }, 0)
  const [a, b] = [add(left), add(right)]
  return a === null || b === null ? null : a === b
}

/** Every filling of the unknown cells with which all of the given sums hold, found by trying. */
export const fillings = (
  table: Table,
  list: readonly Pick<Written, 'left' | 'right'>[] = written,
  enough = Number.POSITIVE_INFINITY,
): readonly Table[] => {
  const unknown = cells.filter(cell => (table[cell] ?? null) === null)
  const found: Table[] = []
  const values: Record<string, number | null> = { ...table }
  const go = (at: number): void => {
    if (found.length >= enough || list.some(sum => holds(values, sum) === false)) return
    const cell = unknown[at]
    if (cell === undefined) {
      found.push({ ...values })
      return
    }
    for (let value = 0; value <= most; value++) {
      values[cell] = value
      go(at + 1)
    }
    values[cell] = null
  }
  go(0)
  return found
}

/** A table in which everything adds up, of small numbers. */
const balanced = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }).map(drawn => {
  const table: Record<string, number> = {}
  for (const [at, column] of (['k', 'l'] as const).entries()) {
    const [a, b, after, before] = drawn.slice(at * 4, at * 4 + 4) as [number, number, number, number]
    const part = Math.min(before, a + b + after)
    Object.assign(table, {
      [key('a', column)]: a,
      [key('b', column)]: b,
      [key('total', column)]: a + b,
      [key('after', column)]: after,
      [key('before', column)]: part,
      [key('new', column)]: a + b + after - part,
    })
  }
  for (const row of rows) table[key(row, 'sum')] = table[key(row, 'k')]! + table[key(row, 'l')]!
  return table
})

/** Balanced tables with so many slips, and up to so many blanks. */
export const tables = (slips: number, blanks: number): fc.Arbitrary<Table> =>
  fc
    .tuple(
      balanced,
      fc.array(fc.tuple(fc.constantFrom(...cells), fc.integer({ min: 0, max: 3 })), {
        minLength: slips,
        maxLength: slips,
      }),
      fc.uniqueArray(fc.constantFrom(...cells), { maxLength: blanks }),
    )
    .map(([table, slipped, blank]) => ({
      ...table,
      ...Object.fromEntries(slipped),
      ...Object.fromEntries(blank.map(cell => [cell, null])),
    }))

export const mostTried = most
