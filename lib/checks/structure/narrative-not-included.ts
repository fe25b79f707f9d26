import { defineCheck } from '../define-check.ts'

export const narrativeNotIncluded = defineCheck({
  id: 'narrative-not-included',
  severity: 'info',
  title: { zh: '只有表格，没有正文', en: 'Tables without the text of the report' },
  explanation: {
    zh: '提交的是由报告生成的工作簿：只有法定表格的数字，没有报告正文，各部分标题、落款、文字与表格是否一致未作核对。',
    en: 'A workbook made from a report: it has the figures of the statutory tables and not the text, so sections, signature and words against tables were not checked.',
  },
  source: '本项目 (ours): 未核对的要说明',
  find: report =>
    report.ownWorkbook
      ? [
          {
            message: {
              zh: '这是由报告生成的工作簿，只核对了表中的数字；报告正文（各部分、落款、文字与表格是否一致）未核对。',
              en: 'This is a workbook made from a report: only its figures were checked, not the text of the report.',
            },
          },
        ]
      : [],
})
