import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { claimDraft, contradicting } from './claims.ts'
import { type Reading, readingsOf } from './readings.ts'

const fresh = 'requests.newRequests.total'
const carried = 'requests.carriedOver.total'
const outcomes = 'requests.outcomes.total.total'

export const textRequests = defineCheck({
  id: 'text-requests',
  severity: 'warning',
  title: { zh: '文字所述申请件数与表格不符', en: 'Requests received: text against table' },
  explanation: {
    zh: '文字中“收到（受理、新收）……申请 N 件”应等于表三本年新收总计，或本年新收加上年结转；未说收办的“依申请公开 N 件”也可为办理结果总计；“未收到申请”即为 0。“其中”的部分、分渠道、分申请人、其他年度、其他机关的数字，以及协助调查函等，不参加比较。',
    en: 'The number of requests received must be the total of new requests, or that and those carried over; where neither received nor closed is said, also the total of outcomes; “none received” is 0. Parts after 其中, single channels or applicants, other years, other bodies and letters of assistance are not compared.',
  },
  formula: 'N＝本年新收总计，或 N＝本年新收总计＋上年结转总计',
  source: '报告文字与表三的一致性',
  find: report => {
    const table = numberAt(report, fresh)
    if (table === null) return []
    const before = numberAt(report, carried)
    const both = before === null ? null : exactSum([table, before])
    const agrees = ({ matter, value }: Reading): boolean =>
      value === table ||
      value === both ||
      (both === null && value > table) ||
      (matter === 'handled' && value === numberAt(report, outcomes))
    const claims = readingsOf(report).filter(({ matter }) => matter === 'received' || matter === 'handled')
    return contradicting(claims, agrees).map(claim =>
      claimDraft(claim, [fresh, ...(both === null ? [] : [carried])], table, {
        zh: `${tableName('requests').zh}本年新收总计为 ${table}${both === null ? '' : `（加上年结转为 ${both}）`}`,
        en: `in ${tableName('requests').en} the total of new requests is ${table}${both === null ? '' : ` (${both} with those carried over)`}`,
      }),
    )
  },
})
