import { expect, test } from 'vitest'
import { ofEachOutput } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'

test.each([
  ['年度报告.docx', '年度报告'],
  ['上级/年度报告.2023.docx', '年度报告.2023'],
  ['没有后缀', '没有后缀'],
  ['.docx', '.docx'],
  ['Receipt.docx', 'Receipt-report'],
  ['latest.html', 'latest-report'],
  ['a/', 'report'],
])('%s gives %s.json, .xlsx and so on', (name, stem) => {
  expect(outputNames(name)).toEqual(ofEachOutput(({ ending }) => `${stem}.${ending}`))
})

test('a name as long as a disk takes still has outputs that a disk takes', () => {
  const { workbook } = outputNames(`${'长'.repeat(84)}.md`)
  expect(Buffer.byteLength(workbook)).toBeLessThanOrEqual(255)
  expect(workbook).toMatch(/^长{80}\.xlsx$/)
})
