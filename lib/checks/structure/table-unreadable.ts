import { formKeys } from '../../forms/form.ts'
import { cellsOf, cellsRead, isTypedIn, observed, tablesAreDue } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report, TableUnreadableReason } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { quoted } from '../wording.ts'

const reasons: Readonly<Record<TableUnreadableReason, Message>> = {
  runTogether: {
    zh: '文件中该表各格的文字连成了一段，哪个数属于哪一格无法确定',
    en: 'in the file the words of its cells run together, so which number belongs to which cell is not known',
  },
  scattered: {
    zh: '文件中该表的单元格散落各处，行名与数字对不上',
    en: 'in the file its cells are scattered, so labels and numbers cannot be matched',
  },
  picture: {
    zh: '文件中没有该表的文字，但有读不出文字的图片，该表可能在图片中',
    en: 'its words are not in the file, which has pictures without text: the table may be one of them',
  },
  notCarried: {
    zh: '文件中没有该表的文字，但有读不出的内容（嵌入的文件、文本框、隐藏的工作表等），该表可能在其中',
    en: 'its words are not in the file, which has things that could not be read (embedded files, text boxes, hidden sheets): the table may be in one of them',
  },
}

/** Of a table that a person began to type in: what is left to do. */
const halfEntered = (report: Report): readonly FindingDraft[] =>
  formKeys
    .filter(form => isTypedIn(report, form))
    .flatMap((form): readonly FindingDraft[] => {
      const left = cellsRead(report, form).map(({ key }) => key)
      if (left.length === 0) return []
      const table = tableName(form)
      const done = cellsOf(report, form).length - left.length
      return [
        {
          message: {
            zh: `${table.zh}未能读出，已对照原件录入 ${done} 格，其余 ${left.length} 格还没有录入，未作猜测。请录完其余各格，或提供保留表格的原始 Word 文件。`,
            en: `${table.en.replace(/^the/u, 'The')} could not be read; ${done} of its cells were typed in from the original and ${left.length} are still to be, nothing was guessed. Type in the rest, or hand in the original Word file with its tables.`,
          },
          cells: left,
          place: form,
        },
      ]
    })

export const tableUnreadable = defineCheck({
  id: 'table-unreadable',
  severity: 'warning',
  title: { zh: '法定表格未能读出', en: 'A statutory table could not be read' },
  explanation: {
    zh: '文件中有（或可能有）这张表，但其中的数字未能读出，未作猜测。这说的是文件和本服务，不是填报有误。',
    en: 'The table is, or may be, in the file, but its figures could not be read, and nothing was guessed. That is about the file and this service, not a fault of what was reported.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report =>
    tablesAreDue(report)
      ? [
          ...observed(report, 'tableUnreadable')
            .filter(({ form }) => !isTypedIn(report, form))
            .map(({ form, reason, quote }) => {
              const table = tableName(form)
              return {
                message: {
                  zh: `${table.zh}未能读出：${reasons[reason].zh}。未作猜测。请提供保留表格的原始 Word 文件。`,
                  en: `${table.en.replace(/^the/u, 'The')} could not be read: ${reasons[reason].en}. Nothing was guessed. Please hand in the original Word file with its tables.`,
                },
                evidence: quote === undefined ? [] : [{ section: form, quote: quoted(quote).slice(1, -1) }],
                place: form,
              }
            }),
          ...halfEntered(report),
        ]
      : [],
})
