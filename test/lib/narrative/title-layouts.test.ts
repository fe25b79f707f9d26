import { expect, test } from 'vitest'
import { findSignature } from '../../../lib/narrative/signature.ts'
import { findTitle } from '../../../lib/narrative/title.ts'

const unit = '青禾县教育局'
const kind = '政府信息公开工作年度报告'

test.each([
  ['the year in a bracket below', `${unit}${kind}\n（2023年度）`],
  ['the year below', `${unit}${kind}\n2023年`],
  ['a report on the year', `${unit}关于2023年${kind}`],
  ['a particle within', `${unit}2023年政府信息公开工作的年度报告`],
  ['the name of the site in front', `青禾县人民政府门户网站 ${unit}2023年${kind}`],
  ['the site and a stroke in front', `青禾县人民政府 | ${unit}2023年${kind}`],
  ['the column and the site behind', `${unit}2023年${kind}_信息公开年报_青禾县人民政府`],
  ['the kind of page in front', `【年报】${unit}2023年${kind}`],
])('%s leaves authority and year of a title', (_, text) => {
  expect(findTitle([{ text }])).toMatchObject({ authority: unit, year: 2023 })
})

test('an office with a site in its name is cut to no other office', () => {
  expect(findTitle([{ text: `青禾县政府网站管理中心2023年${kind}` }])?.authority).toBeNull()
})

test.each([`${unit}（盖章）`, `报告单位：${unit}`, `单位：${unit}（公章）`])('%s signs as the unit', text => {
  const source = { kind: 'paragraph', paragraph: 1 } as const
  const date = { text: '2024年1月20日', source: { kind: 'paragraph', paragraph: 2 } as const }
  expect(findSignature([{ text, source }, date])?.signature).toEqual({ authority: unit, date: '2024-01-20' })
})
