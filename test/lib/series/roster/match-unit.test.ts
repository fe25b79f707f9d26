import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facts, matchUnit } from '../../../../lib/series/roster/match-unit.ts'
import { readRoster } from '../../../../lib/series/roster/roster.ts'
import { linesOf, rosterOf } from './lines.ts'

const facts = (given: Partial<Facts>): Facts => ({
  key: '年报.docx',
  year: 2023,
  names: [],
  signature: null,
  title: null,
  ...given,
})

const counties = rosterOf(`
  unit | name | aliases | parent | since | until | successor | path
  A | 甲县人民政府 | 甲县政府 | | | | | 甲县
  B | 乙县人民政府 | | | | | | 乙县
  A1 | 甲县财政局 | 财政局 | A | | | |
  B1 | 乙县财政局 | 财政局 | B | | | |
  A2 | 甲县自然资源局 | 甲县国土资源局（~2019-03-31） | A | | | |
  A3 | 甲县数据局 | | A | | | | 甲县/数据局
  A4 | 甲县粮食局 | | A | | 2021-06-30 | A5 |
  A5 | 甲县发展和改革局 | | A | | | |
`)

const match = (given: Partial<Facts>) => matchUnit(counties, facts(given))

test('the full name, however it is spaced and bracketed', () => {
  expect(match({ names: ['甲县财政局'] })).toEqual({ unit: 'A1', by: 'name' })
  expect(match({ names: [' 甲縣財政局　'.replace('縣', '县').replace('財', '财')] })).toEqual({
    unit: 'A1',
    by: 'name',
  })
  expect(match({ names: ['甲县政府'] })).toEqual({ unit: 'A', by: 'alias' })
})

test('an alias that several have tells none, unless the folder tells under whom', () => {
  expect(match({ names: ['财政局'] })).toMatchObject({ unit: null, reason: 'unit-ambiguous' })
  expect(match({ names: ['财政局'], key: '甲县/年报.docx' })).toEqual({ unit: 'A1', by: 'alias' })
  expect(match({ names: ['财政局'], key: '2023/乙县/财政局/年报.docx' })).toEqual({ unit: 'B1', by: 'alias' })
  expect(match({ names: ['财政局'], key: '全部.zip!/乙县/年报.docx' })).toEqual({ unit: 'B1', by: 'alias' })
})

test('a folder of one and a name of another is nobody’s', () => {
  expect(match({ names: ['乙县财政局'], key: '甲县/年报.docx' })).toMatchObject({
    unit: null,
    reason: 'unit-ambiguous',
    proposals: [{ unit: 'A' }, { unit: 'B1' }],
  })
  expect(match({ names: ['甲县财政局'], key: '甲县/数据局/年报.docx' })).toMatchObject({ unit: null })
})

test('a report without a name is that of the folder, where it is that of one unit and no other’s', () => {
  expect(match({ key: '甲县/数据局/年报.docx' })).toEqual({ unit: 'A3', by: 'path' })
  expect(match({ key: '甲县/年报.docx' })).toMatchObject({ unit: null, reason: 'unit-unmatched' })
  expect(match({ names: ['甲县数据局'], key: '甲县/数据局/年报.docx' })).toEqual({ unit: 'A3', by: 'path' })
})

test('a former name is the unit’s in its years, and nobody’s later', () => {
  expect(match({ names: ['甲县国土资源局'], year: 2018 })).toEqual({ unit: 'A2', by: 'alias' })
  expect(match({ names: ['甲县国土资源局'], year: 2022 })).toMatchObject({ unit: null })
  expect(match({ names: ['甲县自然资源局'], year: 2022 })).toEqual({ unit: 'A2', by: 'name' })
  expect(match({ names: ['甲县粮食局'], year: 2020 })).toEqual({ unit: 'A4', by: 'name' })
  expect(match({ names: ['甲县粮食局'], year: 2023 })).toMatchObject({ unit: null })
})

test('signature and title tell where nothing else does, and not against a printed name', () => {
  expect(match({ signature: '甲县财政局' })).toEqual({ unit: 'A1', by: 'signature' })
  expect(match({ title: '甲县财政局2023年政府信息公开工作年度报告' })).toEqual({ unit: 'A1', by: 'title' })
  expect(match({ names: ['甲县统计局'], signature: '甲县人民政府' })).toMatchObject({ unit: null })
})

test('what is only similar is proposed, never taken', () => {
  const found = match({ names: ['东山市甲县财政局'] })
  expect(found).toMatchObject({ unit: null, reason: 'unit-unmatched' })
  expect('proposals' in found && found.proposals.map(({ unit }) => unit)).toContain('A1')
})

test('letters tell units apart', () => {
  const roster = rosterOf('unit|name\n1|甲县A街道办事处\n2|甲县B街道办事处')
  expect(matchUnit(roster, facts({ names: ['甲县B街道办事处'] }))).toEqual({ unit: '2', by: 'name' })
})

const words = ['甲局', '乙局', '丙局', '丁局']
const anyUnit = fc.record({
  name: fc.constantFrom(...words),
  alias: fc.constantFrom('', ...words),
  parent: fc.constantFrom('', '0', '1', '2'),
  since: fc.constantFrom('', '2019', '2021'),
  until: fc.constantFrom('', '2020-06-30', '2022'),
  path: fc.constantFrom('', 'p', 'q', 'p/r'),
})

test('at most one unit, the same for any order of the lines, and one that has what was printed', () => {
  let matched = 0
  fc.assert(
    fc.property(
      fc.array(anyUnit, { minLength: 1, maxLength: 7 }).chain(units =>
        fc.tuple(
          fc.constant(
            units.map((unit, at) => [
              String(at),
              unit.name,
              unit.alias,
              unit.parent,
              unit.since,
              unit.until,
              unit.path,
            ]),
          ),
          fc.shuffledSubarray(
            units.map((_, at) => at),
            { minLength: units.length },
          ),
        ),
      ),
      fc.record({
        key: fc.constantFrom('x.docx', 'p/x.docx', 'p/r/x.docx', 'q/x.docx', '2021/q/x.docx'),
        year: fc.constantFrom(2018, 2020, 2022, 2023),
        names: fc.subarray(words, { maxLength: 2 }),
        signature: fc.constantFrom(null, ...words),
        title: fc.constant(null),
      }),
      ([lines, order], asked) => {
        const head = 'unit|name|aliases|parent|since|until|path'.split('|')
        const read = (those: readonly (readonly string[])[]) =>
          readRoster([head, ...those].map((cells, at) => ({ line: at + 1, cells })))
        const one = read(lines)
        const other = read(order.map(at => lines[at]!))
        if ('problems' in one || 'problems' in other) {
          expect('problems' in one).toBe('problems' in other)
          return
        }
        const found = matchUnit(one.roster, asked)
        const again = matchUnit(other.roster, asked)
        expect([again.unit, 'reason' in again && again.reason]).toEqual([
          found.unit,
          'reason' in found && found.reason,
        ])
        if (found.unit === null) return
        matched++
        const unit = one.roster.units.get(found.unit)!
        const own = [unit.name, ...unit.aliases.map(({ name }) => name)]
        const printed = [...asked.names, asked.signature].filter(name => name !== null)
        expect(printed.length === 0 || printed.some(name => own.includes(name))).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
  expect(matched).toBeGreaterThan(50)
})

test('a second unit that has all that told the first makes it nobody’s', () => {
  const lines = linesOf('unit|name|parent\n0|甲县|\n9|乙县|\n1|财政局|0')
  const both = readRoster([...lines, { line: 5, cells: ['2', '财政局', '9'] }])
  if ('problems' in both) throw new Error('a right roster was refused')
  expect(matchUnit(both.roster, facts({ names: ['财政局'] }))).toMatchObject({ reason: 'unit-ambiguous' })
})
