import { selectableVerdicts } from '../../../../lib/submission/select.ts'
import type { Manual } from '../../terminal/options.ts'
import { dryRunOption, noScansOption, placeOptions, prefixOption, rateOption } from './place.ts'

export const replayManual = {
  name: 'replay',
  summary: {
    zh: '把已有结果的文件重新转换一遍，并替换结果',
    en: 'Converts again what has its result, and replaces that',
  },
  options: {
    ...placeOptions,
    prefix: prefixOption,
    since: {
      kind: 'text',
      value: '日期',
      about: { zh: '只重新转换这一天以来处理的', en: 'only what came to its result since that day' },
    },
    verdict: {
      kind: 'choices',
      of: selectableVerdicts,
      about: {
        zh: '只重新转换这些结论的，可以多次给出',
        en: 'only those of these verdicts; may be repeated',
      },
    },
    withdraw: {
      kind: 'text',
      value: 'BUILD',
      about: {
        zh: '撤回一个构建做出的结果：退回之前的结果，没有的重新转换',
        en: 'withdraws what a build made: back to the result before, else converted again',
      },
    },
    rate: rateOption,
    'no-scans': noScansOption,
    'dry-run': dryRunOption,
  },
  exits: [
    [0, { zh: '都已提交', en: 'all handed over' }],
    [1, { zh: '有文件已不在', en: 'some file is there no more' }],
    [2, { zh: '没有做成', en: 'not done' }],
  ],
} as const satisfies Manual
