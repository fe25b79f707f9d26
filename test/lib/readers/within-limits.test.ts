import { expect, test } from 'vitest'
import type { Block, Document } from '../../../lib/model/document.ts'
import { limits } from '../../../lib/readers/limits.ts'
import { tableFromRows } from '../../../lib/readers/story/grid.ts'
import { readMarkdown, readText } from '../../../lib/readers/text/index.ts'
import { withinLimits } from '../../../lib/readers/within-limits.ts'

const paragraphs = (count: number, text: string): Block[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'paragraph', number: at + 1, text }))
const table = (rows: number, columns: number, text = '1'): Block =>
  tableFromRows(
    Array.from({ length: rows }, () => ({
      cells: Array.from({ length: columns }, () => ({ text, rowSpan: 1, columnSpan: 1 })),
    })),
    1,
  )
const documentOf = (...blocks: Block[]): Document => ({ format: 'text', blocks, losses: [] })

test('a report of three hundred full pages passes', () => {
  const pages = Array.from({ length: 300 }, () => [
    ...paragraphs(30, '报'.repeat(30)),
    table(26, 10, '10000'),
  ]).flat()
  const document = documentOf(...pages)
  expect(withinLimits(document)).toBe(document)
})

test.each([
  [
    'text',
    documentOf(...paragraphs(limits.characters / 1_000 + 1, '报'.repeat(1_000))),
    'too-large',
    limits.characters,
  ],
  [
    'a paragraph',
    documentOf(...paragraphs(1, '报'.repeat(limits.pieceCharacters + 1))),
    'too-complex',
    limits.pieceCharacters,
  ],
  [
    'a cell',
    documentOf(table(1, 2, '1'.repeat(limits.pieceCharacters + 1))),
    'too-complex',
    limits.pieceCharacters,
  ],
  ['paragraphs', documentOf(...paragraphs(limits.paragraphs + 1, '报')), 'too-complex', limits.paragraphs],
  [
    'tables',
    documentOf(...Array.from({ length: limits.tables + 1 }, () => table(1, 1))),
    'too-complex',
    limits.tables,
  ],
  [
    'cells',
    documentOf(...Array.from({ length: limits.cells / 1_000 + 1 }, () => table(100, 10))),
    'too-complex',
    limits.cells,
  ],
])('too much in %s is refused, with the limit and its value', (_, document, code, limit) => {
  expect(() => withinLimits(document)).toThrow(expect.objectContaining({ code }))
  expect(() => withinLimits(document)).toThrow(String(limit))
})

test.each([readText, readMarkdown])(
  'a line that is none is refused before any pattern is tried on it',
  read => {
    expect(() => read(`标题\n${'('.repeat(limits.pieceCharacters + 1)}`)).toThrow(
      expect.objectContaining({ code: 'too-complex' }),
    )
    expect(read(`标题\n${'('.repeat(limits.pieceCharacters)}`).blocks).toHaveLength(2)
  },
)

test('line ends of every kind count', () => {
  for (const end of ['\n', '\r', '\v', '\f', '\u0085', '\u2028'])
    expect(() => readText(`a${end}`.repeat(200_002))).toThrow(
      expect.objectContaining({ code: 'too-complex' }),
    )
})
