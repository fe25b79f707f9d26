import { expect, test } from 'vitest'
import { checks, convert, judge, type ReportFile } from '../../lib/library.ts'

const bytes = new TextEncoder().encode('一份文件')

test.each([
  ['nothing', undefined],
  ['no name', { bytes }],
  ['an ArrayBuffer', { name: '年报.docx', bytes: bytes.buffer }],
  ['text', { name: '年报.txt', bytes: '一份文件' }],
])('a caller without types is told what to give: %s', async (_, given) => {
  for (const call of [convert, judge])
    await expect(call(given as unknown as ReportFile)).rejects.toThrow(/^gongkai: 参数应为.*Uint8Array/u)
})

test('nobody changes the catalogue of checks for others', () => {
  expect(() => (checks as unknown[]).pop()).toThrow(TypeError)
  expect(checks.length).toBeGreaterThan(50)
})
