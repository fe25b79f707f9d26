import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'

export const signatureMissing = defineCheck({
  id: 'signature-missing',
  severity: 'info',
  title: { zh: '缺少落款', en: 'No signature' },
  explanation: {
    zh: '报告末尾宜署单位名称和日期。',
    en: 'A report ends with the name of the authority and the date.',
  },
  source: '年度报告的通行格式',
  find: report => {
    const authority = report.signature?.authority ?? null
    const date = report.signature?.date ?? null
    if (!tablesAreDue(report) || (authority !== null && date !== null)) return []
    const missing =
      authority !== null ? { zh: '日期', en: 'date' } : date !== null ? { zh: '单位', en: 'authority' } : null
    return [
      {
        message: {
          zh: `报告末尾缺少落款${missing ? `的${missing.zh}` : '（单位和日期）'}。请补上。`,
          en: `The report has no ${missing ? missing.en : 'authority and date'} at its end. Add it.`,
        },
      },
    ]
  },
})
