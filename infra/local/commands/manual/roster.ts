import type { Manual } from '../../terminal/options.ts'

export const rosterManual = {
  name: 'roster',
  summary: {
    zh: '按已有报告起草一份名册，请人工核对、补上级和未报送的单位；已有的文件不会被覆盖',
    en: 'Drafts a roster from the reports at hand, for a person to correct; overwrites no file',
  },
  options: {
    from: {
      kind: 'text',
      value: '结果文件夹',
      several: true,
      about: {
        zh: 'outbox（默认），或 convert 的结果文件夹；可以多次给出',
        en: 'outbox (the default), or results of convert; may be repeated',
      },
    },
    out: {
      kind: 'text',
      value: '名册.csv',
      about: { zh: '写到这个文件；不给出则显示在屏幕上', en: 'the file; by default it is printed' },
    },
  },
} as const satisfies Manual
