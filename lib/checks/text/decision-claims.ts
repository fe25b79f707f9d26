import type { Report } from '../../model/report.ts'
import type { Claim } from './claims.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf } from './whose.ts'

/** How many decisions on licensing, penalties and compulsion the text says were made. */

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
  if (otherWork.test(upTo) || /通过|平台|网站/u.test(upTo)) return false
  if (decides.test(upTo)) return true
  return match[0].startsWith('行政') && (bareSubject.test(front) || goesOn(front, clause))
}

const noDecision =
  /(?:未|没有|无)(?:曾|有)?(?:作出|做出|实施|下达|发生|产生)(?:过|任何)?((?:(?:行政)?(?:许可|处罚|强制)(?:决定)?[、和及与或]?){1,3})$/u

/** Numbers of decisions of one kind (许可, 处罚, 强制) in the text; 0 where it says there was none. */
export const decisionClaims = (report: Report, name: string): readonly Claim[] =>
  clausesOf(report).flatMap((clause): readonly Claim[] => {
    if (!clause.text.includes(name) || !isOfTheYear(clause, report)) return []
    const none = clause.quantities.length === 0 && (noDecision.exec(clause.text)?.[1] ?? '').includes(name)
    const values = none
      ? [0]
      : clause.quantities.flatMap(quantity =>
          quantity.value !== null && counts(name, quantity, clause) ? [quantity.value] : [],
        )
    return values.map(value => ({
      clause,
      value,
      whose: whoseOf(clause, report),
      part: isPartOfTotal(clause),
    }))
  })
