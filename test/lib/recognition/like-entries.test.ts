import { expect, test } from 'vitest'
import { bareLabel, labelEntries, tolerance } from '../../../lib/recognition/labels/labels.ts'
import { isLikeOne } from '../../../lib/recognition/labels/like-entries.ts'
import { labelledVocabularies } from '../../../lib/recognition/labels/vocabulary.ts'

const labels = labelledVocabularies.flatMap(({ rows }) => rows.map(({ row }) => row.path.at(-1)!))
const entries = labelEntries(labels.map(label => ({ ...label, value: label.label })))
const isLike = (text: string): boolean => isLikeOne(text, entries, tolerance)

test('a label with as many slips as are forgiven is like it, wherever they are', () => {
  for (const { label } of labels) {
    const bare = bareLabel(label)
    const slips = tolerance(bare.length)
    expect(isLike(bare), bare).toBe(true)
    for (let at = 0; at + slips <= bare.length; at++) {
      const [before, after] = [bare.slice(0, at), bare.slice(at + slips)]
      for (const text of [
        before + after,
        before + '鼠'.repeat(slips) + after,
        `${bare}${'鼠'.repeat(slips)}`,
      ])
        expect(isLike(text), text).toBe(true)
    }
  }
})

test('a label cut short is like it', () => {
  expect(isLike('其他法律行政法规')).toBe(true)
})

test('what nobody knows is like none', () => {
  for (const text of ['未知事项12', '青禾县数据局', '71', '', '鼠', '今年进展2071'])
    expect(isLike(text), text).toBe(false)
})
