import { expect, test } from 'vitest'
import { spokenNames } from '../../../lib/series/spoken-names.ts'

const namesIn = (text: string, signedBy: string | null = null) =>
  spokenNames({
    authority: '乙县水利局',
    authorityAsPrinted: '县水利局',
    year: 2023,
    preamble: [],
    sections: [{ key: 'overview', heading: '一、总体情况', paragraphs: [text] }],
    signature: signedBy === null ? null : { authority: signedBy, date: null },
  }).map(({ name, as }) => `${as} ${name}`)

test.each([
  ['2023年，乙县教育局认真贯彻落实《条例》。', ['actor 乙县教育局']],
  ['本年公开12条。２０２３ 年度 乙县教育局党组 共收到政府信息公开申请3件。', ['actor 乙县教育局']],
  ['根据要求，现公布乙县教育局2023年政府信息公开工作年度报告。', ['report 乙县教育局']],
  ['乙县教育局2023年度政府信息公开年度报告', ['report 乙县教育局']],
  ['本报告由乙县教育局编制。', ['actor 乙县教育局']],
  ['乙县教育局按照《中华人民共和国政府信息公开条例》要求，现公布2023年情况。', ['actor 乙县教育局']],
  ['本报告由乙县水利局办公室负责编制。', []],
  ['发布乙县教育局2022年政府信息公开工作年度报告。', []],
  ['详见《乙县教育局2023年政府信息公开工作年度报告》。', []],
  ['会同乙县教育局认真贯彻落实条例。', ['actor 会同乙县教育局']],
  ['收到申请3件，其中乙县教育局认真办理1件。', []],
  ['乙县教育局、乙县林业局认真落实条例。', []],
  ['乙县教育局收到申请1件后转来我局。', []],
  ['县水利局认真落实条例。乙县水利局办公室收到申请2件。', []],
  ['我局认真落实条例。', []],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test('who signs speaks; its own name, a longer or a shorter one, is no other', () => {
  expect(namesIn('', '乙县教育局')).toEqual(['signature 乙县教育局'])
  for (const own of ['乙县水利局', '县水利局', '水利局', '乙县水利局办公室'])
    expect(namesIn('', own)).toEqual([])
})

test('a report whose authority is not known names nobody else', () => {
  const nameless = { authority: null, authorityAsPrinted: null, year: 2023, preamble: [], signature: null }
  const sections = [{ key: 'overview' as const, heading: '', paragraphs: ['乙县教育局认真贯彻条例。'] }]
  expect(spokenNames({ ...nameless, sections })).toEqual([])
})
