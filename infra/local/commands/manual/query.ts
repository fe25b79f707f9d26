import type { Manual } from '../../terminal/options.ts'
import { yearOption } from './place.ts'

export const queryManual = {
  name: 'query',
  summary: {
    zh: '查询年报季的数据集；只能读',
    en: 'Asks the data set of a season; reads only',
  },
  operands: {
    least: 0,
    most: 1,
    shown: '"SELECT …" | 问题 | --list',
    wanted: {
      zh: '请给出一条带引号的 SELECT 语句，或一个问题的名字。',
      en: 'Give one quoted SELECT, or the name of a question.',
    },
  },
  options: {
    list: {
      kind: 'switch',
      about: { zh: '列出现成的问题和各表', en: 'lists the ready questions and the tables' },
    },
    season: {
      kind: 'text',
      value: 'DIR',
      default: 'season',
      about: { zh: '年报季文件夹，默认 season', en: 'the folder of the seasons, by default season' },
    },
    year: yearOption,
    format: {
      kind: 'choice',
      of: ['table', 'csv', 'json', 'parquet'],
      default: 'table',
      about: { zh: '答案的格式；parquet 须有 --out', en: 'the form of the answer; parquet needs --out' },
    },
    out: {
      kind: 'text',
      value: '文件',
      about: { zh: '把答案写到文件', en: 'writes the answer to a file' },
    },
  },
  examples: [
    ['gongkai query 应报未报', { zh: '谁还没有报', en: 'who has not reported' }],
    ['gongkai query 各年合计 --format csv --out 合计.csv', { zh: '写成表', en: 'as a table' }],
  ],
} as const satisfies Manual
