import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Message } from '../lib/model/message.ts'
import { toldLimits } from '../lib/readers/told-limits.ts'
import { refusals } from '../lib/readers/zip/refusals.ts'
import { checkSize, mostBytes } from '../lib/submission/size.ts'

/** What documents and refusals say of limits, held to the one table of them. */

const [begin, end] = ['<!-- limits: made by npm run update -->\n', '<!-- limits end -->']

const heads = { zh: '| 上限 | 最多 |', en: '| limit | at most |' } as const

const passageOf = (language: keyof Message): string =>
  [
    heads[language],
    '|---|---|',
    ...toldLimits.map(({ what, most }) => `| ${what[language]} | ${most[language]} |`),
  ].join('\n')

/** Of what we hand out ourselves, behind its name: no limit of anything. */
const ofOurs = /(`gongkai-[^`]+`[,，] ?)\d+ MB/gu

const documents = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
  ['SECURITY.md', 'en'],
] as const

test.each(documents)('%s says the limits that there are, in one place', async (name, language) => {
  const text = readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8')
  const [before, rest] = text.split(begin)
  const after = rest!.split(end)[1]!
  expect((before! + after).replaceAll(ofOurs, '$1')).not.toMatch(/\d ?MB/u)
  await expect(`${before}${begin}\n${passageOf(language)}\n\n${end}${after}`).toMatchFileSnapshot(
    `../${name}`,
  )
})

const most = (zh: string): string => toldLimits.find(({ what }) => what.zh.startsWith(zh))!.most.zh

test('a refusal names the limit of the table, and of an archive what is to be done with an archive', () => {
  const file = checkSize('年报.docx', mostBytes('年报.docx') + 1)!
  expect(file.sentence.zh).toContain(`超过 ${most('一份文件')} 的上限`)
  const archive = checkSize('全市.ZIP', mostBytes('全市.ZIP') + 1)!
  expect(archive.sentence.zh).toContain(`超过 ${most('一个压缩包')} 的上限`)
  expect(checkSize('全市.zip', mostBytes('全市.zip'))).toBeNull()
  expect(refusals.tooLarge().sentence.zh).toContain(most('一个压缩包'))
  for (const { remedy } of [archive, refusals.tooLarge(), refusals.tooManyFiles(1001)])
    expect(remedy.zh).toBe(
      `请分成几个压缩包提交，每个不超过 ${most('一个压缩包')}、1000 个文件，只放年度报告。`,
    )
})
