import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sections } from '../../../lib/forms/sections.ts'
import type { Block } from '../../../lib/model/document.ts'
import { splitAtTitles } from '../../../lib/narrative/inline-titles.ts'
import { readReport } from '../../../lib/read-report.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', number: 1, text })
const title = '青禾县数据局2023年政府信息公开工作年度报告'
const titled = sections.map(({ number, label }) => `${number}、${label}`)
const read = (text: string) =>
  readReport({
    format: 'text',
    losses: [],
    blocks: [paragraph(title), { ...paragraph(text), number: 2 } as Block],
  })

test('titles printed inside one paragraph count as present, in their order, with their text', () => {
  const text = titled.map((each, at) => `${each}本部分的情况已经写明，共${at + 1}项内容，详见附件。`).join('')
  const report = read(text)
  expect(report.headings.map(({ key }) => key)).toEqual(sections.map(({ key }) => key))
  expect(report.headings.every(({ official }) => official)).toBe(true)
  expect(report.sections[4]!.paragraphs.map(each => each.text)).toEqual([
    '本部分的情况已经写明，共5项内容，详见附件。',
  ])
})

test('a mere list of the titles has none of them', () => {
  const list = paragraph(`本报告由${titled.join('；')}等六个部分组成。`)
  expect(splitAtTitles([list])).toEqual([list])
})

test('a title without its number, or another number, is a sentence', () => {
  for (const text of [
    '现将主动公开政府信息情况和总体情况说明如下，请各单位参照执行。',
    '本年三、总体情况有变化，另行说明。',
  ])
    expect(splitAtTitles([paragraph(text)])).toEqual([paragraph(text)])
})

test('nothing is lost and nothing added, whatever stands between the titles', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...titled), fc.string({ maxLength: 20 })), { maxLength: 9 }),
      parts => {
        const text = parts.join('')
        const pieces = splitAtTitles([paragraph(text)])
        const together = pieces.map(block => (block.kind === 'paragraph' ? block.text : '')).join('')
        expect(together.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      },
    ),
  )
})
