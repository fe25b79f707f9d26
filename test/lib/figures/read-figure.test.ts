import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../lib/figures/read-figure.ts'

describe('counts', () => {
  test.each([
    ['16', 16],
    ['0', 0],
    ['\u00a0 16\u3000\u3000', 16],
    ['　　10', 10],
    ['+26', 26],
    ['＋26', 26],
    ['-9', -9],
    ['−9', -9],
    ['－9', -9],
    ['–9', -9],
    ['１２３', 123],
    ['1,234', 1234],
    ['1，234,567', 1234567],
    ['−0', 0],
    ['5.0', 5],
    ['10.5', 10.5],
  ])('%j is %d', (printed, value) => {
    expect(readFigure(printed)).toMatchObject({ state: 'number', value })
  })

  test.each([
    ['25630（元）', 2.563, '元'],
    ['25630\n(元)', 2.563, '元'],
    ['25630[单位：元]', 2.563, '元'],
    ['256（千元）', 25.6, '千元'],
    ['1.5（亿元）', 15000, '亿元'],
    ['1051.57万元（约0.105亿元）', 1051.57, '万元'],
    ['12（含2笔）', 12, undefined],
  ])('the amount %j is %d 万元', (printed, value, printedUnit) => {
    const read = readFigure(printed, { unit: '万元', headerUnit: '万元' })
    expect(read).toMatchObject({ state: 'number', value })
    expect(read.printedUnit).toBe(printedUnit)
  })

  test.each([
    '25630（元，含罚没）',
    '25630（其中罚没 3000 元）',
    '3（万）（元）',
    '1051.57万元（约1.05亿元）',
    '3（千）',
    '3千',
    '3（美元）',
    '3角',
  ])('the amount %j is no number: its unit cannot be told', printed => {
    expect(readFigure(printed, { unit: '万元' })).toMatchObject({ state: 'text', value: null })
  })

  test('a unit and a remark are told apart from the number and kept', () => {
    expect(readFigure('4个')).toEqual({ state: 'number', value: 4, text: '4个', printedUnit: '个' })
    expect(readFigure('22（其中修订 16 件）')).toEqual({
      state: 'number',
      value: 22,
      text: '22（其中修订 16 件）',
      remark: '（其中修订 16 件）',
    })
    expect(readFigure('3件（含1件撤回）')).toMatchObject({
      value: 3,
      printedUnit: '件',
      remark: '（含1件撤回）',
    })
  })

  test('a footnote mark never becomes a digit', () => {
    expect(readFigure('16[1]')).toMatchObject({ value: 16, remark: '[1]' })
    expect(readFigure('16①').state).toBe('text')
    expect(readFigure('16²').state).toBe('text')
  })

  test.each(['', ' ', '\u00a0', '\u3000', '\u200b', '\n'])('%j is blank', printed => {
    expect(readFigure(printed)).toEqual({ state: 'blank', value: null, text: '' })
  })

  test.each(['-', '/', '—', '--', '——', '／', '无', '不适用'])('%s is not applicable', printed => {
    expect(readFigure(printed)).toMatchObject({ state: 'notApplicable', value: null })
  })

  test.each([
    '约16',
    '16余',
    '1 6',
    '1\n6',
    '00012',
    '1e999',
    '1e5',
    '١٢٣',
    '1,23',
    '12,3456',
    '16%',
    '100元',
    '1000000000000000000000000000000',
    '16/17',
    '3-5',
    '=1+1',
    '（16）',
    '见附件',
    'NaN',
    'Infinity',
  ])('%j is text, not a guess', printed => {
    expect(readFigure(printed)).toMatchObject({ state: 'text', value: null, text: printed })
  })
})

describe('amounts, in 万元', () => {
  const amount = { unit: '万元' } as const
  test.each([
    ['1051.57万元', 1051.57],
    ['109994元', 10.9994],
    ['251000元', 25.1],
    ['573802895.90元', 57380.28959],
    ['59237.2449', 59237.2449],
    ['0.092', 0.092],
    ['1.5亿元', 15000],
    ['0元', 0],
    ['1,234.5 万元', 1234.5],
  ])('%s is %d', (printed, value) => {
    expect(readFigure(printed, amount)).toMatchObject({ state: 'number', value })
  })

  test('the unit of the header holds where the cell prints none', () => {
    expect(readFigure('109994', { unit: '万元', headerUnit: '元' }).value).toBe(10.9994)
    expect(readFigure('11万元', { unit: '万元', headerUnit: '元' }).value).toBe(11)
  })

  test('another currency or measure is not an amount', () => {
    expect(readFigure('100美元', amount).state).toBe('text')
    expect(readFigure('100个', amount).state).toBe('text')
  })
})

describe('cells nobody prints', () => {
  test.each([
    ['a number and 50,000 blanks', `1${'\u3000'.repeat(50_000)}x y`],
    ['letters and 50,000 blanks', `a${'\u00a0'.repeat(50_000)}b`],
    ['400 digits', '1'.repeat(400)],
    ['a remark of a thousand words', `22（${'其中修订'.repeat(300)}）`],
  ])('%s are text', (_, printed) => {
    expect(readFigure(printed).state).toBe('text')
  })

  test('padding is taken off both ends, however much there is', () => {
    expect(readFigure(`${'\u3000\u200b'.repeat(25_000)}16${' \ufeff'.repeat(25_000)}`)).toMatchObject({
      value: 16,
      text: '16',
    })
  })
})

describe('print → figure → print', () => {
  test('every count comes back as printed, with or without separators, sign and padding', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.boolean(), (count, grouped) => {
        const printed = grouped ? count.toLocaleString('en-US') : String(count)
        expect(readFigure(`\u3000${printed} `)).toMatchObject({
          state: 'number',
          value: count === 0 ? 0 : count,
        })
      }),
    )
  })

  test('元 to 万元 moves the decimal point and nothing else', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), yuan => {
        const digits = yuan.toString().padStart(5, '0')
        const expected = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/u, '')
        expect(String(readFigure(`${yuan}元`, { unit: '万元' }).value)).toBe(expected)
      }),
    )
  })

  test('any text at all is either exactly one number or no number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { state, value } = readFigure(text)
        expect(state === 'number').toBe(value !== null && Number.isFinite(value))
      }),
    )
  })
})
