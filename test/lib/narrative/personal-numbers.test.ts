import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../lib/model/document.ts'
import { withoutPersonalNumbers } from '../../../lib/narrative/personal-numbers.ts'

const documentOf = (text: string): Document => ({
  format: 'text',
  blocks: [{ kind: 'paragraph', number: 1, text }],
  losses: [],
})
const hidden = (text: string) => {
  const { document, found } = withoutPersonalNumbers(documentOf(text))
  const [block] = document.blocks
  return { text: block?.kind === 'paragraph' ? block.text : '', found }
}

/** The standard states it as a congruence: the weighted sum of all 18, weights 2^(n-1) from the right, is 1 modulo 11. */
const checkDigitOf = (front: string): string =>
  [...'0123456789X'].find(digit => {
    const values = [...front, digit].map(each => (each === 'X' ? 10 : Number(each)))
    const sum = values.reduce((all, value, at) => all + value * 2 ** (values.length - 1 - at), 0)
    return sum % 11 === 1
  })!

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

const identity = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 1930, max: 2015 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, year, month, day, order]) => {
    const front = `${place}${year}${padded(month, 2)}${padded(day, 2)}${padded(order, 3)}`
    return `${front}${checkDigitOf(front)}`
  })
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${padded(rest, 9)}`)

const fullWidth = (text: string): string =>
  text.replace(/[\dX]/gu, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
const written = fc.constantFrom<(number: string) => string>(
  number => number,
  fullWidth,
  number => [...number].join('\u200b'),
)
const spacedMobile = fc.constantFrom<(number: string) => string>(
  number => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
  number => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
  number => `+86 ${number}`,
  number => `86${number}`,
)
/** As lines of running text break them. */
const brokenMobile = fc.constantFrom<(number: string) => string>(
  number => `${number.slice(0, 3)}\n${number.slice(3)}`,
  number => `${number.slice(0, 7)} ${number.slice(7)}`,
)
const spacedIdentity = fc.constantFrom<(number: string) => string>(
  number => number.toLowerCase(),
  number => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
)

const frames: readonly (readonly [string, string])[] = [
  ['联系人：张三，手机', '，地址：人民路1号。'],
  ['如有疑问，请与李四联系（电话：', '）。'],
  ['联系电话：0000-1234567、', ''],
  ['申请人王五，身份证号', '，申请公开3件。'],
]
/** Nothing says what the number is but a name before it, or that it stands alone in a sentence. */
const unsaid: readonly (readonly [string, string])[] = [
  ['青禾县统计局 王小明', ''],
  ['（李四 ', '）'],
  ['附：', '。'],
]

const only = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\dXx*]/gu, '')
    .toUpperCase()

const holds = (before: string, printed: string, after: string): void => {
  const { text, found } = hidden(`${before}${printed}${after}`)
  expect(found.length).toBe(1)
  expect(text.length).toBe(`${before}${printed}${after}`.length)
  expect(text.startsWith(before) && text.endsWith(after)).toBe(true)
  const left = text.slice(before.length, text.length - after.length)
  expect(only(left).replace(/^86(?=\*)/u, '')).toMatch(/^\*+[\dX]{2}$/u)
  expect(only(left).slice(-2)).toBe(only(printed).slice(-2))
}

describe('numbers of persons', () => {
  test('identity numbers with a right check digit, wherever they stand', () => {
    fc.assert(
      fc.property(
        identity,
        written,
        fc.constantFrom(...frames, ['附：', '。'], ['', '']),
        (number, write, [before, after]) => holds(before!, write(number), after!),
      ),
    )
  })

  test('identity numbers said to be one, in groups', () => {
    fc.assert(
      fc.property(identity, spacedIdentity, (number, write) => holds('身份证号：', write(number), '。')),
    )
  })

  test('mobile numbers that a text gives as one', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.oneof(written, spacedMobile, brokenMobile),
        fc.constantFrom(...frames.slice(0, 3)),
        (number, write, [before, after]) => holds(before!, write(number), after!),
      ),
    )
  })

  test('two mobile numbers with a stroke between them', () => {
    fc.assert(
      fc.property(mobile, mobile, (one, other) => {
        const { text, found } = hidden(`联系人张三，手机${one}/${other}。`)
        expect(found.length).toBe(2)
        expect(text).toBe(`联系人张三，手机*********${one.slice(-2)}/*********${other.slice(-2)}。`)
      }),
    )
  })

  test('mobile numbers that nothing names', () => {
    fc.assert(
      fc.property(mobile, written, fc.constantFrom(...unsaid), (number, write, [before, after]) =>
        holds(before!, write(number), after!),
      ),
    )
  })

  test('an identity number with another check digit is none, unless it is said to be one', () => {
    fc.assert(
      fc.property(identity, number => {
        const wrong = `${number.slice(0, 17)}${number.endsWith('7') ? '8' : '7'}`
        expect(hidden(`编号${wrong}`).found).toEqual([])
        expect(hidden(`身份证号${wrong}`).found.length).toBe(1)
      }),
    )
  })

  test.each([
    '电话：0517-12345678，邮编：223100。',
    '电话：021-12345678；传真：021-87654321。',
    '热线电话12345、400-123-4567。',
    '资金13812345678元，访问量13812345678次，电话办理13812345678件。',
    '索引号：13812345678',
    '网址：http://www.example.gov.cn/13812345678.html，电话：0517-1234567',
    '统一社会信用代码11320829014294112X',
    '苏ICP备13012345号，公安备案32080302000123',
    '商业企业13000000000',
    '行政事业性收费 13812345678',
    '13812345678',
    '138 1234 5678',
    '电话：13812345678901',
    '统计期限20230101 20231231',
    '自然人 17 0 0 0 0 0 17 13 1234 5678',
  ])('left alone: %s', text => {
    const document = documentOf(text)
    expect(withoutPersonalNumbers(document)).toEqual({ document, found: [] })
    expect(withoutPersonalNumbers(document).document).toBe(document)
  })

  test('a table is asked what its numbers are', () => {
    const cells = (texts: readonly string[]): Document => ({
      format: 'text',
      losses: [],
      blocks: [
        {
          kind: 'table',
          number: 1,
          rows: 1,
          columns: texts.length,
          columnsKnown: true,
          cells: texts.map((text, at) => ({
            ...{ row: 1, column: at + 1, rowSpan: 1, columnSpan: 1, text },
            source: { kind: 'table', table: 1, row: 1, column: at + 1 },
          })),
        },
      ],
    })
    expect(withoutPersonalNumbers(cells(['姓名', '联系电话', '13812345678'])).found).toEqual([
      {
        kind: 'personalNumber',
        what: 'mobile',
        person: true,
        left: '*********78',
        source: { kind: 'table', table: 1, row: 1, column: 3 },
      },
    ])
    expect(withoutPersonalNumbers(cells(['规章', '本年收费金额', '13812345678'])).found).toEqual([])
  })

  test('what was lost, and the title of a page', () => {
    const { document } = withoutPersonalNumbers({
      format: 'html',
      blocks: [],
      losses: [
        {
          code: 'hidden-text-dropped',
          message: {
            zh: '略去：“联系人张三，手机13812345678，身份证号3208111980…”',
            en: 'dropped: phone 13812345678',
          },
        },
      ],
      naming: { title: '年度报告（联系人电话13812345678）', publisher: '青禾县数据局' },
    })
    expect(JSON.stringify(document)).not.toMatch(/\d{3}/u)
    expect(document.naming?.publisher).toBe('青禾县数据局')
  })
})
