import type { Report } from '../../model/report.ts'
import type { Clause } from './clauses.ts'
import { isAboutDisclosure, topicOf } from './topics.ts'
import { withoutOwnName } from './whose.ts'
import {
  any,
  bareRequests,
  channels,
  everybody,
  innocent,
  lawsuits,
  lostWords,
  noneBefore,
  noneBehind,
  otherMatters,
  reconsiderations,
  requestNouns,
} from './words.ts'

/** What a clause may deny: requests, carrying over or forward, a case, or losing one. */
export type Denied =
  | 'received'
  | 'carriedOver'
  | 'carriedForward'
  | 'reconsiderations'
  | 'lawsuits'
  | 'reconsiderationsLost'
  | 'lawsuitsLost'

const deniesBehindIt = new RegExp(`(?:${any(noneBefore)})(.*)$`, 'u')
const deniesBeforeIt = new RegExp(`^(.*?)${noneBehind}$`, 'u')
const nothingElse = /^(?:均|都|全部|为|暂|皆|也)*(?:无|0|零|没有|未发生|0件)(?:发生|此类情况)?$/u
const innocents = new RegExp(any(innocent), 'gu')
const anyNone = /未|没|无|零|不存在|0/u

/** Denied is something else about the cases or requests: a single result, blame, a complaint. */
const otherCase = /维持|驳回|审结|其他结果|其余|追究|追责|问责|责任|赔偿|逾期|超期|整改|投诉量|上访|培训/u
const otherRequest = /收费|费用|缴|补正|逾期|超期|超时|拒|不予|投诉|举报|负面|泄密|差错|答复|瑕疵|纠纷|异议/u
/** Who denies any case denies those about disclosure; who denies cases about something else does not. */
const otherGround = /处罚|许可|执法|征收|征地|拆迁|环保|不服|工伤|治安|交通|强制/u
const lost = new RegExp(any(lostWords), 'u')
const reconsideration = new RegExp(any(reconsiderations), 'u')
const lawsuit = new RegExp(any(lawsuits), 'u')
const request = new RegExp(any([...requestNouns, ...bareRequests]), 'u')
const other = new RegExp(any(otherMatters), 'u')
const channel = new RegExp(any(channels), 'u')

/** The last case named before: 行政诉讼2件，无纠错. */
const lastNamed = (before: string): 'reconsideration' | 'lawsuit' | null => {
  const [one, two] = [
    before.lastIndexOf('复议'),
    Math.max(before.lastIndexOf('诉讼'), before.lastIndexOf('起诉')),
  ]
  return one < 0 && two < 0 ? null : one > two ? 'reconsideration' : 'lawsuit'
}

/** What words deny of cases; those of a loss belong to the kind of case they name, or to the last named before. */
export const deniedCases = (words: string, before: string): readonly Denied[] => {
  if (otherCase.test(words)) return []
  const [ofReconsideration, ofLawsuit] = [reconsideration.test(words), lawsuit.test(words)]
  if (!lost.test(words))
    return [
      ...(ofReconsideration ? (['reconsiderations'] as const) : []),
      ...(ofLawsuit ? (['lawsuits'] as const) : []),
    ]
  const corrected = /纠错|纠正|撤销|确认违法|责令/u.test(words)
  const unnamed =
    !ofReconsideration && (!ofLawsuit || /败诉/u.test(words)) && corrected
      ? (lastNamed(before) ?? 'reconsideration')
      : null
  return [
    ...(ofReconsideration || unnamed === 'reconsideration' ? (['reconsiderationsLost'] as const) : []),
    ...(ofLawsuit || unnamed === 'lawsuit' ? (['lawsuitsLost'] as const) : []),
  ]
}

const deniedRequests = (words: string, clause: Clause): readonly Denied[] => {
  if (/结转|转结|转入下/u.test(words)) {
    if (topicOf(clause) === 'other' || topicOf(clause) === 'cases' || !isAboutDisclosure(clause)) return []
    if (/上一?年/u.test(words)) return ['carriedOver']
    return ['carriedForward']
  }
  const own = words.replace(everybody, '').replace(/公开(?:的)?(?:诉求|需求|要求)|要求公开/gu, '公开')
  if (
    !request.test(words) ||
    otherRequest.test(words) ||
    other.test(own) ||
    channel.test(own) ||
    /因|引/u.test(words)
  )
    return []
  const topic = topicOf(clause)
  return topic === 'requests' || topic === null ? ['received'] : []
}

const deniedIn = (words: string, clause: Clause): readonly Denied[] =>
  reconsideration.test(words) || lawsuit.test(words) || lost.test(words)
    ? isAboutDisclosure(clause) || !otherGround.test(clause.text)
      ? deniedCases(words, clause.before)
      : []
    : deniedRequests(words, clause)

/** 未发生一起: none, not one. */
const notOne = /(未[^，\d]{0,4}|没有|无)一[起件例宗次]/u

/** The words a clause denies, or null where it denies nothing. */
const deniedWords = (clause: Clause, report: Report): string | null => {
  const text = withoutOwnName(clause.text, report).replace(innocents, '').replace(notOne, '$1')
  const previous = clause.sentence.clauses[clause.index - 1]
  if (nothingElse.test(text))
    return previous !== undefined && /[:：]$/u.test(clause.before)
      ? withoutOwnName(previous.text, report)
      : null
  const before = deniesBehindIt.exec(text)
  if (before) {
    const [whole] = before
    const words = before.at(-1) ?? ''
    // 收到依申请公开未发生…: what stands before the none-word is its topic where nothing stands behind it.
    return /未败诉|无败诉/u.test(text)
      ? `诉讼败诉${words}`
      : words === ''
        ? text.slice(0, -whole.length)
        : `${/收|接|受理/u.test(whole) ? '收到' : ''}${words}`
  }
  return deniesBeforeIt.exec(text)?.[1] ?? null
}

/** What a clause denies in words: 未发生行政复议, 无结转, 零诉讼, 行政复议：无. Numbers, 0 among them, are no denials. */
export const denialsIn = (clause: Clause, report: Report): readonly Denied[] => {
  if (!anyNone.test(clause.text)) return []
  if (clause.quantities.length > 0 && !notOne.test(clause.text)) return []
  const words = deniedWords(clause, report)
  return words === null || words === '' ? [] : deniedIn(words, clause)
}
