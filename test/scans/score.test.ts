import { describe, expect, test } from 'vitest'
import { balancedFigures } from '../support/balanced.ts'
import { seeded } from '../support/random.ts'
import { reportOf } from '../support/report.ts'
import { inventedPage } from './documents/page.ts'
import { provableIn, scored } from './score.ts'

const figures = balancedFigures('2021', seeded('score'))
const truth = reportOf({ figures })
const [one, other, third] = Object.keys(figures).filter(key => key.startsWith('requests')) as [
  string,
  string,
  string,
]

describe('a figure that was read', () => {
  test('is right where state and number are, and unread where nothing is claimed', () => {
    const read = [
      { key: one, state: 'number', value: figures[one]! },
      { key: other, state: 'unreadable', value: null },
    ] as const
    const score = scored(truth, read)
    expect(score).toMatchObject({ right: [one], wrong: [] })
    expect(score.unread).toHaveLength(truth.figures.size - 1)
  })

  test.each([
    ['another number', { state: 'number', value: figures[third]! + 1 }],
    ['a blank for a nought', { state: 'blank', value: null }],
    ['missing where it is printed', { state: 'missing', value: null }],
  ] as const)('is wrong: %s', (_, claim) => {
    expect(scored(truth, [{ key: third, ...claim }]).wrong).toEqual([third])
  })

  test('is wrong where the form has no such cell', () => {
    expect(scored(truth, [{ key: 'requests.none', state: 'number', value: 0 }]).wrong).toHaveLength(1)
  })
})

describe('what can be proven', () => {
  test('is all but table 1 where every sum holds', () => {
    const expected = [...truth.figures.keys()].filter(key => !key.startsWith('proactive'))
    expect(provableIn(truth)).toEqual(expected)
  })

  test('is no figure of a sum that is broken in print, nor of one with a dash', () => {
    const broken = provableIn(reportOf({ figures: { ...figures, [one]: figures[one]! + 1 } }))
    expect(broken).not.toContain(one)
    expect(broken.length).toBeGreaterThan(100)
    expect(provableIn(reportOf({ figures: { ...figures, [one]: '/' } }))).not.toContain(one)
  })
})

test('an invented report is of its name alone', () => {
  expect(inventedPage('one')).toEqual(inventedPage('one'))
  expect(inventedPage('one').html).not.toBe(inventedPage('other').html)
})
