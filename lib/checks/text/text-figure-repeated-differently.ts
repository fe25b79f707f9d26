import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { type Claim, clausePlace } from './claims.ts'
import { clausesOf, quoteOf } from './clauses.ts'
import { type NamedQuantity, namedQuantities } from './named-quantities.ts'
import { isNarrow, isOtherTime, isPartOfTotal, scopeOf } from './scope.ts'
import { isPlan } from './topics.ts'

const wholeYear = /全年|年内|本年度|一年来|20\d\d年|共|累计/u

const statements = (named: NamedQuantity, report: Report): readonly Claim[] =>
  clausesOf(report).flatMap(clause => {
    if (!clause.quantities.some(({ subject }) => named.words.test(subject))) return []
    if (isPartOfTotal(clause) || isOtherTime(clause, report) || isPlan(clause) || isNarrow(clause)) return []
    return clause.quantities.flatMap(({ value, subject }) =>
      value !== null &&
      named.words.test(subject) &&
      wholeYear.test(clause.before + clause.text) &&
      !named.otherwise.test(clause.before + subject)
        ? [{ clause, value }]
        : [],
    )
  })

const draftOf = (named: NamedQuantity, report: Report): readonly FindingDraft[] => {
  const all = statements(named, report)
  const [first] = all
  const other = all.find(
    ({ clause, value }) => value !== first?.value && scopeOf(clause) === (first && scopeOf(first.clause)),
  )
  if (first === undefined || other === undefined) return []
  const [here, there] = [clausePlace(first.clause), clausePlace(other.clause)]
  return [
    {
      message: {
        zh: `“${named.zh}”的数字前后不一：${here.zh}写“${first.clause.printed}”，${there.zh}写“${other.clause.printed}”。请核实后统一。`,
        en: `The text gives two numbers of ${named.en}: ${here.en} says “${first.clause.printed}”; ${there.en} says “${other.clause.printed}”. Make them agree.`,
      },
      expected: first.value,
      actual: other.value,
      evidence: [quoteOf(first.clause), quoteOf(other.clause)],
      place: named.id,
    },
  ]
}

export const textFigureRepeatedDifferently = defineCheck({
  id: 'text-figure-repeated-differently',
  severity: 'warning',
  title: { zh: '同一数字前后不一', en: 'The same quantity with different numbers' },
  explanation: {
    zh: '同一事项的全年总数在文中出现两次而数字不同。只比较政策解读、主动公开信息、新闻发布会、建议提案等名称明确的全年总数；分渠道、分领域、下属单位、其他年度的不比较。',
    en: 'A whole-year number named twice with different values. Only clearly named ones are compared; single channels, fields, units and other years are not.',
  },
  source: '报告文字的一致性',
  find: report => namedQuantities.flatMap(named => draftOf(named, report)),
})
