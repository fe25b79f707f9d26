import { expect, test } from 'vitest'
import { Problem } from '../../../../lib/model/problems.ts'
import { readScan } from '../../../../lib/scans/assembly/index.ts'
import { grid, pdfOf, text } from '../../../support/pdf.ts'
import { type Seeing, seenText } from './seen-text.ts'

const refusalOf = async (bytes: Uint8Array, seeing: Seeing = {}): Promise<Problem> => {
  const { pictures, sight } = await seenText(bytes, seeing)
  const refused = await readScan(pictures, sight).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  return refused as Problem
}

const otherTable = pdfOf([
  {
    content: grid(
      60,
      100,
      [120, 90, 90],
      [
        ['单位', '人数', '面积'],
        ['第一小学', '31', '412'],
        ['第二小学', '28', '395'],
        ['合计', '59', '807'],
      ],
    ),
  },
])

test('a table on a page with too few pixels is refused, with how to scan', async () => {
  const { code, sentence, remedy } = await refusalOf(otherTable, { dpi: 120 })
  expect(code).toBe('no-text-layer')
  expect(sentence.zh).toContain('第 1 页只有约 120 dpi')
  expect(remedy.zh).toContain('200 dpi')
})

test('a scan without any table is refused', async () => {
  const { code, sentence } = await refusalOf(pdfOf([{ content: [text(60, 100, '一、总体情况')] }]))
  expect([code, sentence.zh]).toEqual(['no-text-layer', expect.stringContaining('没有找到带框线的表格')])
})

test('a scan of other tables is refused', async () => {
  const { code, sentence } = await refusalOf(otherTable)
  expect([code, sentence.zh]).toEqual(['no-text-layer', expect.stringContaining('对不上')])
})
