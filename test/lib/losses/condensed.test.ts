import { expect, test } from 'vitest'
import { condensed } from '../../../lib/losses/condensed.ts'
import type { Loss, LossCode } from '../../../lib/model/loss.ts'
import type { Source } from '../../../lib/model/source.ts'

const inText = (paragraph: number): Source => ({ kind: 'paragraph', paragraph })
const inTable = (table: number, row: number): Source => ({ kind: 'table', table, row, column: 4 })
const loss = (code: LossCode, source: Source): Loss => ({
  code,
  message: { zh: '此处有图片。', en: 'A picture.' },
  source,
})
const many = (code: LossCode, count: number) =>
  Array.from({ length: count }, (_, at) => loss(code, inText(at + 1)))

test('losses of one kind each stay as they are', () => {
  const few = [loss('picture-dropped', inText(1)), loss('formula-dropped', inText(1))]
  expect(condensed(few)).toBe(few)
})

test('one cause is one line: the kind in one table, or in the text, with its places', () => {
  const shown = condensed([
    loss('hidden-text-dropped', inTable(2, 5)),
    loss('hidden-text-dropped', inTable(2, 6)),
    loss('hidden-text-dropped', inTable(3, 1)),
    ...many('picture-dropped', 25_000),
  ])
  expect(shown.map(({ message }) => message.zh)).toEqual([
    '第 2 个表格有 2 处同类情况，首处：此处有图片。各处：第 5 行第 4 列、第 6 行第 4 列。',
    '此处有图片。',
    '有 25000 处同类情况，首处：此处有图片。各处：第 1 段、第 2 段、第 3 段、第 4 段、第 5 段、第 6 段、第 7 段、第 8 段 等 25000 处。',
  ])
  expect(shown[0]?.source).toEqual(inTable(2, 5))
})
