import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { rowLabel, rowPlace, tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, whereInFile } from '../wording.ts'

export const rowOrder = defineCheck({
  id: 'row-order',
  severity: 'warning',
  title: { zh: '行的次序与表式不符', en: 'Rows in another order than the form' },
  explanation: {
    zh: '数字按行的名称取，不按位置取；次序不同多为排版或填报时错行，需核对数字是否也错了行。',
    en: 'Figures were taken by row label, not position. Another order often means that rows were mixed up; check that the figures were not.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const rows = observed(report, 'rowOutOfOrder').filter(each => each.form === form)
      if (rows.length === 0) return []
      const cells = cellsOf(report, form)
      const table = tableName(form)
      const names = listOf(
        rows.map(({ row, label, source }) => {
          const cell = cells.find(each => each.row.key === row)
          const name = rowPlace(cell ? rowLabel(cell.row) : label)
          const where = whereInFile(source)
          return { zh: `${name.zh}${where.zh}`, en: `${name.en}${where.en}` }
        }),
      )
      const keys = new Set(rows.map(({ row }) => row))
      return [
        {
          message: {
            zh: `${table.zh}行的次序与表式不符：${names.zh}。数字已按行名读取，请核对是否错行，并按表式次序排列。`,
            en: `In ${table.en} rows stand in another order than in the form: ${names.en}. Figures were read by label; check that none slipped, and restore the order.`,
          },
          cells: cells.filter(({ row }) => keys.has(row.key)).map(({ key }) => key),
        },
      ]
    }),
})
