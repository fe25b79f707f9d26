import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import { pageHeight, pdfOf, text } from '../../../support/pdf.ts'
import { seeded } from '../../../support/random.ts'
import { codes, outline, readContent, readPages } from './outline.ts'

/** A table without rulings as programs set it, drawn from chance. */
interface Drawn {
  readonly rows: readonly (readonly string[])[]
  readonly content: readonly string[]
}

const alignments = ['left', 'middle', 'right'] as const

/** Letter-spaced text: each character a piece of its own. */
const spaced = (x: number, y: number, words: string, size: number, spacing: number): string[] => {
  let at = x
  return [...words].map(character => {
    const piece = text(at, y, character, size)
    at += widthOf(character, size) + spacing
    return piece
  })
}
const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, character) => sum + (character < '\u0100' ? size / 2 : size), 0)

const headings = ['制发', '废止件', '现行有效', '自然人', '商业企业', '总计', '其他'] as const
const labels = ['规章', '行政规范性文件', '行政许可事项', '行政处罚', '行政强制', '收费项目', '结转'] as const

const drawTable = (random: (below: number) => number, isTracked: boolean): Drawn => {
  const size = 8 + random(5)
  const columns = 2 + random(5)
  const rows = 2 + random(6)
  const pitch = size * (1.5 + random(10) / 10)
  const spacing = isTracked ? size * (0.2 + random(6) / 10) : 0
  const wide = size * (isTracked ? 9 : 5.5)
  const alignment = alignments[random(3)]!
  const write = (x: number, y: number, words: string): string[] => {
    const length = widthOf(words, size) + spacing * (words.length - 1)
    const room = wide - size - length
    const shift = alignment === 'left' ? 0 : alignment === 'right' ? room : room / 2
    return spacing > 0 ? spaced(x + shift, y, words, size, spacing) : [text(x + shift, y, words, size)]
  }
  const left = 50 + size * (isTracked ? 13 : 8)
  const figure = (isFirst: boolean): string =>
    !isFirst && random(8) === 0 ? '' : String(random(10 ** random(4)))
  const body = Array.from({ length: rows }, (_, row) => [
    labels[row % labels.length]!,
    ...Array.from({ length: columns }, (_none, column) => figure(row === 0 && column === 0)),
  ])
  const head = ['项目', ...headings.slice(0, columns)]
  const all = [head, ...body]
  return {
    rows: all,
    content: all.flatMap((cells, row) => {
      const y = 100 + row * pitch
      return cells.flatMap((words, column) => {
        if (words === '') return []
        if (column === 0)
          return spacing > 0 ? spaced(50, y, words, size, spacing) : [text(50, y, words, size)]
        return write(left + (column - 1) * wide, y, words)
      })
    }),
  }
}

const rounds = 60

describe('tables without rulings', () => {
  for (const isTracked of [false, true])
    test(`are read as printed, or are text${isTracked ? ': letter-spaced' : ''}`, async () => {
      const random = seeded(`unruled ${isTracked}`)
      let read = 0
      for (let round = 0; round < rounds; round++) {
        const { rows, content } = drawTable(random, isTracked)
        const document = await readPages({ content, width: 1000 })
        const tables = outline(document).filter(block => typeof block !== 'string')
        if (tables.length === 0) continue
        // A row left blank at the end, or before any figure, is no row that figures prove.
        const printed = rows.filter((cells, at) => at === 0 || cells.slice(1).some(cell => cell !== ''))
        const found = tables.flat().filter(cells => cells.slice(1).some(cell => cell !== ''))
        expect(found).toEqual(printed)
        read += 1
      }
      expect(read).toBeGreaterThan(rounds * 0.8)
    })

  test('go on over pages under the same columns', async () => {
    const row = (y: number, cells: readonly string[]) =>
      cells.flatMap((cell, at) => (cell === '' ? [] : [text(60 + at * 100, y, cell)]))
    const first = [...row(760, ['项目', '制发', '废止']), ...row(780, ['规章', '1', '20'])]
    const second = [
      ...row(60, ['许可', '', '3']),
      ...row(80, ['处罚', '4', '5']),
      text(60, 200, '说明如下。'),
    ]
    const document = await readPages({ content: first }, { content: second })
    expect(outline(document)).toEqual([
      [
        ['项目', '制发', '废止'],
        ['规章', '1', '20'],
        ['许可', '', '3'],
        ['处罚', '4', '5'],
      ],
      '说明如下。',
    ])
  })

  test('with labels over several lines, beside the middle of which their figures stand', async () => {
    const content = [
      ...[text(60, 100, '项目'), text(200, 100, '件数'), text(260, 100, '总计')],
      ...[
        text(60, 130, '没有现成信息需要'),
        text(60, 144, '另行制作'),
        text(200, 137, '7'),
        text(260, 137, '9'),
      ],
      ...[text(60, 166, '重复申请'), text(200, 166, '1'), text(260, 166, '2')],
    ]
    expect(outline(await readContent(...content))).toEqual([
      [
        ['项目', '件数', '总计'],
        ['没有现成信息需要另行制作', '7', '9'],
        ['重复申请', '1', '2'],
      ],
    ])
  })

  test('are text where two figures stand under one heading, or a heading over two', async () => {
    const head = [text(60, 100, '项目'), text(200, 100, '本年制发件数'), text(300, 100, '总计')]
    const two = [
      ...head,
      text(60, 120, '规章'),
      text(202, 120, '7'),
      text(240, 120, '8'),
      text(302, 120, '9'),
    ]
    const document = await readContent(...two, text(60, pageHeight - 100, '说明如下。'))
    expect(document.blocks.every(block => block.kind === 'paragraph')).toBe(true)
    expect(codes(document)).toEqual([])
  })
})

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))

test.skipIf(!existsSync(shared))('the handed report without rulings has every figure right', async () => {
  const bytes = readFileSync(`${shared}cases/readers/pdf-borderless/report.pdf`)
  const key = JSON.parse(readFileSync(`${shared}reports/002.key.json`, 'utf8')) as {
    readonly figures: Readonly<Record<string, number | null>>
  }
  const { report } = await judge({ name: 'report.pdf', bytes, sha256: '0'.repeat(64) })
  const read = Object.fromEntries(
    Object.keys(key.figures).map(name => {
      const value = report.figures.get(name)?.value ?? null
      return [name, value === null ? null : Number(value)]
    }),
  )
  expect(read).toEqual(key.figures)
})

test('the name of a group that stands between two columns is no blank column', async () => {
  const at = [100, 160, 260, 320]
  const content = [
    text(205, 80, '行政复议'),
    ...['结果维持', '结果纠正', '其他结果', '尚未审结'].map((words, column) => text(at[column]!, 100, words)),
    ...['53', '78', '54', '12'].map((words, column) => text(at[column]! + 15, 120, words)),
  ]
  const document = await readPages({ content })
  expect(
    outline(document)
      .flat(2)
      .filter(cell => !cell.startsWith('行政复议')),
  ).toEqual(['结果维持', '结果纠正', '其他结果', '尚未审结', '53', '78', '54', '12'])
})

test('headings of another table at the top of the next page are read', async () => {
  const table = (corner: string, label: string, values: readonly string[]) => ({
    content: [
      ...[corner, '制发件数', '废止件数'].map((words, column) => text(60 + column * 120, 100, words)),
      ...[label, ...values].map((words, column) => text(60 + column * 120, 125, words)),
    ],
  })
  const pages = [table('信息内容', '规章', ['3', '4']), table('处理决定', '行政许可', ['5', '6'])]
  const words = outline(await readPages(...pages)).flat(3)
  expect(words).toEqual(expect.arrayContaining(['规章', '3', '4', '行政许可', '5', '6']))
})

test('a table that cannot be read for want of rulings is not called missing', async () => {
  const lines = ['青禾县数据局2023年政府信息公开工作年度报告', '四、政府信息公开行政复议、行政诉讼情况'].map(
    (words, at) => text(60, 60 + at * 20, words),
  )
  const parallel = [140, 170, 200, 230].map(y => `60 ${pageHeight - y} m 500 ${pageHeight - y} l S`)
  const values = ['4', '26', '71', '78', '179'].map((words, at) => text(70 + at * 7, 220, words))
  const bytes = pdfOf([{ content: [...lines, ...parallel, ...values] }])
  const { report } = await judge({ name: '年报.pdf', bytes, sha256: '' })
  expect(report.losses.map(({ code }) => code)).toContain('table-without-rulings')
  expect(report.figures.get('reconsiderationAndLitigation.reconsideration.total')?.state).not.toBe('missing')
})
