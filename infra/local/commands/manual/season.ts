import type { Manual } from '../../terminal/options.ts'
import { yearOption } from './place.ts'

export const seasonManual = {
  name: 'season',
  summary: {
    zh: '把一个年度的全部报告和往年报告放在一起核对：应报未报、结转、上下级、重复；写出数据集',
    en: 'Checks the reports of a year together, and with those of the years before; writes the data set',
  },
  needs: ['year', 'roster'],
  options: {
    year: yearOption,
    roster: {
      kind: 'text',
      value: '名册.csv|xlsx',
      about: {
        zh: '名册；没有名册时，先用 gongkai roster 起草一份',
        en: 'the roster; gongkai roster drafts one',
      },
    },
    from: {
      kind: 'text',
      value: '结果文件夹',
      several: true,
      about: {
        zh: 'outbox（默认），或 convert 的结果文件夹；可以多次给出',
        en: 'outbox (the default), or results of convert; may be repeated',
      },
    },
    decisions: {
      kind: 'text',
      value: '决定.csv|xlsx',
      about: { zh: '已经核实的发现', en: 'findings that persons have settled' },
    },
    'as-of': {
      kind: 'day',
      about: { zh: '以哪一天判断是否逾期，默认今天', en: 'who is overdue on that day; by default today' },
    },
    out: {
      kind: 'text',
      value: 'DIR',
      default: 'season',
      about: { zh: '年报季文件夹，默认 season', en: 'the folder for the seasons, by default season' },
    },
  },
  exits: [
    [0, { zh: '没有警告', en: 'no warning' }],
    [1, { zh: '有警告', en: 'warnings' }],
    [
      2,
      {
        zh: '名册有误或没有做成，之前的结果不变',
        en: 'the roster is wrong, or it could not be made; nothing was changed',
      },
    ],
  ],
} as const satisfies Manual
