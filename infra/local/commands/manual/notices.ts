import type { Manual } from '../../terminal/options.ts'
import { yearOption } from './place.ts'

export const noticesManual = {
  name: 'notices',
  summary: {
    zh: '给需要更正的单位逐份写退回通知（Word 和文本）和通知清单；措辞可用模板改',
    en: 'Writes the letters that send reports back, as Word and text; the wording is a template',
  },
  needs: ['out'],
  options: {
    out: { kind: 'text', value: 'DIR', about: { zh: '放通知的文件夹', en: 'the folder for the letters' } },
    from: {
      kind: 'text',
      value: 'DIR',
      default: 'outbox',
      about: { zh: '结果文件夹，默认 outbox', en: 'the outbox, by default outbox' },
    },
    year: yearOption,
    office: { kind: 'text', value: '落款单位', about: { zh: '落款单位', en: 'the office that signs' } },
    due: { kind: 'day', about: { zh: '重报期限', en: 'when the corrected report is due' } },
    template: { kind: 'text', value: '模板.txt', about: { zh: '措辞的模板', en: 'the wording' } },
    roster: { kind: 'text', value: '名册.csv|xlsx', about: { zh: '名册', en: 'the roster' } },
    season: { kind: 'text', value: 'DIR', about: { zh: '年报季文件夹', en: 'the folder of the seasons' } },
  },
} as const satisfies Manual
