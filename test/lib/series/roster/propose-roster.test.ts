import { expect, test } from 'vitest'
import type { Row } from '../../../../lib/series/column.ts'
import { matchRecord } from '../../../../lib/series/roster/match-unit.ts'
import { proposeRoster } from '../../../../lib/series/roster/propose-roster.ts'
import { readRoster } from '../../../../lib/series/roster/roster.ts'

const record = (authority: string | null, printed: string | null, year = 2023): Row => ({
  key: `${authority}.docx`,
  year,
  authority,
  authority_as_printed: printed,
  signed_by: null,
  title: null,
})

test('a proposed roster is one that can be read, and places every report that prints a name', () => {
  const records = [
    record('青禾县数据局', '县数据局'),
    record('青禾县数据局', '数据局', 2022),
    record('青禾县人民政府', '青禾县人民政府'),
    record('白石县数据局', '数据局'),
    record(null, null),
  ]
  const lines = proposeRoster(records).map((cells, at) => ({ line: at + 1, cells }))
  expect(proposeRoster(records.toReversed()).map((cells, at) => ({ line: at + 1, cells }))).toEqual(lines)
  const result = readRoster(lines)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  expect([...result.roster.units.values()].map(({ name, kind }) => [name, kind])).toEqual([
    ['白石县数据局', '部门'],
    ['青禾县人民政府', '政府'],
    ['青禾县数据局', '部门'],
  ])
  const placed = records.map(row => matchRecord(result.roster, row).unit)
  expect(new Set(placed).size).toBe(4)
  expect(placed.at(-1)).toBe(null)
})
