import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'

export const reportRepeated = defineCheck({
  id: 'report-repeated',
  severity: 'warning',
  title: { zh: '一个文件中有多份报告', en: 'More than one report in the file' },
  explanation: {
    zh: '一个文件中有不止一份年度报告，只读取了第一份。',
    en: 'The file holds more than one annual report; the first was read.',
  },
  source: '本服务一个文件读取一份报告',
  find: report =>
    observed(report, 'reportRepeated').map(({ titles }) => ({
      message: {
        zh: `文件中有 ${titles.length} 份报告：${titles.map(title => quoted(title)).join('、')}，只读取了第一份。请分别报送。`,
        en: `The file holds ${titles.length} reports: ${titles.map(title => quoted(title)).join('; ')}. The first was read; submit them one by one.`,
      },
      cells: formKeys.flatMap(form => cellsOf(report, form).map(({ key }) => key)),
      evidence: titles.map(title => ({ quote: title })),
      place: titles.join('\n'),
    })),
})
