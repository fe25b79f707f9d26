import { cellsRead } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck } from '../define-check.ts'

export const rowsScattered = defineCheck({
  id: 'rows-scattered',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '表格散成逐行的文字', en: 'A table scattered into single lines' },
  explanation: {
    zh: '文件中没有表格，每个单元格各占一行。空白格在这种文字里看不见，页码等也可能混入，数字需与原文件核对。每张表合为一条。',
    en: 'There is no table in the file, each cell is a line of its own. Blank cells leave no trace there and page numbers may slip in: compare the figures with the original. One finding per table.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report =>
    unsettled(report, 'rowsScattered').map(({ form, rows }) => {
      const table = tableName(form)
      const cells = cellsRead(report, form).filter(({ row }) => rows.includes(row.key))
      return {
        message: {
          zh: `${table.zh}在文件中散成逐行的文字，有 ${rows.length} 行是按名称和次序拼回的，看不出是否有空白格。请与原文件核对，并提供保留表格的文件。`,
          en: `In the file ${table.en} is scattered into single lines; ${rows.length} rows were put together by label and order, and blank cells cannot be seen. Compare with the original and supply a file that keeps the table.`,
        },
        cells: cells.map(({ key }) => key),
      }
    }),
})
