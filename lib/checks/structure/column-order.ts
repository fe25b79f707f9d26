import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { columnLabelOf, tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

export const columnOrder = defineCheck({
  id: 'column-order',
  severity: 'warning',
  title: { zh: '列的次序与表式不符', en: 'Columns in another order than the form' },
  explanation: {
    zh: '数字按表头的名称取，不按位置取；次序不同多为排版错误，需核对数字是否也错了列。每张表合为一条。',
    en: 'Figures were taken by header, not position. Check that the figures were not mixed up with the headers. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const edition = report.editions[form]
      const orders = new Map(
        observed(report, 'columnOrder')
          .filter(each => each.form === form)
          .map(({ printed }) => [printed.join(' '), printed]),
      )
      if (edition === null || orders.size === 0) return []
      const table = tableName(form)
      const columns = new Set([...orders.values()].flat())
      const cells = cellsOf(report, form).filter(({ column }) => columns.has(column.key))
      const names = [...orders.values()]
        .map(printed => printed.map(key => columnLabelOf(edition, form, key)).join('、'))
        .join('；')
      return [
        {
          message: {
            zh: `${table.zh}列的次序与表式不符，所印次序为：${names}。数字已按表头读取，请核对是否错列，并按表式次序排列。`,
            en: `In ${table.en} columns stand in another order than in the form, namely: ${names}. Figures were read by header; check that none slipped, and restore the order.`,
          },
          cells: cells.map(({ key }) => key),
          place: `${form} ${[...orders.keys()].join(' | ')}`,
        },
      ]
    }),
})
