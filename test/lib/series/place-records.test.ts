import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../lib/series/column.ts'
import { placeRecords, type SeasonRecord } from '../../../lib/series/place-records.ts'
import { readRoster } from '../../../lib/series/roster/roster.ts'

const read = readRoster(
  [
    ['单位编号', '名称', '上级', '类别'],
    ['g', '青禾县人民政府', '', '政府'],
    ['a', '青禾县水务局', 'g', '部门'],
    ['b', '青禾县教育局', 'g', '部门'],
  ].map((cells, at) => ({ line: at + 1, cells })),
)
if ('problems' in read) throw new Error('the roster is wrong')
const { roster } = read

const names = ['青禾县水务局', '青禾县教育局', '白沙区水务局']

const records = fc
  .array(
    fc.record({
      key: fc.constantFrom('x.docx', 'y.docx', '乙/z.docx'),
      sequence: fc.integer({ min: 0, max: 9 }),
      name: fc.constantFrom(...names),
      year: fc.constantFrom(2022, 2023, null),
      run: fc.constantFrom('r1', 'r2'),
    }),
    { maxLength: 12 },
  )
  .map(all =>
    all.map(({ key, sequence, name, year, run }): SeasonRecord => {
      // The same version in another run is the same file.
      const row: Row = {
        key,
        version: `v${sequence}`,
        sequencer: `18${sequence}0000000000000`,
        uploaded_at: `2024-01-0${(sequence % 9) + 1}T00:00:00.000Z`,
        judged_at: `2024-02-01T00:00:0${run === 'r1' ? 1 : 2}.000Z`,
        run,
        authority: name,
        authority_as_printed: name,
        signed_by: null,
        title: null,
        year,
        findings: '[]',
        requests_new_requests_total: BigInt(sequence),
      }
      return { row, path: key }
    }),
  )
  .map(all => [
    ...new Map(
      all.map(each => [`${each.row['key']} ${each.row['version']} ${each.row['run']}`, each]),
    ).values(),
  ])

test('whatever comes, in whatever order and however often, places are the same', () => {
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat()), (all, chance) => {
      const shuffled = [...all, ...all]
        .map(each => ({ each, at: chance.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
      expect(placeRecords(shuffled, roster, 2023).tables).toEqual(placeRecords(all, roster, 2023).tables)
    }),
  )
})

test('one report counts of each unit and year, the newest of its key, and all of a key’s newest are live', () => {
  fc.assert(
    fc.property(records, all => {
      const { tables } = placeRecords(all, roster, 2023)
      const newest = new Map<string, string>()
      for (const { row } of all) {
        const before = newest.get(String(row['key']))
        if (before === undefined || String(row['version']) > before)
          newest.set(String(row['key']), String(row['version']))
      }
      expect(tables.live.map(row => [row['key'], row['version']])).toEqual([...newest].sort())
      const places = tables.reports.map(row => `${row['unit']} ${row['year']}`)
      expect(new Set(places).size).toBe(places.length)
      for (const row of tables.reports) expect(newest.get(String(row['key']))).toBe(row['version'])
      const nobodys = tables.live.filter(row => row['unit'] === null)
      expect(tables.unplaced.map(row => row['key'])).toEqual(nobodys.map(row => row['key']))
      expect(tables.expected.filter(row => row['year'] === 2023).map(row => row['unit'])).toEqual([
        'a',
        'b',
        'g',
      ])
    }),
  )
})

test('a report says how many units below it reported for its year', () => {
  const at = (key: string, authority: string, year: number): SeasonRecord => ({
    row: { key, version: '1', sequencer: '1', authority, year },
    path: key,
  })
  const { tables } = placeRecords(
    [
      at('g.docx', '青禾县人民政府', 2023),
      at('a.docx', '青禾县水务局', 2023),
      at('a2.docx', '青禾县水务局', 2023),
      at('b.docx', '青禾县教育局', 2022),
    ],
    roster,
    2023,
  )
  expect(tables.reports.map(row => [row['unit'], row['year'], row['units_below']]).sort()).toEqual([
    ['a', 2023, 0],
    ['b', 2022, 0],
    ['g', 2023, 1],
  ])
})
