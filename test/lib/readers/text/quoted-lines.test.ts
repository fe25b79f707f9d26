import { expect, test } from 'vitest'
import { readText } from '../../../../lib/readers/text/index.ts'

test('a quoted cell of several lines lends its last label no row of figures', () => {
  const text =
    ',"6.属于四类过程性信息\n7.属于行政执法案卷\n8.属于行政查询事项",,0,0,0\n,,,2,0,2\n,,,13,0,13\n'
  const rows = readText(text).blocks.flatMap(block => (block.kind === 'table' ? block.cells : []))
  expect(rows.filter(cell => cell.text.includes('查询'))).toEqual([])
})
