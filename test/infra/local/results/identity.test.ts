import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pair } from '../../../../infra/local/desk/fold.ts'
import { identify, type Reported } from '../../../../infra/local/results/identity.ts'
import { fileName, placeOf } from '../../../../infra/local/results/same-name.ts'
import { newest } from '../../../../lib/series/newest.ts'
import { matchRecord } from '../../../../lib/series/roster/match-unit.ts'
import { type Roster, readRoster } from '../../../../lib/series/roster/roster.ts'

const rosterOf = (lines: readonly (readonly string[])[]): Roster => {
  const read = readRoster(lines.map((cells, at) => ({ line: at + 1, cells })))
  if ('problems' in read) throw new Error(read.problems[0]!.message.en)
  return read.roster
}

const roster = rosterOf([
  ['单位编号', '名称', '别名'],
  ['u1', '青禾县数据局', '数据局'],
  ['u2', '青禾县财政局', '财政局'],
  ['u3', '白沙区财政局', '财政局'],
])

const report = (key: string, authority: string | null, day = 1, year: number | null = 2023): Reported => ({
  ...{ key, authority, year, named: null, version: key, sequencer: '0' },
  uploadedAt: `2024-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
})

const said = (kind: Pair['kind'], key: string, of: string): Pair => ({
  ...{ kind, key, of, by: '张三', at: '', version: null, ofVersion: null },
})
const nothing = { placed: new Map<string, { unit: string; version: string | null }>(), pairs: [] }

/** Chains as their keys, with the key that each is in doubt with. */
const chainsOf = (
  reports: readonly Reported[],
  list: Roster | null,
  told: Parameters<typeof identify>[2] = nothing,
) => [
  ...new Set(
    identify(reports, list, told).map(
      ({ chain, doubt }) => `${chain.map(({ key }) => key).join(' ')}${doubt ? ` ? ${doubt.key}` : ''}`,
    ),
  ),
]

describe('without a roster', () => {
  test('a name that carries its place is one unit, whatever the file is called', () => {
    expect(
      chainsOf([report('新.docx', '青禾县数据局', 9), report('数据局.pdf', '青禾县 数据局', 2)], null),
    ).toEqual(['数据局.pdf 新.docx'])
  })

  test('another year is another report', () => {
    expect(
      chainsOf([report('a.docx', '青禾县数据局'), report('b.docx', '青禾县数据局', 2, 2022)], null),
    ).toHaveLength(2)
  })

  test('a name that every county has is asked of a person, and what he says stands', () => {
    const two = [report('甲/年报.docx', '财政局', 1), report('乙/年报.docx', '财政局', 2)]
    expect(chainsOf(two, null)).toEqual(['甲/年报.docx', '乙/年报.docx ? 甲/年报.docx'])
    const replaces = { ...nothing, pairs: [said('replaces', '乙/年报.docx', '甲/年报.docx')] }
    expect(chainsOf(two, null, replaces)).toEqual(['甲/年报.docx 乙/年报.docx'])
    const separate = { ...nothing, pairs: [said('separate', '乙/年报.docx', '甲/年报.docx')] }
    expect(chainsOf(two, null, separate)).toEqual(['甲/年报.docx', '乙/年报.docx'])
  })

  test('what a person says to replace another stands in its place, though it was handed in before, or prints no name', () => {
    const two = [report('甲.docx', null, 1, null), report('乙.docx', '财政局', 2)]
    const replaces = { ...nothing, pairs: [said('replaces', '甲.docx', '乙.docx')] }
    expect(chainsOf(two, null, replaces)).toEqual(['乙.docx 甲.docx'])
  })

  test('two with no name are never one', () => {
    expect(chainsOf([report('a.docx', null), report('a (2).docx', null, 2)], null)).toHaveLength(2)
  })
})

describe('with a roster', () => {
  test('one unit and year is one report, by whichever name', () => {
    expect(chainsOf([report('a.docx', '数据局'), report('b.docx', '青禾县数据局', 2)], roster)).toEqual([
      'a.docx b.docx',
    ])
  })

  test('a name that two units have is placed by a person, and then it replaces', () => {
    const two = [report('a.docx', '青禾县财政局'), report('b.docx', '财政局', 2)]
    const [, open] = identify(two, roster, nothing)
    expect(open).toMatchObject({ unit: null, unmatched: { reason: 'unit-ambiguous' } })
    const placed = { ...nothing, placed: new Map([['b.docx', { unit: 'u2', version: null }]]) }
    expect(chainsOf(two, roster, placed)).toEqual(['a.docx b.docx'])
    expect(identify(two, roster, placed)[1]!.unit).toEqual({ unit: 'u2', by: 'person' })
  })

  test('a unit that the roster does not have any more places nothing', () => {
    const placed = { ...nothing, placed: new Map([['a.docx', { unit: 'u9', version: null }]]) }
    expect(identify([report('a.docx', '青禾县数据局')], roster, placed)[0]!.unit).toMatchObject({
      unit: 'u1',
      by: 'name',
    })
  })

  test('who is said to replace a report of a unit is not counted until a person says of which unit he is', () => {
    const three = [
      report('a.docx', '青禾县财政局'),
      report('b.docx', '财政局', 2),
      report('c.docx', '青禾县数据局'),
    ]
    const pairs = [said('replaces', 'b.docx', 'a.docx'), said('replaces', 'a.docx', 'c.docx')]
    expect(chainsOf(three, roster, { ...nothing, pairs })).toEqual(['a.docx', 'b.docx ? a.docx', 'c.docx'])
    const placed = new Map([['b.docx', { unit: 'u2', version: null }]])
    expect(chainsOf(three, roster, { placed, pairs })).toEqual(['a.docx b.docx', 'c.docx'])
  })
})

const isCorrection = (a: string, b: string): boolean => {
  const [one, other] = [fileName(a), fileName(b)]
  const same = one.folder === other.folder && one.stem !== null && one.stem === other.stem
  return same && one.corrects !== other.corrects
}

const isOneUnits = (a: Reported, b: Reported): boolean => {
  const place = placeOf(a.authority!)
  const beside = fileName(a.key).folder === fileName(b.key).folder
  return place === 'country' || (place === 'folder' && beside) || isCorrection(a.key, b.key)
}

const names = [
  '青禾县数据局',
  '白沙区水务局',
  '青禾县财政局',
  '财政局',
  '数据局',
  '城乡建设局',
  '市场监督管理局',
  null,
]
const files = [
  '财政局年报.docx',
  '财政局年报 (2).docx',
  '财政局年报（更正）.doc',
  '甲/年报.pdf',
  '乙/年报.pdf',
  '年报.txt',
]

const anyReports = fc
  .uniqueArray(
    fc.record({
      file: fc.constantFrom(...files),
      copy: fc.integer({ min: 0, max: 3 }),
      authority: fc.constantFrom(...names),
      year: fc.constantFrom(2022, 2023, null),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 12, selector: ({ file, copy }) => `${copy}${file}` },
  )
  .map(all =>
    all.map(({ file, copy, ...each }) => report(`${copy}${file}`, each.authority, each.day, each.year)),
  )

/** The same, told plainly: who counts, among all. */
const countedPlainly = (reports: readonly Reported[], list: Roster | null): ReadonlySet<string> => {
  const before = (a: Reported, b: Reported) =>
    a.uploadedAt! < b.uploadedAt! || (a.uploadedAt === b.uploadedAt && a.key < b.key)
  const unitOf = (each: Reported) =>
    list && matchRecord(list, { key: each.key, year: each.year, authority: each.authority }).unit
  if (list) {
    const placed = reports.map(each => ({
      ...{ ...each, unit: unitOf(each), judgedAt: null, run: null, version: '1' },
    }))
    const ofUnits = newest(placed).chains.map(({ newest: { key } }) => key)
    const others = countedPlainly(
      reports.filter(each => unitOf(each) === null),
      null,
    )
    return new Set([...ofUnits, ...others])
  }
  const alike = (a: Reported, b: Reported) =>
    a.authority !== null && a.year !== null && a.authority === b.authority && a.year === b.year
  const linked = (a: Reported, b: Reported) => alike(a, b) && isOneUnits(a, b)
  const reaches = (a: Reported, b: Reported, seen: ReadonlySet<Reported> = new Set([a])): boolean =>
    a === b ||
    reports.some(each => linked(a, each) && !seen.has(each) && reaches(each, b, new Set([...seen, each])))
  return new Set(
    reports
      .filter(each => {
        const own = reports.filter(other => reaches(each, other))
        const group = reports.filter(other => other === each || alike(each, other))
        const isNewest = own.every(other => other === each || before(other, each))
        const first = group.find(a => group.every(b => a === b || before(a, b)))!
        return isNewest && own.includes(first)
      })
      .map(({ key }) => key),
  )
}

test.each([
  ['with a roster', roster],
  ['without one', null],
])(
  '%s exactly those count that a plain reading of the rules counts, in whatever order they are given',
  (_, list) => {
    fc.assert(
      fc.property(anyReports, fc.infiniteStream(fc.nat()), (reports, chance) => {
        const shuffled = reports
          .map(each => ({ each, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        const counted = identify(shuffled, list, nothing)
          .filter(({ report: each, chain, doubt }) => chain.at(-1) === each && doubt === null)
          .map(({ report: { key } }) => key)
        expect(new Set(counted)).toEqual(countedPlainly(reports, list))
      }),
    )
  },
)

test('what was said of one version of a file holds for no other', () => {
  const one = report('a.docx', '财政局')
  const placed = (version: string) => ({ ...nothing, placed: new Map([['a.docx', { unit: 'u2', version }]]) })
  expect(identify([one], roster, placed('a.docx'))[0]!.unit).toEqual({ unit: 'u2', by: 'person' })
  expect(identify([one], roster, placed('another'))[0]!.unit).toBeNull()
  const two = [report('甲/年报.docx', '财政局', 1), report('乙/年报.docx', '财政局', 2)]
  const pair = { ...said('replaces', '乙/年报.docx', '甲/年报.docx'), version: 'another' }
  expect(chainsOf(two, null, { ...nothing, pairs: [pair] })).toHaveLength(2)
})

test.each([
  ['青禾县数据局', 'country'],
  ['青禾县白沙镇人民政府', 'country'],
  ['青禾县住房和城乡建设局', 'country'],
  ['白沙区人民政府', 'folder'],
  ['临溪镇人民政府', null],
  ['中山街道办事处', null],
  ['财政局', null],
  ['市场监督管理局', null],
  ['住房和城乡建设局', null],
  ['城市管理局', null],
  ['农业农村和乡村振兴局', null],
  ['县财政局', null],
  ['经济开发区管理委员会', null],
])('%s tells its place for the %s', (name, where) => {
  expect(placeOf(name)).toBe(where)
})

test.each([
  ['财政局年报.docx', '财政局年报（更正）.pdf', true],
  ['财政局年报-修改稿.docx', '财政局年报.docx', true],
  ['财政局2023年年报.docx', '财政局2023年年报_更正后.docx', true],
  ['财政局年报.docx', '财政局年报 (2).docx', false],
  ['财政局年报（更正）.docx', '财政局年报（更正） (2).docx', false],
  ['a/财政局年报.docx', 'b/财政局年报（更正）.docx', false],
  ['2023年政府信息公开工作年度报告.docx', '2023年政府信息公开工作年度报告（更正）.docx', false],
  ['财政局年报.docx', '水务局年报（更正）.docx', false],
])('%s and %s are one file and its correction: %s', (a, b, same) => {
  expect(isCorrection(a, b)).toBe(same)
})

test('a name that thousands of files print is told apart as quickly as any other', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => report(`${at}.docx`, '教育局', 1 + (at % 28)))
  const pairs = many.slice(1, 500).map(({ key }) => said('separate', key, many[0]!.key))
  // A pairwise look would take hours.
  expect(identify(many, null, { ...nothing, pairs })).toHaveLength(many.length)
})
