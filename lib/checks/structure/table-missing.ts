import type { Message } from '../../message.ts'
import type { TableMissingReason } from '../../report.ts'
import { formKeys, observed, tablesAreDue } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { tableName } from '../labels.ts'
import { quoted } from '../wording.ts'

const reasons: Readonly<Record<TableMissingReason, Message>> = {
  absent: { zh: '文件中没有这张表。请补上该表。', en: 'it is not in the file. Add it.' },
  runTogether: {
    zh: '各单元格文字连在一起，无法无歧义地拆分，未作猜测。请提供保留表格的原文件。',
    en: 'its cells run together and cannot be told apart without guessing. Provide the original file with its tables.',
  },
  scattered: {
    zh: '单元格散落，标题与数字对不上，未作猜测。请提供保留表格的原文件。',
    en: 'its cells are scattered, so labels and figures cannot be matched. Provide the original file with its tables.',
  },
  picture: {
    zh: '该表是图片，不能读取文字。请提供可编辑的表格。',
    en: 'it is a picture without text. Provide an editable table.',
  },
}

export const tableMissing = defineCheck({
  id: 'table-missing',
  severity: 'error',
  editions: bothEditions,
  title: { zh: '缺少法定表格或表格不能读取', en: 'A statutory table is absent or unreadable' },
  explanation: {
    zh: '三张法定表格缺一不可。2019 年以前的报告没有固定表格，不提示。',
    en: 'All three statutory tables are required. Reports before 2019 had no fixed tables and are exempt.',
  },
  source: '《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (!tablesAreDue(report)) return []
    const seen = observed(report, 'tableMissing')
    return formKeys
      .filter(form => report.editions[form] === null)
      .map(form => {
        const observation = seen.find(each => each.form === form)
        const reason = reasons[observation?.reason ?? 'absent']
        const table = tableName(form)
        return {
          message: {
            zh: `${table.zh}缺失或不能读取：${reason.zh}`,
            en: `${table.en.replace(/^the/u, 'The')} is missing or unreadable: ${reason.en}`,
          },
          evidence:
            observation?.quote === undefined
              ? []
              : [{ section: form, quote: quoted(observation.quote).slice(1, -1) }],
          place: form,
        }
      })
  },
})
