import { expect, test } from 'vitest'
import { clausesOf, sentencesOf } from '../../../../lib/checks/text/clauses.ts'
import { quantitiesOf } from '../../../../lib/checks/text/quantities.ts'
import { topicOf } from '../../../../lib/checks/text/topics.ts'
import { saying } from '../cases/case.ts'

/** Text no person writes: every step takes time in proportion to its length, not to its square. */

test('what is longer than any sentence is none', () => {
  const report = saying(`${'共收到申请1件，'.repeat(300)}。本年办结2件。`)
  const long = sentencesOf(report).filter(({ text }) => text.length > 2_000)
  expect(long).toHaveLength(1)
  expect(long[0]?.clauses).toEqual([])
  expect(clausesOf(report).flatMap(({ quantities }) => quantities.map(({ value }) => value))).toContain(2)
  expect(clausesOf(report).flatMap(({ quantities }) => quantities.map(({ value }) => value))).not.toContain(1)
})

test('the words before a clause are those of its sentence', () => {
  const clauses = clausesOf(saying('前一句有9件。共收到 申请3件，其中甲1件；乙2件。'))
  const own = clauses.filter(({ sentence }) => sentence.paragraphText.startsWith('前一句'))
  expect(own.map(({ before }) => before)).toEqual(['', '', '共收到申请3件，', '共收到申请3件，其中甲1件；'])
})

test.each([
  '1'.repeat(50_000),
  '一百二十'.repeat(12_000),
  '1,111'.repeat(10_000),
  '百'.repeat(50_000),
  '约'.repeat(50_000),
])('a run of fifty thousand characters is no number', run => {
  expect(quantitiesOf(`${run}件`).every(({ value }) => value === null || value < 1e15)).toBe(true)
})

test('the longest numbers that are counted', () => {
  expect(quantitiesOf('共123456789012345件')[0]?.value).toBe(123456789012345)
  expect(quantitiesOf('共1234567890123456件')).toEqual([])
  expect(quantitiesOf('共1,234,567件')[0]?.value).toBe(1234567)
})

test.each(['今天。', '共1件。'])('a topic stays over as many sentences as there are: %s', between => {
  const clauses = clausesOf(saying(`收到政府信息公开申请3件。${between.repeat(20_000)}办结3件。`))
  expect(topicOf(clauses.find(({ text }) => text === '办结3件')!)).toBe('requests')
})
