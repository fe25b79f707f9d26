import { outputs } from '../../../../lib/writers/index.ts'
import type { Manual } from '../../terminal/options.ts'
import { languageOption, noScansOption } from './place.ts'

export const convertManual = {
  name: 'convert',
  summary: {
    zh: '转换文件或整个文件夹，不启动服务',
    en: 'Converts files and folders, without the service',
  },
  operands: {
    least: 1,
    most: Number.POSITIVE_INFINITY,
    shown: '<文件|文件夹|->...',
    wanted: { zh: '请给出要转换的文件或文件夹。', en: 'Name a file or folder to convert.' },
  },
  needs: ['out'],
  options: {
    out: {
      kind: 'text',
      value: 'DIR',
      about: { zh: '放结果的文件夹', en: 'the folder for the results' },
    },
    tables: {
      kind: 'text',
      value: 'DIR',
      about: {
        zh: '另把全部报告写成数据表（CSV 和 Parquet），供 pandas、DuckDB、R、Excel 读取，见 gongkai help tables',
        en: 'writes all reports as tables too (CSV and Parquet), for pandas, DuckDB, R and Excel; see gongkai help tables',
      },
    },
    only: {
      kind: 'choices',
      of: outputs.map(({ ending }) => ending),
      about: { zh: '只写这几种输出，默认全部', en: 'writes only these outputs; by default all' },
    },
    'skip-existing': {
      kind: 'switch',
      about: {
        zh: '结果已有且完好的不再转换，仍计入汇总：接着做中断的一批',
        en: 'goes on with a batch: what has a whole result is not converted again, and still counts',
      },
    },
    quiet: {
      kind: 'switch',
      about: {
        zh: '只显示不通过、未受理、处理失败的，和最后的合计',
        en: 'prints only what is invalid, refused or failed, and the last lines',
      },
    },
    format: {
      kind: 'choice',
      of: ['table', 'json'],
      default: 'table',
      about: {
        zh: 'json：每份一行 JSON，最后一行是这一批的记录，屏幕输出中没有别的',
        en: 'json: a line of JSON for each file, the log of the batch last, nothing else on stdout',
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
    name: {
      kind: 'text',
      value: '文件名',
      about: { zh: '标准输入（-）的文件名', en: 'the name of what comes over standard input (-)' },
    },
    'no-scans': noScansOption,
    lang: languageOption,
  },
  about: [
    {
      zh: '文件夹逐级查找。结果在 DIR/<文件名>/ 下；给出文件夹时保留其中的相对路径；仍会重名的，前面加上所在文件夹的名字，不会互相覆盖。',
      en: 'Folders are walked. Results go to DIR/<file name>/, below a folder to DIR/<path inside it>/; inputs that would share a place get the names of their folders in front.',
    },
    {
      zh: '不止一个文件时，另有 DIR/汇总.xlsx：每份报告一行，合计、全部发现、未受理的文件。DIR/batch.json 是这一批的记录。',
      en: 'With more than one file also DIR/汇总.xlsx: a row for each report, sums, findings, refusals. DIR/batch.json is the log of the batch.',
    },
    {
      zh: '读不了的文件夹或文件各自记为失败，其他的照常转换。按一次 Ctrl-C：做完手上的，写好汇总再停；再按一次：立即结束。',
      en: 'What cannot be read is a failure of its own and stops no other. Ctrl-C once: what is in hand is finished and the summary written; twice: it ends at once.',
    },
  ],
  examples: [
    ['gongkai convert 年报 --out 结果', { zh: '整个文件夹', en: 'a folder' }],
    ['gongkai convert 年报 --out 结果 --tables 表', { zh: '另写数据表', en: 'tables too' }],
    [
      'gongkai convert 年报 --out 结果 --skip-existing --quiet',
      { zh: '接着做中断的一批', en: 'goes on with a batch that was stopped' },
    ],
    [
      'gongkai convert C:\\年报\\*.docx --out C:\\结果',
      { zh: 'Windows；通配符由程序展开', en: 'Windows; the pattern is matched by the program' },
    ],
    [
      'type 年报.docx | gongkai convert - --name 年报.docx --out 结果 --only json',
      { zh: '标准输入；Linux、macOS 用 cat', en: 'standard input; cat on Linux and macOS' },
    ],
    [
      'gongkai convert 年报 --out 结果 --format json > 结果.ndjson',
      { zh: '给程序读', en: 'for a program to read' },
    ],
  ],
  exits: [
    [0, { zh: '全部转换，无不通过', en: 'all converted, none invalid' }],
    [1, { zh: '有报告不通过', en: 'some report is invalid' }],
    [2, { zh: '有文件未能转换，或用法有误', en: 'some file not converted, or wrong usage' }],
    [
      130,
      { zh: '按 Ctrl-C 停止，用 --skip-existing 接着做', en: 'stopped by Ctrl-C; --skip-existing goes on' },
    ],
  ],
} as const satisfies Manual
