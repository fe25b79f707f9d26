import type { Report } from '../../model/report.ts'
import type { Clause } from './clauses.ts'

/** Whether the clause lists parts of a total named before it: after 其中, until a new sum or a closed bracket. */
export const isPartOfTotal = ({ before, text }: Clause): boolean => {
  const words = (before + text).split(/[；;]/u).at(-1) ?? ''
  const from = words.lastIndexOf('其中')
  if (from < 0 || /^(?:共|累计|合计|总计)/u.test(text)) return false
  const closed = /[（(]$/u.test(words.slice(0, from)) && /[）)]/u.test(words.slice(from))
  return !closed
}

const comparison =
  /同比|环比|去年(?!度?结转)|往年(?!度?结转)|上年(?!度?(?:的)?(?:结转|转结|转入|跨年|遗留|未办结))|上一年(?!度?(?:的)?(?:结转|转结|转入))|较[上前]|比[上前]|增[加长]|减少|下降|上升|季度|半年|\d月|以来|历年|近[两三五]年/u

/** Whether the clause compares, or speaks of part of the year. */
export const isComparison = ({ text }: Clause): boolean =>
  comparison.test(
    text.replace(
      /(?:截[至止]到?(?:20\d\d年)?12月(?:31日)?|1月1?日?[至到—-]+12月(?:31日)?|1[-—]12月|结转(?:自)?上一?年|上年度办理)/gu,
      '',
    ),
  )

/** Whether the clause names another year than the report's. */
export const isOtherYear = ({ text }: Clause, report: Report): boolean =>
  text.includes('20') &&
  [...text.matchAll(/(20\d\d)年/gu)].some(([, year]) => report.year !== null && Number(year) !== report.year)
