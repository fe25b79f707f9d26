import { expect, test } from 'vitest'
import { lossCollector, pageLossCollector } from '../../../lib/losses/collector.ts'
import type { Source } from '../../../lib/model/source.ts'

const cell = (row: number): Source => ({ kind: 'table', table: 2, row, column: 3 })

test('the same kind at one place is one loss, and what was lost is joined', () => {
  const losses = lossCollector('office')
  losses.add('hidden-text-dropped', cell(1), '一')
  losses.add('struck-text-kept', cell(1), '三')
  losses.add('hidden-text-dropped', cell(1), '二')
  losses.add('hidden-text-dropped', { kind: 'paragraph', paragraph: 1 }, '四')
  const told = losses
    .all()
    .map(({ code, source, message }) => [code, source, /“(.*)”/u.exec(message.zh)?.[1]])
  expect(told).toEqual([
    ['hidden-text-dropped', cell(1), '一二'],
    ['struck-text-kept', cell(1), '三'],
    ['hidden-text-dropped', { kind: 'paragraph', paragraph: 1 }, '四'],
  ])
})

test('every place is told, and none is cut', () => {
  const losses = lossCollector('pdf')
  for (let row = 1; row <= 500; row++) losses.add('text-overdrawn', cell(row))
  expect(losses.all()).toHaveLength(500)
})

test('what was lost is quoted on one line, and clipped', () => {
  const losses = lossCollector('office')
  for (const part of ['一 \n 二', '三'.repeat(80), '四']) losses.add('white-text-kept', cell(1), part)
  losses.add('white-text-kept', cell(2), ' \n')
  const [long, blank] = losses.all()
  expect(long!.message.zh).toContain(`“一 二${'三'.repeat(57)}…”`)
  expect(blank!.message.zh).not.toContain('“')
})

test('some are said once for a document, at the first place', () => {
  const losses = lossCollector('office')
  for (const row of [4, 5]) losses.add('tracked-changes-accepted', cell(row))
  expect(losses.all().map(({ source }) => source)).toEqual([cell(4)])
  expect(losses.all()[0]!.message.zh).toContain('首见于第 2 个表第 4 行第 3 列')
})

test('one that may touch a whole table names the table', () => {
  const losses = lossCollector('office')
  losses.add('box-over-table', cell(1), '16')
  expect(losses.all()[0]!.message.zh).toContain('浮动的文本框“16”可能盖在第 2 个表格上')
})

test('pages of one loss are told together, in their order', () => {
  const losses = pageLossCollector()
  for (const page of [3, 1, 3]) losses.add('picture-dropped', page)
  losses.add('page-unreadable', 2)
  expect(losses.all().map(({ message }) => message.en)).toEqual([
    'There are pictures on pages 1, 3; what they show was not read.',
    'Damaged and not read, or not read to the end: page 2.',
  ])
})
