import { expect, test } from 'vitest'
import { editionToEnter, enteredProblem } from '../../../lib/entered/entered-problem.ts'
import { reportOf } from '../../support/report.ts'

const enterable = (options: Parameters<typeof reportOf>[0] = {}) => {
  const { year, editions, figures } = reportOf(options)
  return { year, editions, figures: figures.keys().toArray() }
}

const count = 'requests.newRequests.total'
const amount = 'proactiveDisclosure.administrativeFees.amount'
const change = 'proactiveDisclosure.administrativeFees.changeThisYear'

test.each([
  [count, 0],
  [count, null],
  [count, 12],
  [amount, 0.092],
  [amount, 12.123456],
])('%s may hold %s', (cell, value) => {
  expect(enteredProblem(enterable(), cell, value)).toBeNull()
})

test.each([
  [count, -1, '不能是负数'],
  [count, 1.5, '应是整数'],
  [count, Number.NaN, '不是数字'],
  [count, Number.POSITIVE_INFINITY, '不是数字'],
  [count, 1e12, '超出范围'],
  [amount, -0.5, '不能是负数'],
  [amount, 0.1234567, '至多 6 位小数'],
  ['requests.newRequests', 1, '没有“requests.newRequests”这一格'],
  ['', 1, '没有“”这一格'],
  ['elsewhere.newRequests.total', 1, '没有“elsewhere.newRequests.total”这一格'],
])('%s cannot hold %s', (cell, value, why) => {
  expect(enteredProblem(enterable(), cell, value)?.zh).toContain(why)
})

test('the change of a year may be negative, in the edition that has it', () => {
  expect(enteredProblem(enterable({ edition: '2019' }), change, -3)).toBeNull()
  expect(enteredProblem(enterable(), change, -3)?.zh).toContain('没有')
})

test('a table that was not recognised is of the edition of the year, or of that whose cells are listed', () => {
  const lost = enterable({ editions: { proactiveDisclosure: null } })
  expect(editionToEnter(lost, 'proactiveDisclosure')).toBe('2021')
  expect(editionToEnter({ ...lost, year: null }, 'proactiveDisclosure')).toBeNull()
  expect(enteredProblem({ ...lost, year: 2018 }, amount, 1)?.zh).toContain('不能确定用哪一版表式')
  const listed = enterable({ edition: '2019' }).figures
  expect(editionToEnter({ ...lost, figures: listed }, 'proactiveDisclosure')).toBe('2019')
})
