import Big from 'big.js'
import type { Report } from '../../model/report.ts'
import type { Claim } from './claims.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import { isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf } from './whose.ts'

/** What the text says of the amount of 行政事业性收费. */

/** An amount in words: `value` in 万元, exact; `unit` and `said` as printed. */
export interface FeeClaim extends Claim {
  readonly unit: string
  readonly said: number
}

/** How many 元 a unit of money is. */
const yuan: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }

const feeName =
  /行政事业性收费(?:收入|项目)?(?:本年|全年|年度)?(?:收费)?(?:总?金?额|总数|收入)?(?:共计|合计|总计|累计|共|为|达|是|[:：])*$/u
const otherFee =
  /处理费|信息公开|减免|免征|免收|免除|减征|退还|退付|降低|取消|减轻|停征|标准|清单|目录|个人|涉企|其他|罚没|预算|非税|上缴|土地|节约|以[上下]/u

const isFee = ({ subject, unit, after }: Quantity, clause: Clause): boolean =>
  unit in yuan &&
  feeName.test(subject) &&
  !otherFee.test(`${clause.before}${clause.text}`.split(/[；;]/u).at(-1)!) &&
  !/^(?:\/|以|左右)/u.test(after)

const noFee = /(?:未|没有|无)(?:曾|有)?(?:收取|征收|产生|发生)?(?:任何)?行政事业性收费(?:项目|收入)?$/u

const telling = (report: Report): readonly Clause[] =>
  sentencesOf(report)
    .filter(({ text }) => text.includes('行政事业性收费'))
    .flatMap(({ clauses }) => clauses)
    .filter(({ text }) => text.includes('行政事业性收费'))

/** Amounts of 行政事业性收费 in the text; 0 where it says there was none. */
export const feeClaims = (report: Report): readonly FeeClaim[] =>
  telling(report).flatMap((clause): readonly FeeClaim[] => {
    if (!isOfTheYear(clause, report)) return []
    const none =
      noFee.test(clause.text) &&
      !otherFee.test(clause.text.replace(noFee, '')) &&
      !/处理费|信息公开|涉企|个人/u.test(clause.sentence.text)
    const amounts = none
      ? [{ said: 0, unit: '万元' }]
      : clause.quantities.flatMap(quantity =>
          quantity.value !== null && isFee(quantity, clause)
            ? [{ said: quantity.value, unit: quantity.unit }]
            : [],
        )
    return amounts.map(amount => ({
      ...amount,
      clause,
      value: new Big(amount.said).times(yuan[amount.unit]!).div(yuan['万元']!).toNumber(),
      whose: whoseOf(clause, report),
      part: isPartOfTotal(clause),
    }))
  })

/** Whether an amount in words is the table's in 万元, to as many places as the words give. Exact. */
export const sameAmount = ({ value, unit, said }: FeeClaim, table: number): boolean => {
  if (value === table) return true
  const printed = new Big(table).times(yuan['万元']!).div(yuan[unit]!)
  const places = String(said).split('.')[1]?.length ?? 0
  return [Big.roundDown, Big.roundHalfUp].some(mode => printed.round(places, mode).eq(said))
}
