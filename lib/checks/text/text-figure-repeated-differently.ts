import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { type Claim, clausePlace } from './claims.ts'
import { type Clause, countingClauses, quoteOf } from './clauses.ts'
import { type NamedQuantity, namedQuantities } from './named-quantities.ts'
import { isComparison, isOtherYear, isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf } from './whose.ts'

interface Statement extends Claim {
  /** Tells what is named alike apart. */
  readonly kind: string
  /** Whether it is said to be of the whole year: what is not can only be no more. */
  readonly whole: boolean
}

const wholeYear = /全年|年内|本年度|一年来|20\d\d年|共|累计/u
const stockUnits: ReadonlySet<string> = new Set(['个', '家'])

/** Words that make a training or a proposal no other one. */
const general =
  /组织|开展|举办|全[区县市省局镇街]|我|[局镇]|各类|相关|政府信息公开|政务公开|信息公开|工作|业务|专题|了|的/gu

/** Which of those so named a number is of; null where it is none. */
const kindOf = (named: NamedQuantity, { subject, after, unit }: Quantity): string | null => {
  if (named.stock && !stockUnits.has(unit)) return null
  const match = named.words.exec(subject)
  if (match) return match.slice(1).join('').replace(general, '')
  return named.behind?.test(after) && /(?:共有|现有|有|开设|开通|运营|管理|、|和)$/u.test(subject) ? '' : null
}

/** What was done in the year; among problems and plans, what is found too little. */
const isPast = (clause: Clause, report: Report): boolean =>
  isOfTheYear(clause, report) ||
  (clause.sentence.section === 'problemsAndImprovements' &&
    lament.test(clause.sentence.text) &&
    !hope.test(clause.sentence.text) &&
    !isComparison(clause) &&
    !isOtherYear(clause, report))
const lament = /[，,](?:但|然而|不过)|不足|偏少|不够/u
const hope = /下一步|今后|将|改进|措施|计划|力争|确保|继续|进一步|加[强大]|20\d\d年[^，。]{0,4}(?:拟|要)/u

const statementsIn = (clause: Clause, named: NamedQuantity, report: Report): readonly Statement[] => {
  const found = clause.quantities.flatMap(quantity => {
    const kind = kindOf(named, quantity)
    return kind === null || quantity.value === null
      ? []
      : [{ kind, value: quantity.value, subject: quantity.subject }]
  })
  if (found.length === 0 || isPartOfTotal(clause) || !isPast(clause, report)) return []
  const whose = whoseOf(clause, report)
  if (whose === 'units' || whose === 'others') return []
  return found
    .filter(({ subject }) => !named.otherwise.test(clause.before + subject))
    .map(({ kind, value }) => {
      const whole =
        named.stock === true || named.always === true || wholeYear.test(clause.before + clause.text)
      return { clause, value, kind, whole, whose, part: false }
    })
}

/** What exists in the whole area may be said with or without the area. */
const ofArea = ({ whose }: Statement): 'own' | 'all' => (whose === 'own' ? 'own' : 'all')

const anyNamed = /政策解读|信息|新闻发布会|建议|提案|培训|新媒体|网站|公众号|订阅号|微博|视频号|账号/u

/** The clauses that may count one of what is named. */
const candidates = rememberFor((report: Report): readonly Clause[] =>
  countingClauses(report).filter(({ text }) => anyNamed.test(text)),
)

const draftOf = (named: NamedQuantity, report: Report): readonly FindingDraft[] => {
  const all = candidates(report).flatMap(clause => statementsIn(clause, named, report))
  const first = all.find(({ whole }) => whole)
  const other = all.find(
    each =>
      each.value !== first?.value &&
      (each.whole || (named.id === 'training' && each.value > (first?.value ?? 0))) &&
      each.kind === first?.kind &&
      (named.stock ? ofArea(each) === ofArea(first) : each.whose === first.whose) &&
      each.clause.sentence !== first.clause.sentence,
  )
  if (first === undefined || other === undefined) return []
  const [here, there] = [clausePlace(first.clause), clausePlace(other.clause)]
  return [
    {
      message: {
        zh: `“${named.zh}”的数字前后不一：${here.zh}写“${first.clause.printed}”，${there.zh}写“${other.clause.printed}”。请核实后统一。`,
        en: `The text gives two numbers of ${named.en}: ${here.en} says “${first.clause.printed}”; ${there.en} says “${other.clause.printed}”. Make them agree.`,
      },
      expected: first.value,
      actual: other.value,
      evidence: [quoteOf(first.clause), quoteOf(other.clause)],
      place: named.id,
    },
  ]
}

export const textFigureRepeatedDifferently = defineCheck({
  id: 'text-figure-repeated-differently',
  severity: 'warning',
  title: { zh: '同一数字前后不一', en: 'The same quantity with different numbers' },
  explanation: {
    zh: '同一事项的全年总数在文中出现两次而数字不同。只比较政策解读、主动公开信息、新闻发布会、建议提案、培训、政务新媒体、政府网站、微信公众号等名称明确的总数；分渠道、分领域、下属单位、其他年度和新增、关停的不比较。',
    en: 'A whole-year number, or one of what exists, named twice with different values. Only clearly named ones are compared; single channels, fields, units, other years and what was opened or closed are not.',
  },
  source: '报告文字的一致性',
  find: report => namedQuantities.flatMap(named => draftOf(named, report)),
})
