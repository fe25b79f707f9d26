import { expect, test } from 'vitest'
import { areasOf, expectedUnits, lineageOf } from '../../../../lib/series/roster/relations.ts'
import { rosterOf } from './lines.ts'

const roster = rosterOf(`
  unit | name | kind | parent | since | until | successor | due | scope
  P | 甲县人民政府 | 政府 | | | | | | 全县
  1 | 甲县粮食局 | 部门 | P | | 2022-06-30 | 3 | |
  2 | 甲县物价局 | 部门 | P | | 2022-09-30 | 3 | |
  3 | 甲县发展和改革局 | 部门 | P | | 2023-05-01 | 4 | 2月15日 | 本级
  4 | 甲县经济局 | 部门 | P | 2023-05-01 | | | | 全域
  5 | 甲县经济局服务中心 | 部门 | 4 | | | | |
  6 | 甲县发改局信息所 | 部门 | 3 | | | | |
`)

test('who must report for a year are those there are at its end, by their own deadline or that of the law', () => {
  expect(expectedUnits(roster, 2022).map(({ unit, due_on, due_given }) => [unit, due_on, due_given])).toEqual(
    [
      ['P', '2023-03-31', 0],
      ['3', '2023-02-15', 1],
      ['5', '2023-01-31', 0],
      ['6', '2023-01-31', 0],
    ],
  )
})

test('the kind tells the legal deadline before the name does', () => {
  const dues = (kind: string) =>
    expectedUnits(rosterOf(`unit|name|kind\n1|甲县开发区管理委员会|${kind}`), 2022).map(
      ({ due_on }) => due_on,
    )
  expect([dues('政府部门'), dues('政府'), dues('')]).toEqual([['2023-01-31'], ['2023-03-31'], ['2023-03-31']])
})

test('a unit goes on with itself and with what was merged into it, once', () => {
  const of = (year: number) =>
    lineageOf(roster, year).map(({ unit, unit_before }) => `${unit_before}→${unit}`)
  expect(of(2022)).toEqual(['P→P', '1→3', '2→3', '3→3', '5→5', '6→6'])
  expect(of(2023)).toEqual(['P→P', '3→4', '5→5', '6→6'])
})

test('an area holds the units under it, those under a unit that stands for itself, and none twice', () => {
  const of = (year: number) =>
    areasOf(roster, year)
      .filter(({ unit }) => unit === 'P')
      .map(({ member }) => member)
  expect(of(2021)).toEqual(['1', '2', '3', '6'])
  expect(of(2023)).toEqual(['4'])
})
