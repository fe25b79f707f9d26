import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed, stateAt } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, quoted } from '../wording.ts'

export const cellNotANumber = defineCheck({
  id: 'cell-not-a-number',
  severity: 'warning',
  title: { zh: '应填数字的格填了其他内容', en: 'Something else where a number belongs' },
  explanation: {
    zh: '格内是文字或不适用符号（- / — 无 不适用），或者数字旁的说明可能改变了数（更正为、作废），不是一个确定的数字，不作 0 计。每张表合为一条。',
    en: 'Text or a not-applicable mark where a count belongs, or a remark beside the number that may change it; it is not taken as 0. One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      // A number whose unit or sign is not clear is told as such.
      const unclear = new Set(observed(report, 'meaningDoubtful').flatMap(({ cells }) => cells))
      const keys = cellsOf(report, form)
        .map(({ key }) => key)
        .filter(key => ['text', 'notApplicable'].includes(stateAt(report, key)) && !unclear.has(key))
      if (keys.length === 0) return []
      const table = tableName(form)
      const places = listOf(
        keys.map(key => {
          const name = cellName(report, key)
          const printed = quoted(report.figures.get(key)?.text ?? '', 20)
          return { zh: `${name.zh}填 ${printed}`, en: `${name.en} is ${printed}` }
        }),
      )
      // Where digits are printed something happened.
      const digits = keys.some(key => /[\d０-９]/u.test(report.figures.get(key)?.text ?? ''))
      const zero = digits
        ? { zh: '', en: '' }
        : { zh: '（没有发生的填 0）', en: ' (0 where nothing happened)' }
      return [
        {
          message: {
            zh: `${table.zh}有 ${keys.length} 格不是数字：${places.zh}。请改填数字${zero.zh}。`,
            en: `In ${table.en} ${keys.length} cells hold no number: ${places.en}. Put a number${zero.en}.`,
          },
          cells: keys,
        },
      ]
    }),
})
