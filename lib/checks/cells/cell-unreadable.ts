import { formKeys } from '../../forms/form.ts'
import { cellsOf, isTypedIn, observed, stateAt } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { listOf } from '../wording.ts'

export const cellUnreadable = defineCheck({
  id: 'cell-unreadable',
  severity: 'warning',
  title: { zh: '有格未能读出', en: 'Cells that could not be read' },
  explanation: {
    zh: '一个数跨了几格，或者同一格在文件中出现不止一次而数字不同：这一格填的是多少无法确定，未作猜测。每张表合为一条。',
    en: 'One number stands across several cells, or the same cell occurs more than once with different numbers: what it holds is not known, and nothing was guessed. One finding per table.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report =>
    // What is left of a table that was typed in is told with the table, what is open of a scan together.
    formKeys
      .filter(form => !report.scan && !isTypedIn(report, form))
      .flatMap(form => {
        const rows = new Set(
          [...observed(report, 'rowUnreadable'), ...observed(report, 'rowUnmet')]
            .filter(each => each.form === form)
            .map(({ row }) => row),
        )
        const cells = cellsOf(report, form).filter(
          ({ key, row }) => stateAt(report, key) === 'unreadable' && !rows.has(row.key),
        )
        if (cells.length === 0) return []
        const table = tableName(form)
        const names = listOf(
          cells.map(({ key }) => cellName(report, key)),
          15,
        )
        const repeated =
          observed(report, 'tableRepeated').some(each => each.form === form) ||
          observed(report, 'rowDuplicated').some(each => each.form === form && !each.sameValues)
        return [
          {
            message: repeated
              ? {
                  zh: `${table.zh}有 ${cells.length} 格在文件中出现不止一次，数字不同，无法判断以哪一次为准：${names.zh}。请确认后只留一次，或提供原始 Word 文件。`,
                  en: `In ${table.en} ${cells.length} cells occur more than once with different numbers, so which is meant is not known: ${names.en}. Confirm which and keep one, or hand in the original Word file.`,
                }
              : {
                  zh: `${table.zh}有 ${cells.length} 格未能读出，哪个数属于哪一格无法确定，未作猜测：${names.zh}。请提供原始 Word 文件。`,
                  en: `In ${table.en} ${cells.length} cells could not be read: which number belongs to which cell is not known, and nothing was guessed: ${names.en}. Please hand in the original Word file.`,
                },
            cells: cells.map(({ key }) => key),
          },
        ]
      }),
})
