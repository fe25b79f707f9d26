import Big from 'big.js'
import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { cellName, rowLabel, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { type Claim, claimDraft, contradicting, wholeClaims } from './claims.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Quantity } from './quantities.ts'
import { isNarrow, isOtherTime, isPartial, isPartOfTotal } from './scope.ts'
import { isPlan } from './topics.ts'

const decisionUnits: ReadonlySet<string> = new Set(['件', '项', '宗', '起', '例', '个', '件次', '次', '份'])

/** Words between the kind of decision and its number. */
const behindName =
  '(?:处理)?(?:决定书?|处理事项|事项处理|措施)?(?:数量|总数|总量|数)?(?:共计|合计|总计|累计|共|为|达|是|[:：])*'
const decides =
  /作出|做出|处理|下达|实施|执行|颁发|核发|公开|办理(?=\p{Script=Han}{0,6}行政)|办结(?=\p{Script=Han}{0,6}行政)/u
/** Work around decisions that is not counted by the table: applications, items of lists, published pieces, cases. */
const otherWork =
  /受理|申请|办件|政务服务|窗口|大厅|网上|审批|咨询|取消|下放|承接|梳理|清单|目录|压减|精简|新增|调整|进驻|纳入|认领|编制|标准|信息|公示|案卷|评查|听证|复议|诉讼|撤销|不予|免予|减轻|从轻|罚款|涉及|拟|立案|案件|结果|引发|移送|抽查|检查|各[镇乡街县区部单]/u
/** A number named by nothing but the kind and the time: 2023年我局行政许可746件. */
const bareSubject =
  /^(?:20\d\d年度?|全年|本年度?|年内|[，、和及与]|[我本全]\p{Script=Han}{1,6}|共计?|累计|合计)*$/u

interface Kind {
  /** Key of the figure. */
  readonly key: string
  /** 许可, 处罚, 强制. */
  readonly name: string
}

/** The decisions that the form of the report counts: whatever rows of table 2 have such a column. */
const kindsOf = (report: Report): readonly Kind[] =>
  cellsOf(report, 'proactiveDisclosure').flatMap(({ key, row, column }) => {
    const label = rowLabel(row)
    return column.key === 'decisions' && /^行政\p{Script=Han}{2}$/u.test(label)
      ? [{ key, name: label.slice(2) }]
      : []
  })

/** 公开卫生行政许可96件，卫生行政处罚19件: the verb of the clause before holds on. */
const goesOn = (front: string, { before }: Clause): boolean => {
  const last = before.split(/[，,；;。]/u).findLast(part => part !== '') ?? ''
  return (
    front.length <= 4 && decides.test(last) && /行政(?:许可|处罚|强制)/u.test(last) && !otherWork.test(last)
  )
}

const counts = (name: string, { subject, unit, after }: Quantity, clause: Clause): boolean => {
  if (!decisionUnits.has(unit) || !subject.includes(name)) return false
  const match = new RegExp(`(?:行政)?${name}${behindName}$`, 'u').exec(subject)
  if (!match) return false
  const front = subject.slice(0, match.index)
  const upTo = clause.text.slice(0, clause.text.indexOf(subject) + subject.length)
  // 安全生产许可、经营许可等行政许可247件 is the sum, 行政许可、行政处罚3件 is of both.
  if (
    /(?:许可|处罚|强制)(?!.*等$)/u.test(front) ||
    otherWork.test(front) ||
    otherWork.test(match[0].replace(/行政/u, ''))
  )
    return false
  if (/^(?:案|信息|公示)/u.test(after)) return false
  if (!match[0].startsWith('行政') && !/行政(?:许可|处罚|强制)/u.test(upTo)) return false
  if (otherWork.test(upTo)) return false
  if (decides.test(upTo)) return true
  return match[0].startsWith('行政') && (bareSubject.test(front) || goesOn(front, clause))
}

const noDecision = /(?:未|没有|无)(?:曾|有)?(?:作出|做出|实施|下达|发生|产生)(?:过|任何)?(.*)$/u

const decisionsOnly = /^(?:(?:行政)?(?:许可|处罚|强制)(?:决定)?[、和及与或]?){1,3}$/u

const deniesOf = (report: Report, name: string): readonly Claim[] =>
  clausesOf(report)
    .filter(clause => {
      if (!clause.text.includes(name)) return false
      const words = clause.quantities.length === 0 ? noDecision.exec(clause.text)?.[1] : undefined
      return (
        words !== undefined &&
        decisionsOnly.test(words) &&
        words.includes(name) &&
        !isOtherTime(clause, report) &&
        !isPlan(clause) &&
        !isNarrow(clause) &&
        !isPartial(clause)
      )
    })
    .map(clause => ({ clause, value: 0 }))

const decisionDrafts = (report: Report): readonly FindingDraft[] =>
  kindsOf(report).flatMap(({ key, name }) => {
    const table = numberAt(report, key)
    if (table === null) return []
    const claims = [
      ...wholeClaims(report, (quantity, clause) => counts(name, quantity, clause)),
      ...deniesOf(report, name),
    ]
    return contradicting(claims, ({ value }) => value === table).map(claim =>
      claimDraft(claim, [key], table, {
        zh: `${tableName('proactiveDisclosure').zh}${cellName(report, key).zh}为 ${table}`,
        en: `in ${tableName('proactiveDisclosure').en}, ${cellName(report, key).en} is ${table}`,
      }),
    )
  })

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

/** Whether an amount in words is the table's, to as many places as the words give. Exact. */
const sameAmount = (value: number, unit: string, table: number): boolean => {
  const said = new Big(value)
  const printed = new Big(table).times(10_000).div(yuan[unit]!)
  const places = String(value).split('.')[1]?.length ?? 0
  return [Big.roundDown, Big.roundHalfUp].some(mode => printed.round(places, mode).eq(said))
}

const feeDrafts = (report: Report): readonly FindingDraft[] => {
  const key = cellsOf(report, 'proactiveDisclosure').find(
    ({ row, column }) => column.unit === '万元' && rowLabel(row) === '行政事业性收费',
  )?.key
  const table = key === undefined ? null : numberAt(report, key)
  if (key === undefined || table === null) return []
  const unitOf = ({ clause, value }: Claim): string =>
    clause.quantities.find(quantity => quantity.value === value && isFee(quantity, clause))?.unit ?? '万元'
  const said = wholeClaims(report, isFee)
  const none = clausesOf(report)
    .filter(
      clause =>
        /(?:未|没有|无)(?:曾|有)?(?:收取|征收|产生|发生)?(?:任何)?行政事业性收费(?:项目|收入)?$/u.test(
          clause.text,
        ) &&
        !otherFee.test(clause.sentence.text) &&
        !isOtherTime(clause, report) &&
        !isPartOfTotal(clause) &&
        !isNarrow(clause) &&
        !isPlan(clause),
    )
    .map(clause => ({ clause, value: 0 }))
  return contradicting([...said, ...none], claim => sameAmount(claim.value, unitOf(claim), table)).map(
    claim => {
      const value = new Big(claim.value).times(yuan[unitOf(claim)]!).div(10_000).toNumber()
      return claimDraft({ ...claim, value }, [key], table, {
        zh: `${tableName('proactiveDisclosure').zh}${cellName(report, key).zh}为 ${table} 万元`,
        en: `in ${tableName('proactiveDisclosure').en}, ${cellName(report, key).en} is ${table} 万元 (10,000 yuan)`,
      })
    },
  )
}

export const textLicensingPenaltiesFees = defineCheck({
  id: 'text-licensing-penalties-fees',
  severity: 'warning',
  forms: ['proactiveDisclosure'],
  title: {
    zh: '文字所述许可、处罚、强制件数或收费金额与表格不符',
    en: 'Licensing, penalties, compulsion and fees: text against table',
  },
  explanation: {
    zh: '文字中作出行政许可、行政处罚、行政强制决定 N 件，应等于表二本年处理决定数量；行政事业性收费 N 元（万元、亿元，换算后比较，文字按位数取舍的不计）应等于表二收费金额。受理、办件、事项清单、公示信息、案件，信息处理费、减免、约数、其他年度和部分口径，不参加比较。',
    en: 'The number of decisions on licensing, penalties and compulsion must be the decisions of table 2; the fees in 元, 万元 or 亿元 its amount, converted exactly and to as many places as the words give. Applications, items of lists, published pieces, cases, the information-processing fee, reductions, round numbers, other years and parts are not compared.',
  },
  source: '报告文字与表二的一致性',
  find: report => [...decisionDrafts(report), ...feeDrafts(report)],
})
