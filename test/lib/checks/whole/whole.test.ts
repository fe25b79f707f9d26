import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Correction,
  pairCorrections,
  singleCorrections,
} from '../../../../lib/checks/whole/corrections.ts'
import { partsOfSums } from '../../../../lib/checks/whole/network.ts'
import {
  fillingOf,
  onlyValues,
  smallestContradiction,
  type ValueAt,
  valuesOf,
} from '../../../../lib/checks/whole/table.ts'
import { cells, fillings, mostTried, sums, type Table, tables } from './small-table.ts'

const [part] = partsOfSums(sums)
const { network } = part!
const at =
  (table: Table): ValueAt =>
  cell =>
    table[cell] ?? null

test('the sums of the table are one net without the one that follows from the others', () => {
  expect(partsOfSums(sums)).toHaveLength(1)
  expect([...part!.implied].map(({ left }) => left)).toEqual([['total.sum']])
})

describe('against every filling that there is', () => {
  test('tells whether there is one, and which blanks it leaves no choice', () => {
    let impossible = 0
    let decided = 0
    fc.assert(
      fc.property(
        fc.nat(2).chain(slips => tables(slips, 6)),
        table => {
          const all = fillings(table)
          const filling = fillingOf(network, valuesOf(network, at(table)))!
          expect(filling.possible).toBe(all.length > 0)
          if (!filling.possible) {
            impossible++
            return
          }
          const blank = cells.filter(cell => table[cell] === null)
          const only = blank.flatMap(cell => {
            const values = new Set(all.map(each => each[cell]!))
            return values.size === 1 ? [[cell, [...values][0]!] as const] : []
          })
          decided += only.length
          expect(onlyValues(network, filling)).toEqual(new Map(only))
        },
      ),
      { numRuns: 400 },
    )
    expect(Math.min(impossible, decided)).toBeGreaterThan(50)
  })

  test('names sums that cannot all hold, of which none can be left out', () => {
    let tried = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain(slips => tables(slips, 5)),
        table => {
          if (fillings(table, sums, 1).length > 0) return
          tried++
          const named = smallestContradiction(part!, at(table))
          expect(fillings(table, named, 1)).toEqual([])
          for (const sum of named)
            expect(
              fillings(
                table,
                named.filter(other => other !== sum),
                1,
              ),
            ).toHaveLength(1)
        },
      ),
      { numRuns: 150 },
    )
    expect(tried).toBeGreaterThan(50)
  })
})

/** Corrections as cell and value, in any order. */
const told = (corrections: readonly Correction[]) =>
  corrections
    .map(way =>
      way
        .map(({ cell, value }) => `${cell} ${value}`)
        .sort()
        .join(', '),
    )
    .sort()

const inRange = (corrections: readonly Correction[]) =>
  corrections.filter(way => way.every(({ example }) => example <= mostTried))

describe('corrections, against every change that there is', () => {
  test('of one cell, with blanks or without', () => {
    let tried = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain(slips => tables(slips, 3)),
        table => {
          if (fillings(table, sums, 1).length > 0) return
          const ways = cells.flatMap(cell => {
            if (table[cell] === null) return []
            const values = new Set(fillings({ ...table, [cell]: null }).map(each => each[cell]!))
            return values.size === 0 ? [] : [`${cell} ${values.size === 1 ? [...values][0] : null}`]
          })
          tried += ways.length
          expect(told(inRange(singleCorrections(network, at(table), cells)))).toEqual(ways.sort())
        },
      ),
      { numRuns: 150 },
    )
    expect(tried).toBeGreaterThan(50)
  })

  test('of two cells, where no blank is and one does not do', () => {
    let tried = 0
    fc.assert(
      fc.property(tables(2, 0), table => {
        if (fillings(table, sums, 1).length > 0) return
        if (singleCorrections(network, at(table), cells).length > 0) return
        const ways = cells.flatMap((one, index) =>
          cells
            .slice(index + 1)
            .flatMap(other =>
              fillings({ ...table, [one]: null, [other]: null }).map(each =>
                [`${one} ${each[one]}`, `${other} ${each[other]}`].sort().join(', '),
              ),
            ),
        )
        tried += ways.length
        expect(told(inRange(pairCorrections(network, at(table))))).toEqual([...new Set(ways)].sort())
      }),
      { numRuns: 150 },
    )
    expect(tried).toBeGreaterThan(50)
  })
})
