import { describe, expect, test } from 'vitest'
import { readDate, readPeriod } from '../../../lib/narrative/dates.ts'
import { findMention, findTitle } from '../../../lib/narrative/title.ts'
import { readReport } from '../../../lib/read-report.ts'
import { readText } from '../../../lib/readers/text/index.ts'

describe('dates', () => {
  test.each([
    ['2024年1月16日', '2024-01-16'],
    ['二〇二四年一月十六日', '2024-01-16'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['2024-01-05', '2024-01-05'],
    ['2024年2月30日', null],
    ['没有日期', null],
  ])('%s → %s', (text, date) => expect(readDate(text)).toBe(date))

  test.each([
    ['统计期限从2020年1月1日到12月31日止', { from: '2020-01-01', to: '2020-12-31' }],
    ['自 2020 年 1 月 1 日起至 2020 年 12 月 31 日止', { from: '2020-01-01', to: '2020-12-31' }],
    ['2022年1月1日—2022年12月31日', { from: '2022-01-01', to: '2022-12-31' }],
    ['2022年度', null],
  ])('%s', (text, period) => expect(readPeriod(text)).toEqual(period))
})

describe('title', () => {
  test.each([
    [['青禾县数据局2023年政府信息公开工作年度报告'], '青禾县数据局', 2023],
    [['青禾县数据局', '2023年度政府信息公开工作报告'], '青禾县数据局', 2023],
    [['标题：青禾县数据局2023年政府信息公开年度报告-青禾县人民政府'], '青禾县数据局', 2023],
    [['2023年青禾县数据局政府信息公开工作年度报告'], '青禾县数据局', 2023],
    [['青禾县数据局二〇二三年政府信息公开工作年度报告'], '青禾县数据局', 2023],
    [['青禾县 数据局 2023 年 政府信息公开工作年度报告'], '青禾县数据局', 2023],
  ])('%j', (lines, authority, year) => {
    expect(findTitle(lines.map(text => ({ text })))).toMatchObject({ authority, year })
  })

  test('a sentence that speaks of reports is no title', () => {
    expect(findTitle([{ text: '现将2023年政府信息公开工作年度报告公布如下。' }])).toBeNull()
    expect(findTitle([{ text: '关于做好政府信息公开工作年度报告编制工作的通知' }])).toBeNull()
  })

  test('running text names the authority only where its name is beyond doubt', () => {
    expect(findMention(['现公布青禾县数据局2021年政府信息公开工作年度报告。'])).toEqual({
      authority: '青禾县数据局',
      year: 2021,
    })
    expect(findMention(['青禾省人民政府办公厅关于做好2020年政府信息公开年度报告编制工作的通知'])).toBeNull()
    expect(findMention(['现将我局2020年政府信息公开年度报告公布如下'])).toBeNull()
  })
})

describe('sections', () => {
  const body = (lines: readonly string[]): string => lines.join('\n\n')
  const tables =
    '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 1 | 0 | 3 |'

  test('contents lists, sub-headings with the same title and lost numbers do not mislead', () => {
    const report = readReport(
      readText(
        body([
          '青禾县数据局2023年政府信息公开工作年度报告',
          '一、总体情况',
          '二、主动公开政府信息情况',
          '总体情况',
          '（一）主动公开政府信息情况',
          '本局主动公开信息12条。',
          '5、主动公开政府信息情况',
          tables,
          '五、存在的问题及改进情况',
          '培训不足，将加强培训。',
          '六、其他需要报告的事项：无。',
          '无其他需要报告的事项。',
          '青禾县数据局',
          '二〇二四年一月十日',
        ]),
      ),
    )
    expect(report.headings.map(({ key, official }) => [key, official])).toEqual([
      ['overview', true],
      ['proactiveDisclosure', true],
      ['problemsAndImprovements', false],
      ['otherMatters', true],
    ])
    const overview = report.sections.find(({ key }) => key === 'overview')!
    expect(overview.paragraphs.map(({ text }) => text)).toEqual([
      '（一）主动公开政府信息情况',
      '本局主动公开信息12条。',
    ])
    expect(report.sections.at(-1)!.paragraphs.map(({ text }) => text)).toEqual([
      '无。',
      '无其他需要报告的事项。',
    ])
    expect(report.signature).toEqual({ authority: '青禾县数据局', date: '2024-01-10' })
    expect(report.figures.get('proactiveDisclosure.normativeDocuments.inForce')!.value).toBe(3)
  })

  test('a document that is no such report is refused', () => {
    expect(() => readReport(readText('关于召开会议的通知\n\n各科室：\n\n定于周五召开会议。'))).toThrow(
      expect.objectContaining({ code: 'not-a-report' }),
    )
  })

  test('a report from before the forms keeps its text and has no figures', () => {
    const report = readReport(
      readText('青禾县2016年政府信息公开工作年度报告\n\n一、概述\n\n全年主动公开信息230条。'),
    )
    expect(report.year).toBe(2016)
    expect(report.figures.size).toBe(0)
    expect(Object.values(report.editions)).toEqual([null, null, null])
  })
})
