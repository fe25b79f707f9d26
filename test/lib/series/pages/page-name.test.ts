import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageName } from '../../../../lib/series/pages/page-name.ts'

const awkward = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
  fc.string({ unit: fc.constantFrom(...'aA_019-中.~', 'ﬁ', '\ud800'), minLength: 1, maxLength: 5 }),
  fc.constantFrom(
    'CON',
    'con',
    'nul',
    'COM1',
    'com1.txt',
    'lpt9',
    'aux ',
    'a.',
    'a ',
    '..',
    '.',
    '_2con',
    '-rf',
    '_2-rf',
  ),
  fc.constantFrom('é', 'é', '神', '神', '局'.repeat(71), '局'.repeat(73), `${'局'.repeat(72)}A`),
)

/** What Windows and macOS take for the same name. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

describe('the name of a page', () => {
  test('is another one for every unit, on every file system', () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        fc.pre(a !== b)
        expect(folded(pageName(a))).not.toBe(folded(pageName(b)))
      }),
      { numRuns: 5_000 },
    )
  })

  test('can be a file anywhere, and stands in an address', () => {
    fc.assert(
      fc.property(awkward, unit => {
        const name = pageName(unit)
        expect(name).toMatch(/^[_0-9a-z\u4e00-\u9fff][-_0-9a-z\u4e00-\u9fff]*$/u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/u)
        expect(new TextEncoder().encode(`${name}.html`).length).toBeLessThanOrEqual(255)
        expect(name.normalize('NFC')).toBe(name)
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps what every file system keeps', () => {
    expect(['370000', '甲县-12', 'A1', 'a_b', 'con', '-rf', 'x/y'].map(pageName)).toEqual([
      '370000',
      '甲县-12',
      '_a1',
      'a__b',
      '_2con',
      '_2-rf',
      'x_02f_y',
    ])
  })
})
