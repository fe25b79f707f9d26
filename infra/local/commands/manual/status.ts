import type { Manual } from '../../terminal/options.ts'
import { placeOptions } from './place.ts'

export const statusManual = {
  name: 'status',
  summary: {
    zh: '一份上传文件的经过：版本、每次运行、输出是否完好、事件是否发出、隔离、压缩包进度',
    en: 'What became of an upload: versions, runs, outputs (hashes checked), events, quarantine, its archive',
  },
  operands: {
    least: 1,
    most: 1,
    shown: '<键>',
    wanted: {
      zh: '请给出一个文件的键，如 2023/年报.docx。',
      en: 'Give the key of one file, such as 2023/年报.docx.',
    },
  },
  options: {
    ...placeOptions,
    json: { kind: 'switch', about: { zh: '输出 JSON', en: 'prints JSON' } },
  },
  exits: [
    [0, { zh: '有结果', en: 'it has a result' }],
    [1, { zh: '没有，并说明已知的情况', en: 'none; what is known is said' }],
    [2, { zh: '没有查成', en: 'not looked up' }],
  ],
} as const satisfies Manual
