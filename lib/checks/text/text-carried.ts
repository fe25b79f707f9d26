import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { claimDraft, contradicting } from './claims.ts'
import { type Matter, type Reading, readingsOf } from './readings.ts'

const carriedOver = 'requests.carriedOver.total'
const carriedForward = 'requests.carriedForward.total'
const outcomes = 'requests.outcomes.total.total'
const fresh = 'requests.newRequests.total'

interface Stage {
  readonly name: Message
  readonly cell: string
  readonly matters: readonly Matter[]
  readonly agrees: (report: Report, reading: Reading) => boolean
}

const closedAgrees = (report: Report, { clause, matter, value }: Reading): boolean => {
  const done = numberAt(report, outcomes)
  const [now, before] = [numberAt(report, fresh), numberAt(report, carriedOver)]
  const all = now === null ? null : exactSum([now, before ?? 0])
  if (value === done || value === now || value === all) return true
  // 上年结转2件，已办结2件.
  if (value === before && /结转/u.test(clause.before.slice(-20))) return true
  // Of those closed, some may have been late; no more than came in can have been in time.
  return matter === 'closedInTime' && value <= Math.max(done ?? 0, all ?? 0)
}

const stages: readonly Stage[] = [
  {
    name: { zh: '上年结转总计', en: 'the total carried over' },
    cell: carriedOver,
    matters: ['carriedOver'],
    agrees: (report, { value }) => value === numberAt(report, carriedOver),
  },
  {
    name: { zh: '结转下年度总计', en: 'the total carried forward' },
    cell: carriedForward,
    matters: ['carriedForward'],
    agrees: (report, { value }) => value === numberAt(report, carriedForward),
  },
  {
    name: { zh: '办理结果（七）总计', en: 'the total of outcomes' },
    cell: outcomes,
    matters: ['closed', 'closedInTime'],
    agrees: closedAgrees,
  },
]

/** What is carried or closed is said of the whole even in a list of parts: 收到17件，其中上年结转1件，办结15件. */
const asWhole = (reading: Reading): Reading =>
  reading.matter.startsWith('carried') || reading.whose === null ? { ...reading, part: false } : reading

const draftsOf = (stage: Stage, report: Report): readonly FindingDraft[] => {
  const table = numberAt(report, stage.cell)
  if (table === null) return []
  const readings = readingsOf(report)
  // Of an area that also says what was the authority's own, the rest is not the table's.
  const areas = new Set(
    readings.flatMap(({ matter, whose, part, clause }) =>
      matter === 'received' && whose === 'own' && part ? [clause.sentence] : [],
    ),
  )
  const claims = readings.filter(
    ({ matter, whose, clause }) =>
      stage.matters.some(each => each === matter) &&
      !(whose === 'all' && stage.cell === outcomes && areas.has(clause.sentence)),
  )
  return contradicting(claims.map(asWhole), reading => stage.agrees(report, reading)).map(claim =>
    claimDraft(claim, [stage.cell], table, {
      zh: `${tableName('requests').zh}${stage.name.zh}为 ${table}`,
      en: `in ${tableName('requests').en} ${stage.name.en} is ${table}`,
    }),
  )
}

export const textCarried = defineCheck({
  id: 'text-carried',
  severity: 'warning',
  title: {
    zh: '文字所述结转、办结件数与表格不符',
    en: 'Requests carried over, closed, carried forward: text against table',
  },
  explanation: {
    zh: '文字中的上年结转、结转下年度、办结（办理、答复）件数应与表三相应总计一致；“无结转”即为 0。办结数等于收件数的也认可；“按时办结”只要求不超过收件数。',
    en: 'Numbers carried over, carried forward and closed must be those of the table; none carried is 0. A number closed that equals the number received is accepted; one closed in time must only be no greater.',
  },
  source: '报告文字与表三的一致性',
  find: report => stages.flatMap(stage => draftsOf(stage, report)),
})
