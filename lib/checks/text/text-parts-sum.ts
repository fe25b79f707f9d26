import { exactSum } from '../../figures/exact.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { clausePlace } from './claims.ts'
import { quoteOf } from './clauses.ts'
import { claimsAll, dividedBy, type PartedTotal, partedTotals, sumOf } from './parts.ts'
import { scopeNote } from './scope.ts'

/** Too much is always wrong; too little only where the parts claim to be all. */
const wrongSum = ({ total, before, parts, complete }: PartedTotal): PartedTotal['parts'] | null => {
  for (const group of dividedBy(parts)) {
    const sum = sumOf(group)
    if (group.length < 2 || before.includes(sum)) continue
    if (sum > exactSum(before)) return group
    if (sum < total.value && before.length === 1 && claimsAll(group, complete)) return group
  }
  return null
}

const draftOf = (parted: PartedTotal): readonly FindingDraft[] => {
  const wrong = wrongSum(parted)
  if (wrong === null) return []
  const { clause, clauses, total } = parted
  const sum = sumOf(wrong)
  const place = clausePlace(clause)
  const note = scopeNote(clause)
  const formula = `${wrong.map(({ value }) => value).join('＋')}＝${sum} ≠ ${total.value}`
  const off = Math.abs(sum - total.value)
  return [
    {
      message: {
        zh: `${place.zh}写“${clause.printed}”，“其中”所列各数之和却为 ${sum}（${formula}），相差 ${off}。${note.zh}请核对总数和各分项；各分项有重叠的请在文中说明。`,
        en: `${place.en} says “${clause.printed}”, but the parts it lists make ${sum} (${formula}), off by ${off}.${note.en} Check the total and its parts; where parts overlap, say so.`,
      },
      expected: total.value,
      actual: sum,
      evidence: [...new Set([clause, ...clauses])].map(quoteOf),
      place: `${clause.sentence.section} ${clause.text}`,
    },
  ]
}

export const textPartsSum = defineCheck({
  id: 'text-parts-sum',
  severity: 'warning',
  title: { zh: '“共 X，其中……”各分项之和不等于 X', en: 'Parts that do not make their total' },
  explanation: {
    zh: '“其中”之后各分项之和大于总数；或各分项声称是全部（以“其他”收尾，或自然人与法人其他组织并列）而小于总数。按申请人、渠道、结果分别划分的，分别计算。',
    en: 'The parts after 其中 exceed the total, or claim to be all of it (其他 last, or natural persons beside organisations) and fall short. Divisions by applicant, channel and outcome are summed apart.',
  },
  formula: 'X ≥ A＋B＋C；各分项为全部时 X＝A＋B＋C',
  source: '报告文字的一致性',
  find: report => partedTotals(report).flatMap(draftOf),
})
