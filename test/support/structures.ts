import { expect } from 'vitest'
import type { Document } from '../../lib/model/document.ts'
import { shapeOf, tablesOf, textsOf } from './samples.ts'

/** The document of `test/samples/structures-docx.ts`, which every word processor's format must give alike. */
export const expectStructures = (document: Document, boxText: readonly string[]): void => {
  expect(document.blocks[0]).toMatchObject({ text: '青禾县示范报告', level: 1 })
  expect(textsOf(document)).toEqual([
    '青禾县示范报告',
    '第一段。接着说删去88',
    '修订：新增6件。',
    '脚注在此，文本框在此。',
    ...boxText,
    '断行',
    '第二行　缩进',
    '中间',
    '又一段',
    '末段 <&> “引号”——①',
  ])
  const [plain, , nested, shifted] = tablesOf(document).map(shapeOf)
  expect(plain).toEqual([
    ['组 3×1', '甲', '16', '22'],
    ['乙', '', '16'],
    ['丙', '5', '7'],
    ['合计 1×2', '第一行\n第二行\n第二段', '3\n4'],
  ])
  expect(nested).toEqual([
    ['内甲', '1'],
    ['内乙', '2'],
  ])
  expect(shifted).toEqual([
    ['a', 'b', 'c'],
    ['', 'd', 'e'],
    ['f 1×2', 'g'],
  ])
}

/** The grid around the nested table. */
export const outerTable = [
  ['外甲', '嵌套之后', '9'],
  ['外乙', '10', '11'],
  ['外丙 1×2', '12'],
]

/** Losses as code and place. */
export const placesOf = (document: Document): string[] =>
  document.losses.map(({ code, source }) => {
    if (source?.kind === 'table') return `${code} ${source.table}/${source.row}/${source.column}`
    return source?.kind === 'paragraph' ? `${code} ${source.paragraph}` : code
  })

/** Those in cells, which must be told for each. */
export const cellLosses = [
  'superscript-dropped 1/2/4',
  'note-mark-dropped 1/3/3',
  'hidden-text-dropped 1/3/4',
  'struck-text-kept 1/4/4',
  'nested-table-moved 2/1/2',
]
