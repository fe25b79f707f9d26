import { describe, expect, test } from 'vitest'
import { readText } from '../../../../lib/readers/text/index.ts'
import { codesOf, outline } from './rows.ts'

/** Prints rows with that many line ends between cells and rows; a blank cell is one more run of line ends. */
const printed = (rows: readonly (readonly string[])[], cell: number, row: number, end = '\r'): string =>
  rows.map(cells => cells.join(end.repeat(cell))).join(end.repeat(row))

const rows = [
  ['内容', '自然\r人', '企业', '总计'],
  ['一、新收', '3', '0', '3'],
  ['二、结转', '0', '1', '1'],
  ['三、结果', '（一）公开', '3', '1', '4'],
  ['（二）部分公开', '0', '0', '0'],
  ['四、结转下年', '0', '0', '0'],
]
const expected = rows.map(cells => cells.map(cell => cell.replace('\r', '\n')))

describe('LINE: rows and cells told by the number of line ends', () => {
  test.each([
    [3, 5, '\r'],
    [2, 3, '\r'],
    [2, 5, '\n'],
    [3, 4, '\r\n'],
  ])('%i between cells, %i between rows', (cell, row, end) => {
    const body = printed(rows, cell, row, '\r')
    const text = `总体良好。\r二、申请${'\r'.repeat(cell + row)}${body}\r\r\r\r\r\r\r五、问题\r仍有不足。`
    const document = readText(text.replaceAll('\r', end))
    expect(outline(document)).toEqual(['总体良好。', '二、申请', expected, '五、问题', '仍有不足。'])
    expect(codesOf(document)).toEqual([])
  })

  test('blank cells inside a row and at its end are found in the gaps', () => {
    const blanks = rows.map(cells => [...cells])
    blanks[1] = ['一、新收', '3', '', '3']
    blanks[2] = ['二、结转', '0', '1', '']
    blanks[3] = ['三、结果', '（一）公开', '', '', '4']
    blanks[4] = ['（二）部分公开', '', '', '']
    const [table] = outline(readText(printed([...blanks, ...rows.slice(1)], 3, 5))) as [string[][]]
    expect(table.slice(1, 5)).toEqual(blanks.slice(1, 5))
  })

  test('the space before and after a heading is no blank cell', () => {
    const gap = '\r'.repeat(8)
    const text = `${printed(rows, 3, 5)}${gap}三、收到的申请${'\r'.repeat(6)}${printed(rows, 3, 5)}`
    expect(outline(readText(text))).toEqual([expected, '三、收到的申请', expected])
  })

  test('a heading at the distance of a row is a paragraph too', () => {
    const text = printed([...rows, ['三、收到的申请'], ...rows], 3, 5)
    expect(outline(readText(text))).toEqual([expected, '三、收到的申请', expected])
  })

  test('a gap that can be read in two ways leaves the row short and says so', () => {
    const blanks = rows.map(cells => [...cells])
    blanks[2] = ['二、结转', '0', '1', '']
    const document = readText(printed([...blanks, ...rows.slice(1)], 2, 4))
    const [table] = outline(document) as [string[][]]
    expect(table[2]).toEqual(['二、结转', '0', '1'])
    expect(table[3]).toEqual(expected[3])
    expect(codesOf(document)).toEqual(['columns-uncertain'])
  })

  test('a gap that is neither cells nor rows ends the table', () => {
    const text = `${printed(rows, 3, 5)}${'\r'.repeat(7)}${printed(rows, 3, 5)}`
    expect(outline(readText(text))).toEqual([expected, expected])
  })

  test('cells on single lines are left as paragraphs: nothing tells rows or blanks', () => {
    const text = rows.flat().join('\n').replaceAll('\r', '')
    expect(outline(readText(text)).every(block => typeof block === 'string')).toBe(true)
  })

  test('prose with empty lines between its paragraphs is no table', () => {
    const text = '一、总体情况\n\n（一）主动公开\n\n共公开12条。\n\n（二）依申请公开\n\n3\n\n收到3件。\n'
    expect(outline(readText(text)).every(block => typeof block === 'string')).toBe(true)
  })

  test('cells run together are left as they are', () => {
    expect(outline(readText('规章007规范性文件7777166'))).toEqual(['规章007规范性文件7777166'])
  })
})
