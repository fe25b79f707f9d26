import { expect, test } from 'vitest'
import { namedAs, readRoster } from '../../../../lib/series/roster/roster.ts'
import { linesOf, rosterOf } from './lines.ts'

const problemsOf = (text: string) => {
  const result = readRoster(linesOf(text))
  return 'problems' in result ? result.problems.map(({ line, code }) => `${line} ${code}`) : []
}

test('headings in English and Chinese, cells as people write them', () => {
  const { units } = rosterOf(`
    单位编号 | 名称 | 别名 | 上级 | 类别 | 层级 | 起始日期 | 终止日期 | 承接单位 | 报送期限 | 统计口径 | 路径 | 备注
    1 | 青禾县人民政府 |  |  | 政府 | 县 |  |  |  | 3月31日 | 全县 | /青禾县/ | 甲
    2 | 青禾县数据局 | 数据局；大数据中心（2015年~2018-12-31）、青禾县信息化办公室（~2014） | 1 | 部门 | 县 | 2010年5月 | 2023/6/30 | 青禾县发展和改革局 | 2024-02-15 | 本级 |  |
    3 | 青禾县发展和改革局 |  | 青禾县人民政府 | 部门 | 县 | 20100101 |  |  |  |  | 青禾县\\发改局 |
  `)
  expect(units.get('1')).toMatchObject({ due: '03-31', scope: 'wholeArea', path: '青禾县', parent: null })
  expect(units.get('2')).toEqual({
    unit: '2',
    name: '青禾县数据局',
    aliases: [
      { name: '数据局', since: null, until: null },
      { name: '大数据中心', since: '2015-01-01', until: '2018-12-31' },
      { name: '青禾县信息化办公室', since: null, until: '2014-12-31' },
    ],
    parent: '1',
    kind: '部门',
    level: '县',
    since: '2010-05-01',
    until: '2023-06-30',
    successor: '3',
    due: '02-15',
    scope: 'own',
    path: null,
    line: 3,
  })
  expect(units.get('3')).toMatchObject({
    parent: '1',
    since: '2010-01-01',
    path: '青禾县/发改局',
    scope: 'unknown',
  })
})

test.each([
  ['a doubled unit', 'unit|name\n1|甲局\n2|乙局\n1|丙局', ['4 unit-doubled']],
  ['an unknown parent', 'unit|name|parent\n1|甲局|9', ['2 parent-unknown']],
  ['an unknown successor', 'unit|name|until|successor\n1|甲局|2020|9', ['2 successor-unknown']],
  ['a circle of parents', 'unit|name|parent\n0|丁局|1\n1|甲局|2\n2|乙局|3\n3|丙局|1', ['3 parent-circle']],
  ['its own parent', 'unit|name|parent\n1|甲局|1', ['2 parent-circle']],
  [
    'a circle of successors',
    'unit|name|until|successor\n1|甲局|2020|2\n2|乙局|2021|1',
    ['2 successor-circle', '3 successor-ended-before'],
  ],
  ['days backwards', 'unit|name|since|until\n1|甲局|2020-02-01|2020-01-31', ['2 dates-backwards']],
  [
    'two units of one name at one time',
    'unit|name|parent|until\n0|某县||\n1|财政局|0|2020\n2|财政局|0|',
    ['4 dates-overlap'],
  ],
  [
    'two former names at one time',
    'unit|name|aliases\n1|甲局|乙局(2018~2019)；丙局(2019~2020)',
    ['2 dates-overlap'],
  ],
  ['a successor without an end', 'unit|name|successor\n1|甲局|2\n2|乙局|', ['2 until-missing']],
  ['a day that is none', 'unit|name|since\n1|甲局|2023-02-30', ['2 since-unreadable']],
  ['a deadline that is none', 'unit|name|due\n1|甲局|年底', ['2 due-unreadable']],
  ['a scope that is none', 'unit|name|scope\n1|甲局|一部分', ['2 scope-unreadable']],
  ['no name', 'unit|name\n1|', ['2 name-missing']],
  ['no unit', 'unit|name\n|甲局', ['2 unit-missing']],
  ['an unknown heading', 'unit|name|颜色\n1|甲局|红', ['1 heading-unknown']],
  ['a doubled heading', 'unit|name|名称\n1|甲局|乙局', ['1 heading-doubled']],
  ['garbled headings', 'µ¥Î»|Ãû³Æ\n1|甲局', ['1 heading-missing', '1 heading-missing']],
  ['a title, then an unknown heading', '名册||\n单位编号|名称|颜色\n1|甲局|红', ['2 heading-unknown']],
  ['units that differ by case', 'unit|name\na1|甲局\nA1|乙局', ['3 unit-alike']],
  ['units that differ by width', 'unit|name\n01|甲局\n０１|乙局', ['3 unit-alike']],
  [
    'days of an alias in words',
    'unit|name|aliases\n1|甲局|乙局（二〇一八年前）',
    ['2 alias-days-unreadable'],
  ],
  ['days of an alias that are none', 'unit|name|aliases\n1|甲局|乙局(2018.13)', ['2 alias-days-unreadable']],
  ['a character that nobody sees', 'unit|name\n1|甲\u0000局', ['2 control-character']],
  ['a character that was lost', 'unit|name\n1|甲\ufffd局', ['2 encoding']],
  ['nothing', '', ['1 roster-empty']],
  ['headings alone', 'unit|name', ['1 roster-empty']],
])('%s is told with its line, and there is no roster', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
})

test('a title above the headings, and columns for telephones, are passed over', () => {
  const { units } = rosterOf(`
    青禾县行政机关名册 |  |  |
    制表：县政府办 | 2025年1月 |  |
    序号 | 单位编号 | 名称 | 别名 | 联系电话 | 统一社会信用代码
    1 | u1 | 青禾县数据局 | 数据局（2019至今）；大数据中心（挂牌） | 8812345 | 11320000
  `)
  expect([...units.keys()]).toEqual(['u1'])
  expect(units.get('u1')!.aliases).toEqual([
    { name: '数据局', since: '2019-01-01', until: null },
    { name: '大数据中心（挂牌）', since: null, until: null },
  ])
})

test('every problem says in both languages what and where', () => {
  const result = readRoster(linesOf('unit|name|parent|since\n1|甲局|9|x\n1|乙局||'))
  if (!('problems' in result)) throw new Error('a wrong roster was taken')
  for (const { message } of result.problems) {
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/u)
    expect(message.en).toMatch(/[a-z]{2}/u)
  }
})

test('of one name at different times, and under different parents, there can be two', () => {
  expect(problemsOf('unit|name|since|until\n1|甲局||2020-12-31\n2|甲局|2021-01-01|')).toEqual([])
  expect(problemsOf('unit|name|parent\n1|甲县|\n2|乙县|\n3|财政局|1\n4|财政局|2')).toEqual([])
})

test('an evened name leads to whoever is called so: one unit, several, or one by an alias', () => {
  const roster = rosterOf(`
    unit | name | aliases | parent | until
    1 | 甲县人民政府 |  |  |
    2 | 财政局 |  | 1 |
    3 | 乙县 |  |  |
    4 | 财政局 | 国资局（2019~2020） | 3 | 2024-06-30
  `)
  const toldAs = (name: string) =>
    namedAs(roster, name).map(({ unit, by, since, until }) => [unit.unit, by, since, until])
  expect(toldAs('甲县人民政府')).toEqual([['1', 'name', null, null]])
  expect(toldAs('财政局')).toEqual([
    ['2', 'name', null, null],
    ['4', 'name', null, '2024-06-30'],
  ])
  expect(toldAs('国资局')).toEqual([['4', 'alias', '2019-01-01', '2020-12-31']])
  expect(toldAs('无此局')).toEqual([])
})

test('headings are looked for in the first ten lines that say something, and lines are read as they come', () => {
  const above = (count: number) =>
    [...Array<string>(count).fill('甲县各单位名册'), '', 'unit|name', '1|甲局'].join('\n')
  const read = readRoster(linesOf(above(9)).values())
  expect('roster' in read && read.roster.units.get('1')?.name).toBe('甲局')
  expect(problemsOf(above(10))).toContain('1 heading-missing')
})
