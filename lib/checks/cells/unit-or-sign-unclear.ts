import { formKeys } from '../../forms/form.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, quoted } from '../wording.ts'

export const unitOrSignUnclear = defineCheck({
  id: 'unit-or-sign-unclear',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '数字的单位或正负不明', en: 'A unit or a sign that is not clear' },
  explanation: {
    zh: '表内或表旁印的单位（如“千件”“美元”）互相矛盾，或看不出管到哪些格；“本年增/减”只印了一半而数字又带正负号；或者这些字有划掉的、看不见的。数字因此没有取。同一处印文合为一条。',
    en: 'Units printed in or beside the table contradict each other, are not the form’s, or do not say which cells they hold for; or the heading 本年增/减 and a figure each say a sign; or a part of such words is struck out or not to be seen. The figures were not taken. One finding for each printed wording.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const doubts = unsettled(report, 'meaningDoubtful').filter(each => each.form === form)
      const table = tableName(form)
      return [...Map.groupBy(doubts, ({ about, printed }) => `${about} ${printed}`).values()].map(group => {
        const { about, printed } = group[0]!
        const cells = [...new Set(group.flatMap(each => each.cells))]
        const words = quoted(printed)
        const places = listOf(
          cells.map(key => {
            const name = cellName(report, key)
            const text = quoted(report.figures.get(key)?.text ?? '', 20)
            return { zh: `${name.zh}填 ${text}`, en: `${name.en} is ${text}` }
          }),
        )
        return {
          message:
            about === 'unit'
              ? {
                  zh: `${table.zh}有 ${cells.length} 格的单位不明：所印的 ${words} 与表式或格内不一致，或者其中有划掉、看不见的字，不能确定如何换算，数字未取：${places.zh}。请按表式的单位（件、项；金额为万元）填写。`,
                  en: `In ${table.en} the unit of ${cells.length} cells is not clear: the printed ${words} does not agree with the form or the cell, or is in part struck out or not to be seen, so the figures were not taken: ${places.en}. Use the units of the form (items; amounts in 万元).`,
                }
              : {
                  zh: `${table.zh}有 ${cells.length} 格的正负不明：列名印为 ${words}，或者其中有划掉、看不见的字，不能确定是增是减，数字未取：${places.zh}。请恢复列名“本年增/减”，减少的填负数。`,
                  en: `In ${table.en} the sign of ${cells.length} cells is not clear: the heading is ${words}, or in part struck out or not to be seen, so the figures were not taken: ${places.en}. Restore the heading 本年增/减 and print decreases as negative numbers.`,
                },
          cells,
          place: `${form} ${about} ${printed}`,
        }
      })
    }),
})
