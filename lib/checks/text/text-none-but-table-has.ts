import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'
import { clausePlace } from './claims.ts'
import { quoteOf } from './clauses.ts'
import { type Denied, type NoneClaim, noneClaims } from './none-claims.ts'
import { isNarrow, scopeNote } from './scope.ts'

const cell = (name: string): string => `reconsiderationAndLitigation.${name}`

const cellsOf: Readonly<Record<Denied, readonly string[]>> = {
  reconsideration: [cell('reconsideration.total')],
  litigation: [cell('directLitigation.total'), cell('litigationAfterReconsideration.total')],
  reconsiderationLost: [cell('reconsideration.corrected')],
  litigationLost: [cell('directLitigation.corrected'), cell('litigationAfterReconsideration.corrected')],
}

const draftOf = (denied: Denied, claims: readonly NoneClaim[], report: Report): readonly FindingDraft[] => {
  const whole = claims.filter(({ clause }) => !isNarrow(clause))
  const [first] = [...whole, ...claims]
  const cells = cellsOf[denied].filter(key => (numberAt(report, key) ?? 0) > 0)
  if (first === undefined || cells.length === 0) return []
  const place = clausePlace(first.clause)
  const note = scopeNote(first.clause)
  const table = tableName('reconsiderationAndLitigation')
  const filled: Message = listOf(
    cells.map(key => {
      const name = cellName(report, key)
      return { zh: `${name.zh}填 ${numberAt(report, key)}`, en: `${name.en} is ${numberAt(report, key)}` }
    }),
  )
  return [
    {
      message: {
        zh: `${place.zh}写“${first.clause.printed}”，而${table.zh}${filled.zh}。${note.zh}请核实后使文字与表格一致。`,
        en: `${place.en} says “${first.clause.printed}”, but in ${table.en} ${filled.en}.${note.en} Make text and table agree.`,
      },
      cells,
      expected: 0,
      actual: exactSum(cells.map(key => numberAt(report, key) ?? 0)),
      evidence: [...new Set([first, ...claims])].map(({ clause }) => quoteOf(clause)),
      place: denied,
    },
  ]
}

const denials: readonly Denied[] = ['reconsideration', 'litigation', 'reconsiderationLost', 'litigationLost']

export const textNoneButTableHas = defineCheck({
  id: 'text-none-but-table-has',
  severity: 'warning',
  title: { zh: '文字称未发生而表格有数', en: 'The text says none, the table has some' },
  explanation: {
    zh: '文字称未发生（没有、无、0 件）行政复议、行政诉讼或败诉、被纠正，而表四相应总计或“结果纠正”大于 0。同一事项合为一条。',
    en: 'The text denies any reconsideration, lawsuit or loss, but the totals or 结果纠正 are above 0. One finding for each matter.',
  },
  source: '报告文字与表四的一致性',
  find: report => {
    const claims = noneClaims(report)
    return denials.flatMap(denied =>
      draftOf(
        denied,
        claims.filter(({ denies }) => denies.includes(denied)),
        report,
      ),
    )
  },
})
