import type { Option } from '../../terminal/options.ts'

/** Where a service keeps its things: two folders on this machine, or the service on AWS. */
export const placeOptions = {
  uploads: {
    kind: 'text',
    value: 'DIR|s3://桶/前缀',
    about: {
      zh: '收件文件夹，默认 inbox；或云上的上传桶',
      en: 'the inbox, by default inbox; or the bucket of uploads on AWS',
    },
  },
  outputs: {
    kind: 'text',
    value: 'DIR|s3://桶',
    about: {
      zh: '结果文件夹，默认 outbox；或云上的结果桶',
      en: 'the outbox, by default outbox; or the bucket of results on AWS',
    },
  },
  queue: {
    kind: 'text',
    value: 'URL',
    about: { zh: '云上处理队列的地址', en: 'the address of the queue on AWS' },
  },
} as const satisfies Readonly<Record<string, Option>>

export const prefixOption = {
  kind: 'text',
  value: 'P',
  default: '',
  mayBeEmpty: true,
  about: { zh: '只看以此开头的键', en: 'only keys that begin so' },
} as const satisfies Option

export const rateOption = {
  kind: 'number',
  value: 'N',
  least: 1,
  most: 1000,
  about: { zh: '每秒最多提交几份', en: 'at most so many a second' },
} as const satisfies Option

export const dryRunOption = {
  kind: 'switch',
  about: { zh: '只列出，什么都不做', en: 'only lists; nothing is done' },
} as const satisfies Option

export const noScansOption = {
  kind: 'switch',
  about: {
    zh: '不识别扫描件和图片，照旧不受理',
    en: 'does not read scans and pictures: they are refused',
  },
} as const satisfies Option

export const yearOption = {
  kind: 'number',
  value: '年度',
  least: 2008,
  most: 2100,
  about: { zh: '报告年度', en: 'the year that the reports are about' },
} as const satisfies Option

export const languageOption = {
  kind: 'choice',
  of: ['zh', 'en'],
  default: 'zh',
  about: { zh: '显示的语言', en: 'the language shown' },
} as const satisfies Option
