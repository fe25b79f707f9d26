import { expect } from 'vitest'
import type { Report } from '../../../../lib/model/report.ts'
import { narrative } from '../../../support/narrative.ts'
import { type CheckCases, clean, saying } from './case.ts'

const closing = (text: string): Report => clean({ sections: narrative({ otherMatters: [text] }).sections })
const problems = (text: string): Report =>
  clean({ sections: narrative({ problemsAndImprovements: [text] }).sections })

/** What 六 of a report for 2023 says. */
const leftInOthers: readonly string[] = [
  '2022年，我局未收取信息处理费。',
  '2022年度，本机关没有需要报告的其他事项。',
  '2022年度无其他需要报告的事项。',
  '本机关2022年度未收取信息处理费。',
  '我街道2022年未产生信息处理费。',
  '（一）2022年收取信息处理费0元。',
  '经统计，2022年度未收取信息处理费。',
  '根据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），2022年度我局未收取信息处理费。',
]

const leftInOverview: readonly string[] = [
  '2022年，我局认真贯彻落实《条例》，政府信息公开工作取得新进展。',
  '2022年，白石镇人民政府共制定规范性文件0件。',
  '我街道2022年共收到政府信息公开申请3件，按照规定流程妥善给予了答复处理。',
  '2022年1月1日至2022年12月31日，共主动公开信息120条。',
  '截至2022年12月31日，共公开信息120条。',
  '2022年，办理人大代表建议12件。',
  '（二）依申请公开情况。2022年，未收到依申请公开事项。',
  '2022年，全县未发生因政府信息公开引发的行政复议、行政诉讼。',
]

const rightlyLastYear: readonly string[] = [
  '编制并发布了《青禾县卫生健康局2022年度政府信息公开工作报告》。',
  '2022年度政府信息公开工作年度报告已按时发布。',
  '公开2022年度部门决算信息5条。',
  '依法公开2022年度决算，公开2023年预算。',
  '落实《2022年青禾县政务公开工作要点》，公开信息12条。',
  '国办公开办函〔2022〕30号要求公开信息。',
  '与2022年相比，公开信息增加20条。',
  '比2022年多公开12条。',
  '去年（2022年）收到申请3件。',
  '2022年，收到申请3件；2023年，收到申请5件。',
  '2022年结转申请3件已全部办结。',
  '2022年12月收到的2件申请已答复。',
  '2022年第四季度收到申请2件。',
  '2022年以来，共公开信息300条。',
  '2022年底建成政务公开专区。',
  '2022年关停政务新媒体5个。',
  '2022年，我县获评全省政务公开先进。',
  '2022年度政务公开考核结果为优秀。',
  '针对2022年考核反馈的问题，完善公开栏目。',
  '2022年我局成立政务公开领导小组，并持续运转。',
  '对2019-2022年度行政许可信息进行公开。',
]

export const yearsCases: CheckCases = {
  'year-left-over': {
    broken: [
      ...leftInOthers.map(text => ({
        name: text,
        report: closing(text),
        gives: [{ severity: 'warning' as const }],
      })),
      ...leftInOverview.map(text => ({
        name: text,
        report: saying(text),
        gives: [{ severity: 'warning' as const }],
      })),
      {
        name: 'what is still so, in 五',
        report: problems('2022年，我局政府信息公开工作还存在公开内容不够细等问题。'),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'several places are one finding',
        report: saying(['2022年，主动公开政府信息120条。', '2022年，未收到依申请公开事项。']),
        gives: [{ evidence: [expect.anything(), expect.anything()] }],
      },
    ],
    holding: [
      { name: 'no year at all', report: clean() },
      ...rightlyLastYear.map(text => ({ name: text, report: saying(text) })),
      {
        name: 'what was found last year',
        report: problems('2022年存在的问题：公开内容不够细。已逐项整改。'),
      },
      {
        name: 'which year the report is for is another finding',
        report: saying('2022年，未收到依申请公开事项。', {
          report: { period: { from: '2022-01-01', to: '2022-12-31' } },
        }),
      },
    ],
  },
}
