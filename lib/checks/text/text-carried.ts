import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { claimDraft, contradicting, exactClaims, wholeClaims } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Quantity } from './quantities.ts'
import { caseUnits, isAboutDisclosure, isAboutRequests } from './topics.ts'

const carriedOver = 'requests.carriedOver.total'
const carriedForward = 'requests.carriedForward.total'
const outcomes = 'requests.outcomes.total.total'
const fresh = 'requests.newRequests.total'
const otherCases = /复议|诉讼|信访|案件|项目|资金|协助|协查|协办/u

const yearIn = (subject: string): number => Number(/(20\d\d)年/u.exec(subject)?.[1] ?? Number.NaN)

const isCarriedOver = (subject: string, year: number | null): boolean =>
  /上一?年(?:度)?结转|结转上年|从上年(?:度)?结转/u.test(subject) ||
  (/20\d\d年(?:度)?结转/u.test(subject) && year !== null && yearIn(subject) === year - 1)

const isCarriedForward = (subject: string, year: number | null): boolean =>
  /结转(?:到|至)?下一?年|转入下一?年|^(?:至|到)?下一?年度?继续办理$/u.test(subject) ||
  (/结转(?:到|至)?20\d\d年/u.test(subject) && year !== null && yearIn(subject) === year + 1)

const isDone = (subject: string, clause: Clause): boolean =>
  /办结|办理/u.test(subject) &&
  !/按时|按期|限期|当场|逾期|超期|结转|继续|收到|受理|建议|提案/u.test(subject) &&
  (isAboutRequests(subject, clause) ||
    (/^[^办]{0,6}(?:办结|办理)(?:完毕|答复|了|共|共计|完成)*$/u.test(subject) &&
      isAboutRequests(clause.sentence.text, clause)))

interface Stage {
  readonly name: Message
  readonly cell: string
  readonly accepts: (subject: string, clause: Clause, year: number | null) => boolean
  readonly allowed: (report: Report) => readonly (number | null)[]
}

const inTopic = (subject: string, clause: Clause): boolean =>
  !otherCases.test(subject) && isAboutDisclosure(clause) && /申请/u.test(clause.sentence.paragraphText)

const stages: readonly Stage[] = [
  {
    name: { zh: '上年结转总计', en: 'the total carried over' },
    cell: carriedOver,
    accepts: (subject, clause, year) => isCarriedOver(subject, year) && inTopic(subject, clause),
    allowed: report => [numberAt(report, carriedOver)],
  },
  {
    name: { zh: '结转下年度总计', en: 'the total carried forward' },
    cell: carriedForward,
    accepts: (subject, clause, year) => isCarriedForward(subject, year) && inTopic(subject, clause),
    allowed: report => [numberAt(report, carriedForward)],
  },
  {
    name: { zh: '办理结果（七）总计', en: 'the total of outcomes' },
    cell: outcomes,
    accepts: isDone,
    allowed: report => {
      const [now, before] = [numberAt(report, fresh), numberAt(report, carriedOver)]
      return [
        numberAt(report, outcomes),
        now,
        now === null || before === null ? now : exactSum([now, before]),
      ]
    },
  },
]

const draftsOf = (stage: Stage, report: Report): readonly FindingDraft[] => {
  const table = numberAt(report, stage.cell)
  if (table === null) return []
  const allowed = stage.allowed(report)
  const claimsOf = stage.cell === outcomes ? wholeClaims : exactClaims
  const accepts = ({ unit, subject }: Quantity, clause: Clause): boolean =>
    caseUnits.has(unit) && stage.accepts(subject, clause, report.year)
  return contradicting(claimsOf(report, accepts), ({ value }) => allowed.includes(value)).map(claim =>
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
    zh: '文字中的上年结转、结转下年度、办结（办理）件数应与表三相应总计一致。办结数等于收件数的也认可。',
    en: 'Numbers carried over, carried forward and closed must be those of the table. A number closed that equals the number received is accepted.',
  },
  source: '报告文字与表三的一致性',
  find: report => stages.flatMap(stage => draftsOf(stage, report)),
})
