import type { Report } from '../../../../lib/model/report.ts'
import { formalities, narrative } from '../../../support/narrative.ts'
import { type CheckCases, clean, saying } from './case.ts'

const good = { name: 'every formality kept', report: clean() }
const but = (report: Partial<Report>, year = 2023): Report =>
  clean({ year, report: { ...formalities(year), ...report } })
const dated = (authority: string, date: string): Report => but({ authority, signature: { authority, date } })
const paragraph = (text: string) => ({ text, source: { kind: 'paragraph', paragraph: 1 } }) as const
const old = clean({
  year: 2017,
  editions: { proactiveDisclosure: null, requests: null, reconsiderationAndLitigation: null },
  report: {
    title: '青禾县2017年政府信息公开年报',
    period: null,
    signature: null,
    preamble: [],
    sections: [],
    headings: [],
  },
})
const before2019 = { name: 'before 2019', report: old }
const closing = (...otherMatters: readonly string[]): Report =>
  clean({ sections: narrative({ otherMatters }).sections })

export const formalitiesCases: CheckCases = {
  'title-wording': {
    broken: [
      {
        name: '年度 in another place',
        report: but({ title: '青禾县2023年度政府信息公开工作报告' }),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'no authority',
        report: but({ title: '2023年政府信息公开工作年度报告' }),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'no year',
        report: but({ title: '青禾县政府信息公开工作年度报告' }),
        gives: [{ severity: 'info' }],
      },
      { name: 'no title', report: but({ title: null }), gives: [{ evidence: [] }] },
    ],
    holding: [
      good,
      before2019,
      { name: 'spaces and 年度', report: but({ title: '青禾县 2023 年度 政府信息公开工作年度报告' }) },
    ],
  },
  'period-missing': {
    broken: [{ name: 'no period', report: but({ period: null }), gives: [{ severity: 'warning' }] }],
    holding: [
      good,
      before2019,
      {
        name: 'a period that cannot be read',
        report: but({ period: null, preamble: [paragraph('统计期限为2023年1月1日至12月31。')] }),
      },
    ],
  },
  'period-unreadable': {
    broken: [
      {
        name: 'a day without its sign',
        report: but({ period: null, preamble: [paragraph('本报告所列数据的统计期限为2023年1月至年末。')] }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a date torn in two',
        report: but({ period: null, preamble: [paragraph('数据统计期自2023年1月1日起至2023年12')] }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good, before2019, { name: 'no period stated', report: but({ period: null, preamble: [] }) }],
  },
  'period-not-the-year': {
    broken: [
      {
        name: 'half a year',
        report: but({ period: { from: '2023-01-01', to: '2023-06-30' } }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'another year',
        report: but({ period: { from: '2022-01-01', to: '2022-12-31' } }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good, { name: 'no period is another finding', report: but({ period: null }) }],
  },
  'year-unclear': {
    broken: [
      {
        name: 'title and period',
        report: but({ period: { from: '2022-01-01', to: '2022-12-31' } }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'title and closing words',
        report: closing('以上为青禾县数据局2022年政府信息公开工作年度报告。'),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'the title line among the paragraphs is no text',
        report: but({
          preamble: [
            paragraph('青禾县数据局2023年政府信息公开工作年度报告'),
            paragraph('根据条例，编制青禾县数据局2022年政府信息公开工作年度报告。电话：0000-1234567。'),
          ],
        }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'the whole overview tells of another year',
        report: saying(['2022年，我局认真落实《条例》。', '2022年，主动公开信息400条。']),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      {
        name: 'last year’s report is mentioned beside this year’s',
        report: closing('现发布2023年政府信息公开工作年度报告。2022年政府信息公开工作年度报告见网站。'),
      },
      {
        name: 'a notice is cited',
        report: closing('依据《关于做好2022年政府信息公开年度报告编制工作的通知》。'),
      },
      { name: 'numbers of another year', report: closing('2022年收到申请3件。') },
      {
        name: 'an overview that compares with last year',
        report: saying(['2023年，我局认真落实《条例》。', '2022年，收到申请3件。2022年，办结3件。']),
      },
    ],
  },
  'contact-missing': {
    broken: [{ name: 'nobody to ask', report: but({ preamble: [] }), gives: [{ severity: 'info' }] }],
    holding: [
      good,
      before2019,
      { name: 'at the end', report: closing('如有疑问，请与青禾县数据局联系。') },
      { name: 'a telephone number', report: but({ preamble: [paragraph('（0000—1234567）')] }) },
    ],
  },
  'download-address-missing': {
    broken: [{ name: 'no address', report: but({ preamble: [] }), gives: [{ severity: 'info' }] }],
    holding: [good, before2019, { name: 'at the end', report: closing('电子版见 www.example.gov.cn。') }],
  },
  'signature-missing': {
    broken: [
      { name: 'none', report: but({ signature: null }), gives: [{ severity: 'info' }] },
      {
        name: 'no date',
        report: but({ signature: { authority: '青禾县数据局', date: null } }),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'no authority',
        report: but({ signature: { authority: null, date: '2024-01-20' } }),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [good, before2019],
  },
  'published-late': {
    broken: [
      {
        name: 'a department in February',
        report: dated('青禾县数据局', '2024-02-01'),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a government in April',
        report: dated('青禾县人民政府', '2024-04-01'),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'unclear, in April',
        report: dated('青禾新区', '2024-04-02'),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      before2019,
      { name: 'a department on the last day', report: dated('青禾县数据局', '2024-01-31') },
      { name: 'a government on the last day', report: dated('青禾县人民政府', '2024-03-31') },
      { name: 'a government office', report: dated('青禾县人民政府办公室', '2024-03-01') },
      { name: 'a management committee', report: dated('青禾高新技术产业开发区管理委员会', '2024-03-01') },
      { name: 'a sub-district office', report: dated('青禾县白石街道办事处', '2024-03-01') },
      { name: 'a region', report: dated('青禾市白石区', '2024-03-01') },
      { name: 'no date', report: but({ signature: null }) },
    ],
  },
  formalities: {
    broken: [
      {
        name: 'several as one',
        report: but({ signature: null, preamble: [], reconciliationNote: false }),
        gives: [
          {
            id: 'formalities',
            severity: 'info',
            message: {
              zh: '格式上有 4 处可以完善：未印勾稽关系说明、未写联系方式、未写电子版下载地址、缺少落款。不影响表中数字，请酌情补充。',
              en: '4 points of form could be better: The printed note on the balance is absent; No contact; No address of the electronic copy; No signature. No figure is concerned.',
            },
          },
        ],
      },
      { name: 'a single one', report: but({ signature: null }), gives: [{ severity: 'info' }] },
    ],
    holding: [good, before2019, { name: 'a warning is no formality', report: but({ period: null }) }],
  },
  'fee-statement-missing': {
    broken: [
      { name: 'nothing to report', report: closing('无。'), gives: [{ severity: 'info' }] },
      {
        name: 'another kind of fee',
        report: closing('行政事业性收费已按规定公示。'),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [
      good,
      { name: 'an amount', report: closing('全县收取信息处理费共计380元。') },
      { name: 'in other words', report: closing('2023年度，政府信息公开未发生收费情况。') },
      {
        name: 'the form of 2019 has no such rule',
        report: clean({ edition: '2019', sections: narrative({ otherMatters: ['无。'] }).sections }),
      },
    ],
  },
}
