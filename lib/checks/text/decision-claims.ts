import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { Claim } from './claims.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import { isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf } from './whose.ts'

/** How many decisions on licensing, penalties and compulsion the text says were made. */

const decisionUnits: ReadonlySet<string> = new Set(['件', '项', '宗', '起', '例', '个', '件次', '次', '份'])

/** Words between the kind of decision and its number. */
const behindName =
  '类?(?:处理)?(?:决定书?|处理事项|事项处理|措施)?(?:数量|总数|总量|数)?(?:共计|合计|总计|累计|共|为|达|是|[:：])*'
const decides =
  /作出|做出|处理|下达|实施|执行|颁发|核发|公开|办理(?=\p{Script=Han}{0,6}行政)|办结(?=\p{Script=Han}{0,6}行政)/u
/** Work around decisions that is not counted by the table: applications, items of lists, published pieces, cases. */
const otherWork =
  /受理|申请|办件|政务服务|窗口|大厅|网上|审批|咨询|取消|下放|承接|梳理|清单|目录|压减|精简|新增|调整|进驻|纳入|认领|编制|标准|信息|公示|案卷|评查|听证|复议|诉讼|撤销|不予|免予|减轻|从轻|罚款|涉及|拟|立案|案件|结果|引发|移送|抽查|检查|各[镇乡街县区部单]/u
/** A number named by nothing but the kind and the time: 2023年我局行政许可746件. */
const bareSubject =
  /^(?:[一二三四五六]是|20\d\d年度?|全年|本年度?|年内|[，、和及与]|[我本全]\p{Script=Han}{1,6}|共计?|累计|合计)*$/u

/** 公开卫生行政许可96件，卫生行政处罚19件: the verb of the clause before holds on. */
const goesOn = (front: string, { before }: Clause): boolean =>
  front.length <= 4 &&
  before
    .split(/[，,；;。]/u)
    .some(part => decides.test(part) && /行政(?:许可|处罚|强制)/u.test(part) && !otherWork.test(part))

/** 共有412件行政处罚决定: the number stands first. */
const comesFirst = (name: string, { subject, after }: Quantity): boolean =>
  after.includes(name) &&
  new RegExp(`^的?行政${name}(?:处理)?决定(?!信息)`, 'u').test(after) &&
  !otherWork.test(subject)

const counts = (name: string, quantity: Quantity, clause: Clause): boolean => {
  const { subject, unit, after } = quantity
  if (!decisionUnits.has(unit) && !(unit === '条' && subject.endsWith('决定'))) return false
  if (comesFirst(name, quantity)) return true
  if (!subject.includes(name)) return false
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

/** The clauses that may speak of them: few of a report. */
const telling = rememberFor((report: Report): readonly Clause[] =>
  sentencesOf(report)
    .filter(({ text }) => text.includes('行政') && /行政(?:许可|处罚|强制)/u.test(text))
    .flatMap(({ clauses }) => clauses)
    .filter(({ text }) => /许可|处罚|强制/u.test(text)),
)

/** Numbers of decisions of one kind (许可, 处罚, 强制) in the text; 0 where it says there was none. */
export const decisionClaims = (report: Report, name: string): readonly Claim[] =>
  telling(report).flatMap((clause): readonly Claim[] => {
    if (!clause.text.includes(name)) return []
    const none = clause.quantities.length === 0 && (noDecision.exec(clause.text)?.[1] ?? '').includes(name)
    const values = none
      ? [0]
      : clause.quantities.flatMap(quantity =>
          quantity.value !== null && counts(name, quantity, clause) ? [quantity.value] : [],
        )
    if (values.length === 0 || !isOfTheYear(clause, report)) return []
    return values.map(value => ({
      clause,
      value,
      whose: whoseOf(clause, report),
      part: isPartOfTotal(clause),
    }))
  })
