import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../lib/figures/read-figure.ts'

/** A number as the form wants it, dressed in what people and programs put around numbers: what it then means is known. */
interface Dressed {
  readonly text: string
  /** Null where no one can say for certain. */
  readonly value: number | null
}

type Dress = (printed: string, value: number) => Dressed

const same: Dress = (text, value) => ({ text, value })
const around =
  (before: string, after: string): Dress =>
  (text, value) => ({ text: `${before}${text}${after}`, value })
const scaled =
  (after: string, power: number): Dress =>
  (text, value) => ({ text: `${text}${after}`, value: value * 10 ** power })
const unsure =
  (before: string, after: string): Dress =>
  text => ({ text: `${before}${text}${after}`, value: null })
const between =
  (character: string): Dress =>
  (text, value) => ({ text: [...text].join(character), value: text.length > 1 ? null : value })

const fullWidth: Dress = (text, value) => ({
  text: text.replace(/\d/gu, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  value,
})
const grouped =
  (separator: string): Dress =>
  (text, value) => ({ text: text.replace(/\B(?=(?:\d{3})+$)/gu, separator), value })

const harmless = [
  ...['件', '个', '项', '条', '份', '人次', ' 件', '\n件', '件次', '宗'],
  ...['（件）', '(件)', '【件】', '（单位：件）', '件（次）'],
  ...[
    '（其中修订16件）',
    '（含自然失效29件）',
    '（含下属单位）',
    '（均为网上申请）',
    '（全市）',
    '[1]',
    '（注1）',
    '（见附件）',
  ],
  ...['。', '；', ';', '\u200b', '\u00a0', '\u3000'],
]
const changing = [
  ...[
    '（更正为13）',
    '（实际为3）',
    '（实为3）',
    '（应为3）',
    '（作废）',
    '（负）',
    '（误）',
    '（原为3）',
    '（减少）',
    '（不含撤回）',
  ],
  ...[
    '（错）',
    '（废）',
    '（暂估）',
    '（待核实）',
    '（修改为5）',
    '（上年）',
    '（3）',
    '（-3）',
    '（以附件为准）',
    '（重复统计）',
  ],
  ...[
    '（取消）',
    '（减3）',
    '（+3）',
    '（扣除2件）',
    '（约）',
    '（余）',
    '（去年）',
    '（已删）',
    '（×）',
    '（？）',
    '（含更正3件，应为15件）',
  ],
  ...[
    '余',
    '多',
    '左右',
    '以上',
    '%',
    '‰',
    '元',
    '万元',
    '美元',
    '人民币',
    '吨',
    '年',
    '倍',
    '+2',
    '/13',
    '-13',
    '~13',
    '、13',
    '①',
    '²',
    'x',
    '号',
  ],
  ...['（万吨）', '（%）', '（元）', '（美元）', '万（千）', '件（万件）', '\u202e', '\u0336'],
]
const prefixes = [
  '约',
  '>',
  '<',
  '≥',
  '近',
  '共',
  '(',
  '#',
  '第',
  '0',
  '上年',
  '减',
  '△',
  '↓',
  '±',
  '不足',
  '¥',
  '￥',
  '\u202e',
]

const dresses: readonly Dress[] = [
  same,
  fullWidth,
  ...[',', '，', '\u2009', '\u202f', '\u00a0'].map(grouped),
  ...harmless.map(after => around('', after)),
  ...changing.map(after => unsure('', after)),
  ...prefixes.map(before => unsure(before, '')),
  around('+', ''),
  around(' ', ' '),
  ...(
    [
      ['百', 2],
      ['千', 3],
      ['万', 4],
      ['亿', 8],
      ['百件', 2],
      ['千件', 3],
      ['万件', 4],
      ['十万件', 5],
      ['萬件', 4],
      ['万人次', 4],
      ['（千）', 3],
      ['（千件）', 3],
      ['（万件）', 4],
      ['（单位：万件）', 4],
      ['(單位:萬件)', 4],
    ] as const
  ).map(([after, power]) => scaled(after, power)),
  ...[' ', '\n', '.', '/', '、', '-', '\t'].map(between),
]

const counts = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 100, max: 9_999_999 }))

test('a dressed count is read as exactly what it means, or not at all', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(...dresses), (value, dress) => {
      const { text, value: meant } = dress(String(value), value)
      const read = readFigure(text)
      // 1.2.3 and the like may be a number of another kind; a point between two digits is one.
      if (/^\d\.\d$/u.test(text)) return
      if (meant === null)
        expect([null, `${value}`.length === 1 && !/\D/u.test(text) ? value : null]).toContain(read.value)
      else expect(read.value, text).toBe(meant)
    }),
    { numRuns: 3000 },
  )
})

test('every dress of every small number', () => {
  for (const value of [0, 1, 5, 12, 107, 3184, 25_630])
    for (const dress of dresses) {
      const { text, value: meant } = dress(String(value), value)
      if (/^\d\.\d$/u.test(text)) continue
      // 012 of 12 is told as text, 0 before nothing as 0.
      const read = readFigure(text).value
      if (meant === null) expect(read === null || read === 0, `${text} was read as ${read}`).toBe(true)
      else expect(read, text).toBe(meant)
    }
})

const numerals: readonly [string, number][] = [
  ['〇', 0],
  ['零', 0],
  ['五', 5],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['三千二百', 3200],
  ['一万零五', 10_005],
  ['两千', 2000],
]
describe('Chinese numerals', () => {
  test.each(numerals)('%s is %d', (text, value) => {
    expect(readFigure(text).value).toBe(value)
    expect(readFigure(`${text}件`).value).toBe(value)
  })

  test.each([
    '一百五',
    '二〇',
    '一二三',
    '十几',
    '百',
    '千',
    '几',
    '数十',
    '一、',
    '三类事',
    '（五）',
    '第五',
    '五六',
  ])('%s is no number', text => expect(readFigure(text).value).toBeNull())
})

describe('what the eye does not see', () => {
  test.each(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e'])(
    '%j inside a number is told',
    hidden => {
      const read = readFigure(`31${hidden}84`)
      expect(read).toMatchObject({ state: 'number', value: 3184, text: `31${hidden}84` })
      expect(read.invisible).toHaveLength(1)
    },
  )

  test('a number without any says nothing', () => {
    expect(readFigure('3184')).not.toHaveProperty('invisible')
    expect(readFigure('1\u2009234')).not.toHaveProperty('invisible')
    expect(readFigure('1\u00a0234').invisible).toEqual(['U+00A0'])
  })

  test.each(['1２', '１2', '1\u200f2', '\u202e12', '1\u0336'])('%j is no number', text =>
    expect(readFigure(text).value).toBeNull(),
  )
})

const amountsOf = (text: string, headerUnit?: string) =>
  readFigure(text, { unit: '万元', ...(headerUnit ? { headerUnit } : {}) }).value

describe('amounts', () => {
  test.each([
    ['251000元整', 25.1],
    ['251000元正', 25.1],
    ['25.1\n万元', 25.1],
    ['25.1万元整', 25.1],
    ['人民币25.1万元', null],
    ['25.1（人民币万元）', 25.1],
    ['3亿', 30_000],
    ['3（亿）', 30_000],
    ['三万元', 3],
    ['3千元', 0.3],
    ['3百元', 0.03],
    ['3千', null],
    ['3（千）', null],
    ['3（百）', null],
    ['3美元', null],
    ['3（港元）', null],
    ['3万美元', null],
    ['￥3', null],
    ['3（更正为4）', null],
    ['3（实际为4万元）', null],
  ] as const)('%s', (text, value) => {
    for (const header of [undefined, '万元', '元']) expect(amountsOf(text, header)).toBe(value)
  })

  test('a unit around that is none of ours leaves the amount unread', () => {
    for (const header of ['美元', '元/万元', '千', '%']) expect(amountsOf('3', header)).toBeNull()
    expect(amountsOf('3万元', '美元')).toBe(3)
  })
})

test.each(['12.000', '1.000', '12（注：13）', '12（注：1）'])('a count printed %s is left unread', text => {
  expect(readFigure(text).value).toBeNull()
})

test.each(['12（注）', '12（注1）', '12（注一）', '12（注：①）', '12.0', '12.00'])(
  'a count printed %s is read',
  text => {
    expect(readFigure(text).value).toBe(12)
  },
)

test('a count under a unit that scales', () => {
  const under = (text: string, power: number) => readFigure(text, { power }).value
  expect(under('45', 4)).toBe(450_000)
  expect(under('1.25', 4)).toBe(12_500)
  expect(under('45万件', 4)).toBe(450_000)
  expect(under('45（其中修订3万件）', 4)).toBeNull()
  expect(under('45件', 4)).toBeNull()
  expect(under('45千件', 4)).toBeNull()
  expect(under('-6', 3)).toBe(-6000)
})
