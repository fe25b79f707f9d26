import type { Manual } from '../../terminal/options.ts'
import { noScansOption } from './place.ts'

export const startManual = {
  name: 'start',
  summary: {
    zh: '启动本机服务：放进收件文件夹的报告自动转换；网页只在本机可见；Ctrl-C 停止',
    en: 'Runs the service: converts what is put into the inbox, serves a page on this machine; Ctrl-C stops',
  },
  about: [
    {
      zh: '收件文件夹旁边有名册（名册.xlsx 或 名册.csv）时，自动做年报季，见网页第一行和 season 文件夹。',
      en: 'With a roster (名册.xlsx, 名册.csv) beside the inbox it makes the seasons by itself.',
    },
    { zh: '一对文件夹只能有一个服务。', en: 'One service for a pair of folders.' },
  ],
  options: {
    inbox: {
      kind: 'text',
      value: 'DIR',
      default: 'inbox',
      about: { zh: '收件文件夹', en: 'the folder that is watched' },
    },
    outbox: {
      kind: 'text',
      value: 'DIR',
      default: 'outbox',
      about: { zh: '结果文件夹', en: 'the folder for the results' },
    },
    season: {
      kind: 'text',
      value: 'DIR',
      default: 'season',
      about: { zh: '年报季文件夹', en: 'the folder for the seasons' },
    },
    roster: {
      kind: 'text',
      value: '名册.csv|xlsx',
      about: {
        zh: '名册；不给出时用收件文件夹旁边的',
        en: 'the roster; by default the one beside the inbox',
      },
    },
    port: {
      kind: 'number',
      value: 'N',
      least: 0,
      most: 65535,
      about: { zh: '网页的端口；0 为任意空闲的', en: 'the port of the page; 0: any that is free' },
    },
    host: {
      kind: 'text',
      value: 'H',
      default: '127.0.0.1',
      about: {
        zh: '网页的地址，默认只有本机能访问；别的机器能访问的，必须有口令',
        en: 'the address of the page, by default of this machine alone; others need a token',
      },
    },
    'token-file': {
      kind: 'text',
      value: '文件',
      about: {
        zh: '放口令的文件；也可以设环境变量 GONGKAI_TOKEN',
        en: 'a file with the token; or GONGKAI_TOKEN in the environment',
      },
    },
    'public-url': {
      kind: 'text',
      value: 'URL',
      about: {
        zh: '别的机器访问它的网址，如 https://gongkai.example.gov.cn',
        en: 'the address that others reach it by, such as https://gongkai.example.gov.cn',
      },
    },
    'no-scans': noScansOption,
    open: {
      kind: 'switch',
      about: {
        zh: '在浏览器中打开网页；服务已在运行时，打开那一个的网页',
        en: 'opens the page in the browser; that of a service that is running already',
      },
    },
  },
  examples: [['gongkai start --open', { zh: '启动并打开网页', en: 'starts and opens the page' }]],
  exits: [
    [0, { zh: '已停止', en: 'stopped' }],
    [2, { zh: '没有启动', en: 'not started' }],
  ],
} as const satisfies Manual

/** The same under the name by which programs know it. */
export const serveManual = {
  ...startManual,
  name: 'serve',
  about: [
    ...startManual.about,
    {
      zh: '程序用的 HTTP 接口在 /api/v1，说明在 /openapi.json 和 docs/http.md；start 也有。',
      en: 'Programs ask it under /api/v1, as /openapi.json and docs/http.md say; start has that too.',
    },
  ],
  examples: [
    [
      'gongkai serve --host 0.0.0.0 --token-file 口令.txt',
      { zh: '别的机器带口令访问', en: 'reached by other machines, with a token' },
    ],
  ],
  summary: {
    zh: '同 start：网页和 HTTP 接口',
    en: 'The same as start: the page, and an interface over HTTP',
  },
} as const satisfies Manual
