import { expect, test } from 'vitest'
import { isInSums, mayCountTwice, unitsBelow } from '../../../../lib/series/roster/units-below.ts'
import { rosterOf } from './lines.ts'

const roster = rosterOf(`
  unit | name | parent | until | scope
  P | 甲省人民政府 | | | 全域
  C | 乙市人民政府 | P | | 全域
  1 | 乙市粮食局 | C | |
  2 | 乙市水务局 | C | | 本级
  3 | 乙市水务局服务中心 | 2 | 2022-06-30 |
  D | 丙市人民政府 | P | | 全域
`)

test('what is below is counted at any depth, whatever stands between has reported or ended', () => {
  expect(Object.fromEntries(unitsBelow(roster, ['3', '1', '1']))).toEqual({ 2: 1, C: 2, P: 2 })
  expect(Object.fromEntries(unitsBelow(roster, ['P', 'nobody']))).toEqual({})
})

test('a whole area is added until units of it report, and an unknown scope always', () => {
  const below = unitsBelow(roster, ['1', '3', 'D'])
  const inSums = ['P', 'C', '1', '2', '3', 'D'].filter(unit =>
    isInSums(roster.units.get(unit)!.scope, below.get(unit) ?? 0),
  )
  expect(inSums).toEqual(['1', '2', '3', 'D'])
  expect([mayCountTwice('unknown', 1), mayCountTwice('unknown', 0), mayCountTwice('own', 1)]).toEqual([
    true,
    false,
    false,
  ])
})
