import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'
import { clausePlace } from './claims.ts'
import { quoteOf } from './clauses.ts'
import { type Reading, readingsOf } from './readings.ts'
import { scopeNote } from './whose.ts'

const cell = (name: string): string => `reconsiderationAndLitigation.${name}`
const totals = [
  cell('reconsideration.total'),
  cell('directLitigation.total'),
  cell('litigationAfterReconsideration.total'),
]

const denials = {
  reconsiderations: totals.slice(0, 1),
  lawsuits: totals.slice(1),
  cases: totals,
  reconsiderationsLost: [cell('reconsideration.corrected')],
  lawsuitsLost: [cell('directLitigation.corrected'), cell('litigationAfterReconsideration.corrected')],
} as const satisfies Partial<Record<Reading['matter'], readonly string[]>>

/** What ids of findings are made of: they stay as they were. */
const places: Readonly<Record<keyof typeof denials, string>> = {
  reconsiderations: 'reconsideration',
  lawsuits: 'litigation',
  cases: 'cases',
  reconsiderationsLost: 'reconsiderationLost',
  lawsuitsLost: 'litigationLost',
}

const draftOf = (
  denied: keyof typeof denials,
  claims: readonly Reading[],
  report: Report,
): readonly FindingDraft[] => {
  const [first] = [...claims.filter(({ whose }) => whose !== 'units'), ...claims]
  const cells = denials[denied].filter(key => (numberAt(report, key) ?? 0) > 0)
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
      place: places[denied],
    },
  ]
}

export const textNoneButTableHas = defineCheck({
  id: 'text-none-but-table-has',
  severity: 'warning',
  title: { zh: '文字称未发生而表格有数', en: 'The text says none, the table has some' },
  explanation: {
    zh: '文字称未发生（没有、无、不存在、零、0 件）行政复议、行政诉讼或败诉、被纠正，而表四相应总计或“结果纠正”大于 0。说其他机关的不比较。同一事项合为一条。',
    en: 'The text denies any reconsideration, lawsuit or loss, but the totals or 结果纠正 are above 0. Other bodies’ cases are not compared. One finding for each matter.',
  },
  source: '报告文字与表四的一致性',
  find: report => {
    const none = readingsOf(report).filter(
      ({ value, whose, part }) => value === 0 && whose !== 'others' && !part,
    )
    return Object.keys(denials).flatMap(denied =>
      draftOf(
        denied as keyof typeof denials,
        none.filter(({ matter }) => matter === denied),
        report,
      ),
    )
  },
})
