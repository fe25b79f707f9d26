import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { type Claim, claimDraft, contradicting, wholeClaims } from './claims.ts'
import { clausesOf } from './clauses.ts'
import { isNarrow, isOtherTime } from './scope.ts'
import { caseUnits, isAboutRequests, isPlan } from './topics.ts'

const received = /收到|新收|受理|接收|接到|收悉/u
const notReceived = /(?:未|没有|无)(?:曾|有)?(?:收到|接到|受理|接收|新收)/u
const otherStage = /结转|予以公开|不予|撤回|补正|逾期|超期/u

const counted = (report: Report): readonly Claim[] =>
  wholeClaims(report, ({ unit, subject, after }, clause) => {
    const words = /^(?:的)?(?:政府|政务|信息|依申请|公开|申请)/u.test(after) ? subject + after : subject
    return (
      caseUnits.has(unit) &&
      received.test(subject) &&
      !notReceived.test(subject) &&
      !otherStage.test(subject) &&
      isAboutRequests(words, clause)
    )
  })

const none = (report: Report): readonly Claim[] =>
  clausesOf(report)
    .filter(
      clause =>
        notReceived.test(clause.text) &&
        clause.quantities.length === 0 &&
        isAboutRequests(clause.text, clause) &&
        !/收费|缴|补正|逾期/u.test(clause.text) &&
        !isOtherTime(clause, report) &&
        !isPlan(clause) &&
        !isNarrow(clause),
    )
    .map(clause => ({ clause, value: 0 }))

const fresh = 'requests.newRequests.total'
const carried = 'requests.carriedOver.total'
const outcomes = 'requests.outcomes.total.total'

export const textRequests = defineCheck({
  id: 'text-requests',
  severity: 'warning',
  title: { zh: '文字所述申请件数与表格不符', en: 'Requests received: text against table' },
  explanation: {
    zh: '文字中“收到（受理、新收）……申请 N 件”应等于表三本年新收总计，或本年新收加上年结转。“其中”的部分、分渠道、分申请人、其他年度的数字，以及协助调查函等，不参加比较。',
    en: 'The number of requests received must be the total of new requests, or that and those carried over. Parts after 其中, single channels or applicants, other years and letters of assistance are not compared.',
  },
  formula: 'N＝本年新收总计，或 N＝本年新收总计＋上年结转总计',
  source: '报告文字与表三的一致性',
  find: report => {
    const table = numberAt(report, fresh)
    if (table === null) return []
    const before = numberAt(report, carried)
    const both = before === null ? null : exactSum([table, before])
    const agrees = ({ clause, value }: Claim): boolean =>
      value === table ||
      value === both ||
      (both === null && value > table) ||
      (/办结|办理|答复/u.test(clause.text) && value === numberAt(report, outcomes))
    return contradicting([...counted(report), ...none(report)], agrees).map(claim =>
      claimDraft(claim, [fresh, ...(both === null ? [] : [carried])], table, {
        zh: `${tableName('requests').zh}本年新收总计为 ${table}${both === null ? '' : `（加上年结转为 ${both}）`}`,
        en: `in ${tableName('requests').en} the total of new requests is ${table}${both === null ? '' : ` (${both} with those carried over)`}`,
      }),
    )
  },
})
