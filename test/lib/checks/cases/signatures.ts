import { expect } from 'vitest'
import type { Report } from '../../../../lib/model/report.ts'
import { formalities, narrative } from '../../../support/narrative.ts'
import { type CheckCases, clean, saying } from './case.ts'

const good = { name: 'every formality kept', report: clean() }
const signed = (authority: string | null, date: string | null): Report =>
  clean({ report: { ...formalities(2023), signature: { authority, date } } })
const by = (title: string, full: string, signature: string): Report =>
  clean({
    report: {
      ...formalities(2023),
      authority: full,
      authorityAsPrinted: title,
      signature: { authority: signature, date: '2024-01-20' },
    },
  })

/** The name in the title, the full name, the name below the text: all of one authority. */
const sameAuthority: readonly (readonly [string, string, string])[] = [
  ['青禾县数据局', '青禾县数据局', '青禾县数据局'],
  ['青禾县数据局', '淮州市青禾县数据局', '淮州市青禾县数据局'],
  ['青禾县', '青禾县', '青禾县人民政府'],
  ['青禾县', '青禾县', '青禾县人民政府办公室'],
  ['青禾县人民政府', '淮州市青禾县人民政府', '青禾县人民政府办公室'],
  ['青禾县人民政府办公室', '青禾县人民政府办公室', '青禾县人民政府'],
  ['青禾县人民政府', '青禾县人民政府', '青禾县人民政府政务公开办公室'],
  ['青禾县发展和改革委员会', '青禾县发展和改革委员会', '青禾县发改委'],
  ['县发改委', '县发改委', '青禾县发展和改革委员会'],
  ['青禾县市场监督管理局', '青禾县市场监督管理局', '青禾县市场监管局'],
  ['白石街道', '白石街道', '青禾县人民政府白石街道办事处'],
  ['白石街道办事处', '白石街道办事处', '青禾县白石街道'],
  ['青禾经济开发区管委会', '青禾经济开发区管委会', '青禾经济开发区管理委员会'],
  ['青禾县农业农村局', '青禾县农业农村局', '青禾县农业农村局（乡村振兴局）'],
  ['青禾县司法局', '青禾县司法局', '青禾县司法局办公室'],
  ['云峰市人民政府国有资产监督管理委员会', '云峰市人民政府国有资产监督管理委员会', '云峰市国资委'],
  ['青禾县住房和城乡建设局', '青禾县住房和城乡建设局', '县住建局'],
  ['青禾县城市管理行政执法局', '青禾县城市管理行政执法局', '青禾县城管局'],
  ['国家税务总局青禾县税务局', '国家税务总局青禾县税务局', '青禾县税务局'],
  ['青禾高新区管委会', '青禾高新区管委会', '青禾高新技术产业开发区管理委员会'],
  ['青禾县人民政府办公室', '青禾县人民政府办公室', '青禾县政府办'],
]

export const signatureCases: CheckCases = {
  'signed-before-year-end': {
    broken: [
      {
        name: 'last year’s year',
        report: signed('青禾县数据局', '2023-01-20'),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'the last day of the year',
        report: signed('青禾县数据局', '2023-12-31'),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      { name: 'the first day after the year', report: signed('青禾县数据局', '2024-01-01') },
      { name: 'a date of the page alone', report: signed(null, '2023-01-20') },
      { name: 'a date under a link', report: signed('相关链接', '2023-01-20') },
      { name: 'no date', report: signed('青禾县数据局', null) },
      { name: 'no year', report: clean({ report: { ...formalities(2023), year: null } }) },
    ],
  },
  'signature-authority': {
    broken: [
      {
        name: 'another department',
        report: by('青禾县数据局', '青禾县数据局', '青禾县教育局'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'the same department of another place',
        report: by('青禾县数据局', '青禾县数据局', '白石县数据局'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'a department for its government',
        report: by('青禾县', '青禾县人民政府', '青禾县行政审批局'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'the department of a lower place',
        report: by('青禾市教育局', '青禾市教育局', '青禾市白石区教育局'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'a township for its county',
        report: by('青禾县人民政府', '青禾县人民政府', '青禾县白石镇人民政府'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'a committee of the party',
        report: by('青禾县人民政府', '青禾县人民政府', '青禾县委办公室'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'a body below the authority',
        report: by('青禾县公安局', '青禾县公安局', '青禾县公安局交通警察大队'),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [
      good,
      ...sameAuthority.map(([title, full, signature]) => ({
        name: `${title} signed by ${signature}`,
        report: by(title, full, signature),
      })),
      { name: 'nobody signed', report: signed(null, '2024-01-20') },
      { name: 'what is no name', report: signed('附件下载', '2024-01-20') },
    ],
  },
  'overview-aspects': {
    broken: [
      {
        name: 'one of five',
        report: saying('全年主动公开各类消息120条。'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'none but supervision is left out',
        report: saying('主动公开120条，依申请公开3件，政府信息管理规范，网站运行正常。'),
        gives: [
          {
            severity: 'info',
            message: expect.objectContaining({ zh: expect.stringContaining('没有谈到监督保障') }),
          },
        ],
      },
    ],
    holding: [
      good,
      {
        name: 'in other words',
        report: saying([
          '通过门户网站发布消息120条。',
          '收到3件申请，均已答复。',
          '落实发布审核制度。',
          '举办培训2次，纳入年度考核。',
        ]),
      },
      { name: 'a section without text', report: saying([]) },
      { name: 'the form of 2019 asks for none', report: saying('工作有序开展。', { edition: '2019' }) },
      { name: 'no such section', report: clean({ sections: narrative({ overview: null }).sections }) },
    ],
  },
}
