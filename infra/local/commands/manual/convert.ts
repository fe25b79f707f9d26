import type { Manual } from '../../terminal/options.ts'
import { languageOption } from './place.ts'

export const convertManual = {
  name: 'convert',
  summary: {
    zh: '转换文件或整个文件夹，不启动服务',
    en: 'Converts files and folders, without the service',
  },
  operands: {
    least: 1,
    most: Number.POSITIVE_INFINITY,
    shown: '<文件|文件夹>...',
    wanted: { zh: '请给出要转换的文件或文件夹。', en: 'Name a file or folder to convert.' },
  },
  needs: ['out'],
  options: {
    out: {
      kind: 'text',
      value: 'DIR',
      about: { zh: '放结果的文件夹', en: 'the folder for the results' },
    },
    format: {
      kind: 'choice',
      of: ['table', 'json'],
      default: 'table',
      about: {
        zh: 'json：每行一个 JSON 对象，屏幕输出中没有别的',
        en: 'json: one JSON object per line, nothing else on stdout',
      },
    },
    concurrency: {
      kind: 'number',
      value: 'N',
      least: 1,
      most: 256,
      about: {
        zh: '同时转换几份，默认为处理器的核数',
        en: 'so many at a time; by default one for each core',
      },
    },
    lang: languageOption,
  },
  about: [
    {
      zh: '文件夹逐级查找。结果在 DIR/<文件名>/ 下；给出文件夹时保留其中的相对路径；仍会重名的，前面加上所在文件夹的名字，不会互相覆盖。',
      en: 'Folders are walked. Results go to DIR/<file name>/, below a folder to DIR/<path inside it>/; inputs that would share a place get the names of their folders in front.',
    },
    {
      zh: '不止一个文件时，另有 DIR/汇总.xlsx：每份报告一行，合计、全部发现、未受理的文件。',
      en: 'With more than one file also DIR/汇总.xlsx: a row for each report, sums, findings, refusals.',
    },
  ],
  exits: [
    [0, { zh: '全部转换，无不通过', en: 'all converted, none invalid' }],
    [1, { zh: '有报告不通过', en: 'some report is invalid' }],
    [2, { zh: '有文件未能转换，或用法有误', en: 'some file not converted, or wrong usage' }],
  ],
} as const satisfies Manual
