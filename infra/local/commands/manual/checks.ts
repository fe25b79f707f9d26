import type { Manual } from '../../terminal/options.ts'
import { languageOption } from './place.ts'

export const checksManual = {
  name: 'checks',
  summary: { zh: '列出全部核对规则', en: 'Lists the checks' },
  options: { lang: languageOption },
} as const satisfies Manual

export const explainManual = {
  name: 'explain',
  summary: { zh: '说明一条核对规则', en: 'Explains one check' },
  operands: {
    least: 1,
    most: 1,
    shown: '<规则>',
    wanted: {
      zh: '请给出一条规则的编号，见 gongkai checks。',
      en: 'Name one check; gongkai checks lists them.',
    },
  },
  options: { lang: languageOption },
  examples: [['gongkai explain requests-balance', { zh: '说明其中一条', en: 'explains one of them' }]],
} as const satisfies Manual
