import { exactSum } from '../../figures/exact.ts'
import type { EditionId } from '../../forms/index.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { instancePlace } from '../equation-wording.ts'
import type { Sum } from '../whole/network.ts'
import { hiddenContradiction, partStates } from '../whole/table.ts'
import { listOf } from '../wording.ts'

const sideWords = (report: Report, cells: readonly string[]): Message => {
  const numbers = cells.map(key => numberAt(report, key))
  const blank = numbers.filter(value => value === null).length
  const known = numbers.filter(value => value !== null)
  const sum = known.length === 0 ? [] : [`${exactSum(known)}`]
  return {
    zh: [...sum, ...(blank > 0 ? [`${blank} 格空白`] : [])].join('＋'),
    en: [...sum, ...(blank > 0 ? [`${blank} blank`] : [])].join('＋'),
  }
}

/** “…”行“总计＝自然人＋…”（1＝0＋5 格空白）. */
const sumWords = (report: Report, sum: Sum): Message => {
  const place = instancePlace(sum, report.editions.requests as EditionId)
  const left = sideWords(report, sum.left)
  const right = sideWords(report, sum.right)
  const { zh, en } = sum.check.title
  const name = sum.equation.over === 'rows' ? { zh: '', en: '' } : { zh: `“${zh}”`, en: `, “${en}”` }
  return {
    zh: `${place.zh}${name.zh}（${left.zh}＝${right.zh}）`,
    en: `${place.en}${name.en} (${left.en} = ${right.en})`,
  }
}

export const requestsCannotBeTrue = defineCheck({
  id: 'requests-cannot-be-true',
  severity: 'error',
  forms: ['requests'],
  title: { zh: '空白格无论怎样填都不能成立', en: 'No filling of the blanks makes the table hold' },
  explanation: {
    zh: '表三有空白格，单看每一行、每一列都可能成立，但所填的数合在一起，空白格无论填什么非负整数都不能使各处勾稽关系同时成立。指出其中缺一处就不再矛盾的最少几处。',
    en: 'Table 3 has blanks and each row and column alone may hold, but no whole numbers of 0 or more in the blanks make all of them hold together. The fewest sums are named of which none can be left out.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三',
  find: report =>
    partStates(report, 'requests').flatMap(state => {
      const contradiction = hiddenContradiction(state)
      if (contradiction.length === 0) return []
      const cells = [...new Set(contradiction.flatMap(({ left, right }) => [...left, ...right]))]
      const filled = cells.filter(key => (state.valueAt(key) ?? 0) > 0)
      const places = listOf(contradiction.map(sum => sumWords(report, sum)))
      const table = tableName('requests')
      return [
        {
          message: {
            zh: `${table.zh}有空白格，但无论填什么数（0 或正整数），以下 ${contradiction.length} 处都不能同时成立：${places.zh}。请核对其中所填的数，并补填空白格。`,
            en: `In ${table.en} there are blanks, but whatever whole numbers are put there, these ${contradiction.length} sums cannot all hold: ${places.en}. Check the numbers in them and fill in the blanks.`,
          },
          cells: [...filled, ...cells.filter(key => !filled.includes(key))],
        },
      ]
    }),
})
