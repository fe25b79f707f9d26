import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { type Claim, claimDraft, contradicting } from './claims.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf, withoutOwnName } from './whose.ts'

const verbs = /制定|制发|印发|出台|新制|发布|公开|公布|废止|保留|现行有效|继续有效/u
const otherWork =
  /引用|转发|清理(?!后|结果)|修订|修改|审[查核]|备案|解读|评估|起草|征求|意见|草案|报送|学习|梳理|宣布|拟|市级|省级|国家|上级|名义|[省市县区旗]政府(?!信息)|办公[厅室]|乡镇|街道|部门(?!规范)/u
const named = /^(?:[^、和及与]*)(?:行政)?规范性文件(?:共计?|合计|累计|总计|总数|为|数量)*$/u
const units: ReadonlySet<string> = new Set(['件', '份', '个', '部', '项'])

/** The noun stands right before or right after the number, alone: not 政策文件和规范性文件, not 规范性文件解读. */
const isNamed = ({ subject, after }: Quantity): boolean =>
  named.test(subject.replace(/^[、和及与]/u, '')) ||
  (/^(?:的)?(?:部门|行政)?规范性文件(?![解清备审的])/u.test(after) && !/文件|政策/u.test(subject))

/** Only a verb and a number, in a sentence about such documents: 制发规范性文件6件，废止2件. */
const followsOne = ({ subject, after }: Quantity, { before }: Clause): boolean =>
  /^(?:[、和并]?(?:同时)?(?:已)?(?:废止|现行有效|继续有效|保留)(?:了)?(?:共|为)?)$/u.test(subject) &&
  !/^[^、]/u.test(after) &&
  /规范性文件/u.test(before)

const none =
  /(?:未(?:曾|新)?(?:制发|制定|出台|印发|发布)|没有(?:制发|制定|出台|印发|发布)|无(?:新)?(?:制发|制定|出台|印发)?)(?:过|新的?|任何)?(?:行政|部门)*规范性文件(?:(?:出台|制发|制定|发布|印发)(?:及更新)?)?(?:情况|情形)?$/u

const claimsOf = (report: Report): readonly Claim[] =>
  clausesOf(report).flatMap((clause): readonly Claim[] => {
    if (!/规范性文件/u.test(clause.before + clause.text)) return []
    const words = withoutOwnName(clause.text, report).replace(/以?本机关名义/gu, '')
    if (otherWork.test(words) || !isOfTheYear(clause, report)) return []
    const values = none.test(words)
      ? [0]
      : clause.quantities
          .filter(({ unit, value }) => value !== null && units.has(unit))
          .filter(each => (isNamed(each) && verbs.test(each.subject)) || followsOne(each, clause))
          .map(({ value }) => value!)
    return values.map(value => ({
      clause,
      value,
      whose: whoseOf(clause, report),
      part: isPartOfTotal(clause),
    }))
  })

export const textNormativeDocuments = defineCheck({
  id: 'text-normative-documents',
  severity: 'warning',
  title: { zh: '文字所述规范性文件件数与表格不符', en: 'Normative documents: text against table' },
  explanation: {
    zh: '文字中制发（公开、废止、现行有效）规范性文件 N 件，应是表二规范性文件行中的某一数；“未制发”即制发为 0。引用、解读、清理、修订、审查等不参加比较；该行有空白的不比较。',
    en: 'The number of normative documents issued, disclosed, repealed or in force must be one of the figures of that row; “none issued” is 0 of the first. Quoting, interpreting, clearing up, revising and reviewing are not compared, nor rows with blanks.',
  },
  source: '报告文字与表二的一致性',
  find: report => {
    const keys = cellsOf(report, 'proactiveDisclosure').flatMap(({ key, row }) =>
      row.key === 'normativeDocuments' ? [key] : [],
    )
    const values = keys.map(key => numberAt(report, key))
    const [table] = values
    if (values.includes(null) || table === null || table === undefined) return []
    const printed = values.join('、')
    const agrees = ({ value }: Claim): boolean => (value === 0 ? table === 0 : values.includes(value))
    return contradicting(claimsOf(report), agrees).map(claim =>
      claimDraft(claim, keys, table, {
        zh: `${tableName('proactiveDisclosure').zh}规范性文件一行为 ${printed}`,
        en: `in ${tableName('proactiveDisclosure').en} the row of normative documents has ${printed}`,
      }),
    )
  },
})
