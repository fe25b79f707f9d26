import type { Manual } from '../../terminal/options.ts'

export const tablesManual = {
  name: 'tables',
  summary: {
    zh: '把已有的结果写成数据表（CSV 和 Parquet）',
    en: 'Writes results as tables (CSV and Parquet) that other programs read',
  },
  about: [
    {
      zh: 'figures 一格一行，reports 一份一行，findings 全部发现，files 每个文件。',
      en: 'figures: a row a cell; reports: a row a report; findings: all of them; files: every file.',
    },
  ],
  needs: ['out'],
  options: {
    out: { kind: 'text', value: 'DIR', about: { zh: '放数据表的文件夹', en: 'the folder for the tables' } },
    from: {
      kind: 'text',
      value: '结果文件夹',
      several: true,
      about: {
        zh: 'outbox（默认，只取现在计入的），或 convert 的结果文件夹；可以多次给出',
        en: 'outbox (the default; only what counts now), or results of convert; may be repeated',
      },
    },
  },
  exits: [
    [0, { zh: '已写出', en: 'written' }],
    [2, { zh: '没有写出', en: 'not written' }],
  ],
} as const satisfies Manual
