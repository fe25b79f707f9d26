import { exactSum } from '../../figures/exact.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { clausePlace } from './claims.ts'
import { quoteOf } from './clauses.ts'
import {
  claimsAll,
  dividedBy,
  dividesAll,
  type Exact,
  type PartedTotal,
  type PartList,
  partedTotals,
  sumOf,
} from './parts.ts'
import { scopeNote } from './whose.ts'

/** So much of a total that a list of parts can only have meant all of it. */
const nearlyAll = 0.95

/** Requests divided by channel or applicant are all divided: so much less is a slip, in small numbers too. */
const largestSlip = 2
const ofRequests = /申请|受理/u

/** Sums that explain a list: one of the numbers before it, or some of them together. */
const explains = (before: readonly number[], sum: number): boolean =>
  before.includes(sum) || before.some((_, from) => exactSum(before.slice(from)) === sum)

const isWrong = (
  { before: all, most, said, clause, total }: PartedTotal,
  list: PartList,
  group: readonly Exact[],
): boolean => {
  const before = [...new Set(all)]
  const sum = sumOf(group)
  const near = before.some(value => sum < value && sum >= nearlyAll * value)
  // One part alone can only be too much.
  if (group.length === 1)
    return sum > most && group[0]!.unit === total.unit && list.clauses[0]!.text.startsWith('其中')
  if (sum > most) return (said && !list.longer) || (list.complete && sum * nearlyAll <= most)
  if (near && list.complete) return true
  if (!said || before.length > 1 || list.longer) return false
  const slip = total.value - sum <= largestSlip && dividesAll(group) && ofRequests.test(clause.text)
  return (slip && list.complete) || claimsAll(group, list.complete)
}

/** The parts whose sum is wrong, with their clauses; null where one reading of the list makes it right. */
const wrongSum = (
  parted: PartedTotal,
): { readonly group: readonly Exact[]; readonly list: PartList } | null => {
  const groups = parted.lists.flatMap(list =>
    dividedBy(list.parts)
      .filter(group => group.length > 1 || (group.length === 1 && parted.said && !list.longer))
      .map(group => ({ list, group })),
  )
  if (groups.some(({ group }) => explains(parted.before, sumOf(group)))) {
    const first = groups.filter(({ list }) => !list.longer)
    if (first.length < 2 || parted.lists.length > 1) return null
    return (
      first.find(
        ({ group, list }) => !explains(parted.before, sumOf(group)) && isWrong(parted, list, group),
      ) ?? null
    )
  }
  return groups.find(({ group, list }) => isWrong(parted, list, group)) ?? null
}

const draftOf = (parted: PartedTotal): readonly FindingDraft[] => {
  const wrong = wrongSum(parted)
  if (wrong === null) return []
  const { clause, total } = parted
  const { group, list } = wrong
  const sum = sumOf(group)
  const place = clausePlace(clause)
  const note = scopeNote(clause)
  const formula = `${group.map(({ value }) => value).join('＋')}＝${sum} ≠ ${total.value}`
  const off = Math.abs(sum - total.value)
  return [
    {
      message: {
        zh: `${place.zh}写“${clause.printed}”，所列各分项之和却为 ${sum}（${formula}），相差 ${off}。${note.zh}请核对总数和各分项；各分项有重叠的请在文中说明。`,
        en: `${place.en} says “${clause.printed}”, but the parts it lists make ${sum} (${formula}), off by ${off}.${note.en} Check the total and its parts; where parts overlap, say so.`,
      },
      expected: total.value,
      actual: sum,
      evidence: [...new Set([clause, ...list.clauses])].map(quoteOf),
      place: `${clause.sentence.section} ${clause.text}`,
    },
  ]
}

export const textPartsSum = defineCheck({
  id: 'text-parts-sum',
  severity: 'warning',
  title: { zh: '“共 X，其中……”各分项之和不等于 X', en: 'Parts that do not make their total' },
  explanation: {
    zh: '“其中”“包括”、冒号或括号之后各分项之和大于总数；或各分项声称是全部（以“其他”收尾，或自然人与法人其他组织并列）而小于总数；或各分项都有确数、合计已达总数的 95% 以上而不相等。按申请人、渠道、结果分别划分的，分别计算。',
    en: 'The parts after 其中, 包括, a colon or in brackets exceed the total; or claim to be all of it (其他 last, or natural persons beside organisations) and fall short; or are all exact, make 95 % of the total or more, and do not make it. Divisions by applicant, channel and outcome are summed apart.',
  },
  formula: 'X ≥ A＋B＋C；各分项为全部时 X＝A＋B＋C',
  source: '报告文字的一致性',
  find: report => partedTotals(report).flatMap(draftOf),
})
