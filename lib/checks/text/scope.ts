import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import type { Clause } from './clauses.ts'

const wide = /全[区市县省州旗镇乡](?!域)|全系统|全辖区|各部门|各单位|各镇|各街道|各乡镇/u
const narrow =
  /下属(?:单位)?|所属(?:单位)?|直属(?:单位)?|[区市县省镇]?本级|乡镇|街道|[区市县]政府(?=接|收|受|办)|其他部门/u
const own = /[我本](?:机关|单位|部门|[局委办厅院所站处司署省市县区旗州镇乡])/u
const partial =
  /通过|依托|网络|网上|在线|信函|邮寄|邮件|邮箱|当面|现场|传真|窗口|平台|电话|自然人|法人|企业|个人/u
const everybody = /公民、?法人(?:和|或|或者|及|以及|、)?其他组织/gu

/** The words that say whom a clause speaks of, looked for in its sentence up to it: 全区, 下属单位. */
export const scopeOf = ({ before, text }: Clause): string | null => {
  const words = own.test(text) ? text : `${before}${text}`
  return (narrow.exec(words) ?? wide.exec(words))?.[0] ?? null
}

/** Whether the clause speaks of some units of several, not of all the report covers. */
export const isNarrow = ({ before, text }: Clause): boolean =>
  narrow.test(own.test(text) ? text : `${before}${text}`)

/** Whether the clause counts one channel or kind of applicant only. */
export const isPartial = ({ text }: Clause): boolean => partial.test(text.replace(everybody, ''))

/** Whether the clause lists parts of a total named before it: after 其中, until a new sum or a closed bracket. */
export const isPartOfTotal = ({ before, text }: Clause): boolean => {
  const words = (before + text).split(/[；;]/u).at(-1) ?? ''
  const from = words.lastIndexOf('其中')
  if (from < 0 || /^(?:共|累计|合计|总计)/u.test(text)) return false
  const closed = /[（(]$/u.test(words.slice(0, from)) && /[）)]/u.test(words.slice(from))
  return !closed
}

const comparison =
  /同比|环比|去年|往年|上年(?!度?结转)|上一年(?!度?结转)|较[上前]|比[上前]|增[加长]|减少|下降|季度|半年|\d月|以来|历年|近[两三五]年/u

/** Whether the clause compares, or speaks of part of the year. */
export const isComparison = ({ text }: Clause): boolean => comparison.test(text)

/** Whether the clause names another year than the report's. */
export const isOtherYear = ({ text }: Clause, report: Report): boolean =>
  [...text.matchAll(/(20\d\d)年/gu)].some(([, year]) => report.year !== null && Number(year) !== report.year)

/** Whether the clause compares, or speaks of another year or of part of the year. */
export const isOtherTime = (clause: Clause, report: Report): boolean =>
  isComparison(clause) || isOtherYear(clause, report)

/** What to add to a message about a clause of another scope. */
export const scopeNote = (clause: Clause): Message => {
  const scope = scopeOf(clause)
  return scope === null
    ? { zh: '', en: '' }
    : {
        zh: `（该句说的是“${scope}”，口径可能与表格不同，请一并说明。）`,
        en: ` (The sentence speaks of “${scope}”, which may not be what the table counts; say so.)`,
      }
}
