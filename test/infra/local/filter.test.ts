import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../infra/local/results/listing.ts'
import { type Filter, filterOf, matches, queryOf, unfit } from '../../../infra/local/web/assets/filter.js'

/** Of an entry what a filter looks at. */
const entry = (key: string, result: object | null, desk?: object, state = 'done'): Entry =>
  ({ key, state, result, ...(desk ? { desk } : {}) }) as unknown as Entry

const finding = {
  check: 'requests-row-total',
  severity: 'error',
  title: { zh: '合计不等于各列之和', en: 'Row total' },
  message: { zh: '本行合计应为 22', en: 'It would have to be 22' },
}
const report = (authority: string, year: number, more: object = {}) => ({
  outcome: 'validated',
  verdict: 'valid',
  authority,
  year,
  findings: [],
  ...more,
})
const standing = (name: string, more: object = {}) => ({ standing: name, unit: null, changes: null, ...more })

const entries = [
  entry('甲.docx', report('青禾县数据局', 2024), standing('counted')),
  entry('乙.docx', report('白沙区水务局', 2024, { verdict: 'invalid', findings: [finding] })),
  entry('丙.docx', report('临溪镇人民政府', 2023), standing('excluded', { decided: 1, entered: 0 })),
  entry('旧.docx', report('白沙区水务局', 2024), standing('replaced')),
  entry('示例.docx', report('示例局', 2020), standing('sample')),
  entry('信.txt', { outcome: 'rejected', year: null, findings: [] }, standing('none')),
  entry('新.docx', null, undefined, 'waiting'),
]

const shown = (query: string) =>
  entries.filter(each => matches(each, filterOf(new URLSearchParams(query)))).map(({ key }) => key)

describe('which files are meant', () => {
  test.each([
    ['', ['甲.docx', '乙.docx', '丙.docx', '示例.docx', '信.txt', '新.docx']],
    ['year=2024', ['甲.docx', '乙.docx', '示例.docx', '信.txt', '新.docx']],
    ['year=2023', ['丙.docx', '示例.docx', '信.txt', '新.docx']],
    ['year=all&state=all', entries.map(({ key }) => key)],
    ['state=replaced', ['旧.docx']],
    ['state=excluded', ['丙.docx']],
    ['state=handled', ['丙.docx']],
    ['kind=invalid', ['乙.docx']],
    ['kind=rejected', ['信.txt']],
    ['kind=waiting', ['新.docx']],
    ['check=requests-row-total', ['乙.docx']],
    ['unit=青禾县数据局', ['甲.docx']],
    ['text=合计应为', ['乙.docx']],
    ['text=不等于各列', ['乙.docx']],
    ['text=ROW-TOTAL', ['乙.docx']],
    ['text=水务&year=2023', []],
    ['key=旧.docx&key=信.txt', ['旧.docx', '信.txt']],
  ])('%s', (query, keys) => {
    expect(shown(query)).toEqual(keys)
  })

  test('a file that has come to a unit is found by the unit, not by the name it prints', () => {
    const placed = entry(
      'a',
      report('县局', 2024),
      standing('counted', { unit: { unit: 'u1', name: '青禾县局' } }),
    )
    const fits = (unit: string) => matches(placed, filterOf(new URLSearchParams({ unit })))
    expect([fits('u1'), fits('青禾县局'), fits('县局')]).toEqual([true, true, false])
  })
})

const word = fc.option(fc.string({ minLength: 1 }), { nil: null })
const filter: fc.Arbitrary<Filter> = fc.record({
  year: fc.option(fc.integer({ min: 1000, max: 9999 }), { nil: null }),
  ...{ kind: word, check: word, unit: word, state: word },
  text: fc.string().map(text => text.trim().toLowerCase()),
  keys: fc.option(
    fc.array(fc.string(), { minLength: 1 }).map(keys => new Set(keys)),
    { nil: null },
  ),
})

test('an address says the whole filter', () => {
  fc.assert(
    fc.property(filter, asked => {
      expect(filterOf(new URLSearchParams(queryOf(asked).toString()))).toEqual(asked)
    }),
  )
})

test('what does not fit is what, taken out, makes it fit', () => {
  const open = filterOf(new URLSearchParams('state=all'))
  for (const each of entries)
    for (const query of [
      'year=2024&kind=valid&text=局',
      'kind=invalid&check=requests-row-total',
      'state=excluded&unit=x',
    ]) {
      const asked = filterOf(new URLSearchParams(query))
      const eased = Object.fromEntries(unfit(each, asked).map(name => [name, open[name]]))
      expect(matches(each, { ...asked, ...eased })).toBe(true)
    }
})
