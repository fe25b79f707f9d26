import { expect, test } from 'vitest'
import { clausesOf } from '../../../../lib/checks/text/clauses.ts'
import { chineseNumeral } from '../../../../lib/checks/text/numerals.ts'
import { quantitiesOf } from '../../../../lib/checks/text/quantities.ts'
import { saying } from '../cases/case.ts'

const read = (text: string) => quantitiesOf(text).map(({ value, unit }) => [value, unit])

test.each([
  ['收到申请22件', [[22, '件']]],
  ['收到22件申请', [[22, '件']]],
  ['公开1,728项', [[1728, '项']]],
  ['收费0.092万元', [[0.092, '万元']]],
  [
    '处理行政复议1件、行政诉讼3件',
    [
      [1, '件'],
      [3, '件'],
    ],
  ],
  ['受理二十二件', [[22, '件']]],
  ['受理一百零五件', [[105, '件']]],
  ['受理两件', [[2, '件']]],
  ['发布三千余条', [[null, '条']]],
  ['发布3千余条', [[null, '条']]],
  ['发布三千条', [[null, '条']]],
  ['发布1.2万条', [[null, '条']]],
  ['补发5万余条', [[null, '条']]],
  ['整改150余次', [[null, '次']]],
  ['约22件', [[null, '件']]],
  ['近300件', [[null, '件']]],
  ['数十件', [[null, '件']]],
  ['22件以上', [[null, '件']]],
  ['10至20件', [[null, '件']]],
  [
    '10件至20件',
    [
      [null, '件'],
      [null, '件'],
    ],
  ],
  ['访问量65万人次', [[null, '人次']]],
  ['总数22件', [[22, '件']]],
  ['2021年1月1日', []],
  ['国办公开办函〔2021〕30号', []],
  ['答复率100%', []],
  ['占88.6%', []],
  ['电话：0577-86906612', []],
  ['第20条规定', []],
  ['第三次会议', []],
  ['历时3个月', []],
  ['第711号令', []],
] as const)('%s', (text, expected) => expect(read(text)).toEqual(expected))

test('a number belongs to the words before it', () => {
  const [first, second] = quantitiesOf('处理行政复议1件、行政诉讼3件')
  expect(first!.subject).toBe('处理行政复议')
  expect(second!.subject).toBe('、行政诉讼')
})

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['两千三百', 2300],
  ['一万二千', 12_000],
  ['二二', null],
  ['', null],
] as const)('Chinese numeral %s', (text, value) => expect(chineseNumeral(text)).toBe(value))

test('clauses end at commas, semicolons, brackets, colons and 其中, not inside numbers', () => {
  const report = saying('全年公开１，２３４条，其中网站1,000条（含转载３条）；收到 申请 2 件。')
  const clauses = clausesOf(report).filter(({ sentence }) => sentence.section === 'overview')
  expect(clauses.map(({ text }) => text)).toEqual([
    '全年公开1,234条',
    '其中网站1,000条',
    '含转载3条',
    '',
    '收到申请2件',
  ])
  expect(clauses[0]!.printed).toBe('全年公开１，２３４条')
  expect(clauses[4]!.printed).toBe('收到 申请 2 件')
  expect(clauses[4]!.before).toBe('全年公开1,234条，其中网站1,000条（含转载3条）；')
})
