import type { Report } from '../../model/report.ts'
import type { Clause } from './clauses.ts'

/** Whether the clause lists parts of a total named before it: after 其中, until a new sum or a closed bracket. */
export const isPartOfTotal = ({ before, text }: Clause): boolean => {
  const words = (before + text).split(/[；;]/u).at(-1) ?? ''
  const from = words.lastIndexOf('其中')
  if (from < 0 || /^(?:共|累计|合计|总计|应办理|实际办结)/u.test(text)) return false
  const closed = /[（(]$/u.test(words.slice(0, from)) && /[）)]/u.test(words.slice(from))
  return !closed
}

const comparison =
  /同比|环比|去年(?!度?结转)|往年(?!度?结转)|上年(?!度?(?:的)?(?:结转|转结|转入|跨年|遗留|未办结))|上一年(?!度?(?:的)?(?:结转|转结|转入))|较[上前]|比[上前]|增[加长]|减少|下降|上升|季度|半年|\d月|(?<!20\d\d年)以来|历年|近[两三五]年/u

/** One of these is in whatever compares: most clauses have none. */
const mayCompare = /[比年较增减降升季月来]/u

/** Whether the clause compares, or speaks of part of the year. */
export const isComparison = ({ text }: Clause): boolean =>
  mayCompare.test(text) &&
  comparison.test(
    text.replace(
      /(?:截[至止]到?(?:20\d\d年)?12月(?:31日)?|1月1?日?[至到—-]+12月(?:31日)?|1[-—]12月|结转(?:自)?上一?年|上年度办理)/gu,
      '',
    ),
  )

const yearsIn = (text: string): readonly number[] =>
  text.includes('20')
    ? [...text.matchAll(/(?<![较比于《])(20\d\d)年(?!度?结转)/gu)].map(([, year]) => Number(year))
    : []

/** Several years: 2020年以来, 2019年至2023年. */
const span = /(?<!对[^，]{0,4})(20\d\d)年?(?:以来|[至到—–-]{1,2}20\d\d年)/u

/** Whether the clause speaks of another year than the report's: by its own words, or by the last year named before. */
export const isOtherYear = (clause: Clause, report: Report): boolean => {
  const { text, sentence, index, before } = clause
  if (report.year === null || !sentence.text.includes('20')) return false
  const [, since] = span.exec(before + text) ?? []
  if (since !== undefined && Number(since) !== report.year) return true
  const own = text.includes('20') ? [...text.matchAll(/(20\d\d)年/gu)].map(([, year]) => Number(year)) : []
  if (own.length > 0) return own.some(year => year !== report.year)
  for (let at = index - 1; at >= 0; at--) {
    const years = isComparison(sentence.clauses[at]!) ? [] : yearsIn(sentence.clauses[at]!.text)
    if (years.length > 0)
      return years.every(year => year !== report.year) && sentence.clauses[at]!.quantities.length > 0
  }
  return false
}
