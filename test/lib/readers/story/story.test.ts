import { describe, expect, test } from 'vitest'
import { documentFromStory } from '../../../../lib/readers/story/document.ts'
import { plainCell, type StoryBlock, type StoryParagraph } from '../../../../lib/readers/story/model.ts'
import { paragraphBuilder } from '../../../../lib/readers/story/paragraph.ts'
import { type Merge, tableFromWordRows } from '../../../../lib/readers/story/word-rows.ts'
import type { Sight } from '../../../../lib/readers/style/look.ts'
import { shapeOf, tablesOf, textsOf } from '../../../support/samples.ts'
import { placesOf } from '../../../support/structures.ts'

const text = (words: string): StoryParagraph => ({ kind: 'paragraph', text: words, losses: [] })
const cell = (...words: string[]) => plainCell(words.map(text))
const grid = (...rows: StoryBlock[][][]): StoryBlock => ({
  kind: 'table',
  rows: rows.map(cells => cells.map(blocks => plainCell(blocks))),
  columnsKnown: true,
})
const document = (...blocks: StoryBlock[]) => documentFromStory('doc', blocks)

describe('a run of text', () => {
  const settle = (inCell: boolean, ...runs: [string, Sight?][]) => {
    const builder = paragraphBuilder()
    for (const [words, sight] of runs) builder.say(words, sight)
    const paragraph = builder.end(inCell)
    return [paragraph.text, ...paragraph.losses.map(({ code }) => code)]
  }
  const raised = { raised: true }

  test.each<[string, boolean, [string, Sight?][], string[]]>([
    ['a mark behind a figure', true, [['16'], ['1', raised]], ['16', 'superscript-dropped']],
    ['a mark in two pieces', true, [['16'], ['[', raised], ['1]', raised]], ['16', 'superscript-dropped']],
    ['a mark before a figure', true, [['1', raised], ['16']], ['16', 'superscript-dropped']],
    ['a figure raised by mistake', true, [['16', raised]], ['16', 'raised-digits-kept']],
    ['a mark in a sentence', false, [['共16'], ['1', raised], ['件']], ['共16件', 'superscript-dropped']],
    ['words are no mark', true, [['合'], ['计', raised]], ['合计']],
    ['struck digits', true, [['1'], ['2', { struck: true }], ['3']], ['1\n2\n3', 'struck-text-kept']],
    ['struck words', false, [['甲'], ['乙', { struck: true }], ['丙']], ['甲乙丙', 'struck-text-kept']],
    ['hidden spaces', true, [['1'], [' ', { hidden: true }]], ['1']],
    ['deleted', true, [['1', { deleted: true }], ['2']], ['2', 'tracked-changes-accepted']],
  ])('%s', (_, inCell, runs, expected) => {
    expect(settle(inCell, ...runs)).toEqual(expected)
  })
})

describe('blocks', () => {
  test('blank paragraphs are none, breaks begin paragraphs, cells keep lines', () => {
    const read = document(
      text(''),
      text('\u00a0'),
      text('一\n\n二'),
      grid([[text('甲')], [text(''), text('1'), text('2'), text('')]]),
    )
    expect(textsOf(read)).toEqual(['一', '二'])
    expect(tablesOf(read).map(shapeOf)).toEqual([[['甲', '1\n2']]])
  })

  test('frames go, layout is dissolved, a table in a grid follows it', () => {
    const inner = grid([[text('内')], [text('1')]])
    const frame = grid([[text('框'), inner]])
    expect(document(frame).blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    const layout = grid([[text('左')], [text('右'), inner]])
    expect(textsOf(document(layout))).toEqual(['左', '右'])
    const framed = grid([[text('甲')], [grid([[text('7')]])]], [[text('乙')], [text('8')]])
    expect(tablesOf(document(framed)).map(shapeOf)).toEqual([
      [
        ['甲', '7'],
        ['乙', '8'],
      ],
    ])
    const outer = document(grid([[text('甲')], [text('7'), inner]], [[text('乙')], [text('8')]]))
    expect(tablesOf(outer).map(table => shapeOf(table)[0])).toEqual([
      ['甲', '7'],
      ['内', '1'],
    ])
    expect(placesOf(outer)).toEqual(['nested-table-moved 1/1/2'])
  })

  test('losses stand at their places, each kind once at each', () => {
    const lossy: StoryParagraph = {
      ...text('甲'),
      losses: Array(3).fill({ code: 'picture-dropped', detail: '' }),
    }
    const read = documentFromStory(
      'rtf',
      [text('一'), lossy, grid([[text('乙')], [lossy]])],
      [{ code: 'text-box-dropped', detail: '框内' }],
    )
    expect(placesOf(read)).toEqual(['picture-dropped 2', 'picture-dropped 1/1/2', 'text-box-dropped'])
    expect(read.losses[1]!.message).toEqual({
      zh: expect.stringContaining('第 1 个表第 1 行第 2 列'),
      en: expect.stringContaining('table 1, row 1, column 2'),
    })
  })
})

describe('rows with edges of their own', () => {
  const row = (edges: number[] | null, ...cells: (string | [string, Merge, Merge])[]) => ({
    edges,
    cells: cells.map(given => {
      const [words, horizontal, vertical] =
        typeof given === 'string' ? ([given, 'none', 'none'] as const) : given
      return { blocks: cell(words).blocks, horizontal, vertical }
    }),
  })
  const shape = (...rows: Parameters<typeof tableFromWordRows>[0]) =>
    shapeOf(tablesOf(document(tableFromWordRows(rows)))[0]!)

  test('a row that begins further right is filled up', () => {
    expect(shape(row([0, 100, 200], '甲', '1'), row([100, 200], '2'), row([0, 100, 200], '乙', '3'))).toEqual(
      [
        ['甲', '1'],
        ['', '2'],
        ['乙', '3'],
      ],
    )
  })

  test.each<[string, [string, Merge, Merge], string[]]>([
    ['under the same edges', ['', 'none', 'continued'], []],
    ['with text of its own', ['9', 'none', 'continued'], ['merge-mismatch 1/2/1']],
  ])('a cell merged downwards %s', (_, second, losses) => {
    const rows = [row([0, 100, 200], ['甲', 'none', 'first'], '1'), row([0, 100, 200], second, '2')]
    expect(placesOf(document(tableFromWordRows(rows)))).toEqual(losses)
    expect(shape(...rows)[0]![0]).toBe(losses.length === 0 ? '甲 2×1' : '甲')
  })

  test('a merge that nothing above begins is a cell of its own', () => {
    const rows = [row([0, 100, 200], '甲', '1'), row([0, 150, 200], ['', 'none', 'continued'], '2')]
    expect(placesOf(document(tableFromWordRows(rows)))).toEqual(['merge-mismatch 1/2/1'])
  })

  test.each([
    ['without edges', row(null, '甲', '1')],
    ['with too few edges', row([0, 100], '甲', '1')],
    ['with a cell of no width', row([0, 100, 100], '甲', '1')],
    ['with edges that go back', row([0, 200, 100], '甲', '1')],
  ])('a row %s: only the order is known', (_, broken) => {
    const table = tableFromWordRows([row([0, 100, 200], '乙', '2'), broken])
    expect(table.columnsKnown).toBe(false)
    const read = document(table)
    expect(shapeOf(tablesOf(read)[0]!)).toEqual([
      ['乙', '2'],
      ['甲', '1'],
    ])
    expect(placesOf(read)).toEqual(['columns-uncertain 1/1/1'])
  })
})
