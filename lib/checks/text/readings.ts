import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Denied, denialsIn, deniedCases } from './denials.ts'
import { isComparison, isOtherYear, isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import {
  caseUnits,
  isAboutDisclosure,
  isCaseOfOurs,
  isPlan,
  namedTopic,
  saysDisclosure,
  topicOf,
} from './topics.ts'
import { type Whose, whoseOf, withoutOwnName } from './whose.ts'
import {
  any,
  bareRequests,
  channels,
  closedWords,
  everybody,
  fillers,
  inTimeWords,
  lawsuits,
  otherMatters,
  otherStages,
  outcomeNouns,
  receivedWords,
  reconsiderations,
  requestNouns,
} from './words.ts'

/**
 * What a number of the text counts. `received`: requests that came in. `handled`: requests without saying whether
 * received or closed. `closedInTime`: of those closed, so many at least were. `cases`: reconsiderations and lawsuits
 * together.
 */
export type Matter =
  | 'received'
  | 'handled'
  | 'closed'
  | 'closedInTime'
  | 'carriedOver'
  | 'carriedForward'
  | 'reconsiderations'
  | 'lawsuits'
  | 'cases'

/** One statement of the text that a cell of the tables must bear out. */
export interface Reading {
  readonly clause: Clause
  readonly matter: Matter | Denied
  /** Exact; 0 where the clause denies that there was any. */
  readonly value: number
  /** Said in words: 未收到, 无, 不存在. */
  readonly denies: boolean
  /** Listed as a part of a total named before it. */
  readonly part: boolean
  readonly whose: Whose | null
}

const pattern = (words: readonly string[]): RegExp => new RegExp(any(words), 'u')
const request = pattern(requestNouns)
const bareRequest = pattern(bareRequests)
const outcome = pattern(outcomeNouns)
const received = pattern(receivedWords)
const closed = pattern(closedWords)
const inTime = pattern(inTimeWords)
const inTimeWord = new RegExp(any(inTimeWords), 'gu')
const otherStage = pattern(otherStages)
const channel = pattern(channels)
const other = pattern(otherMatters)
const reconsideration = pattern(reconsiderations)
const lawsuit = pattern(lawsuits)

/** What is left of words when all that says nothing is taken out. */
export const residueOf = (words: string): string =>
  words
    .replace(inTimeWord, '')
    .replace(fillers, '')
    .replace(/[^\p{Script=Han}]/gu, '')

const lead = /^[、和及与,]+/u
const isEmpty = (words: string): boolean =>
  residueOf(words.replace(/结转|办结|受理|收到|新收|处理|答复/gu, '某')) === ''
const nounFirst = new RegExp(
  `^(?:的)?(?:因|涉及|有关|关于)?(?:政府|政务)?(?:信息公开)?(?:事务|事项|工作|类)?(?:引发|引起|产生|导致|提起)?(?:的)?(?:${any([...requestNouns, ...bareRequests, ...reconsiderations, ...lawsuits])}|行政复议|行政诉讼|规范性文件|行政规范性|部门规范性)`,
  'u',
)

const saysNothing = /^(?:共|计|有|为|其余|其中|余|剩余|剩|另有|还有|尚有|的|均)*$/u
const pending = /(?:尚|仍|正)?(?:在|未)?(?:办理|办结|答复)?(?:期限内|时限内|中|过程中)/u
const leftOver = /^(?:将|均|已|予以)*(?:结转|转结|转入|顺延|延)/u

/**
 * The words of the neighbours where a clause has a number and nothing else: the label before a colon (行政复议情况：2件),
 * or what becomes of it (其余3件，结转下年度办理). Null where it has words of its own.
 */
const aroundAlone = (quantity: Quantity, clause: Clause): string | null => {
  const [front, behind] = [quantity.subject, quantity.after].map(words => words.replace(pending, '')) as [
    string,
    string,
  ]
  if (clause.quantities.length !== 1 || !saysNothing.test(front)) return null
  const { clauses } = clause.sentence
  const next = clauses[clause.index + 1]
  if (behind === '' && next !== undefined && next.quantities.length === 0 && leftOver.test(next.text))
    return next.text
  const previous = clauses[clause.index - 1]
  return quantity.after === '' &&
    /[:：]$/u.test(clause.before) &&
    previous !== undefined &&
    previous.quantities.length === 0
    ? previous.text.replace(/(?:情况|数量|方面)$/u, '')
    : null
}

/**
 * The words that say what a number counts: those before it, with the noun behind it (收到3件申请); those behind it where
 * the clause puts numbers first (3件结转下年度).
 */
export const wordsOf = (quantity: Quantity, clause: Clause): string => {
  const subject = quantity.subject.replace(lead, '')
  const whole = aroundAlone(quantity, clause)
  if (whole !== null) return whole
  const first = clause.quantities[0]!
  const numberFirst =
    first.after !== '' && !lead.test(first.after) && isEmpty(first.subject.replace(lead, ''))
  if (numberFirst && (quantity === first || isEmpty(subject))) return quantity.after.replace(/[、].*$/u, '')
  const last = clause.quantities.at(-1) === quantity
  if (last && /^[^，。]{1,40}(?:提交|提出|递交)的(?:[^，。]{0,12})?申请$/u.test(quantity.after))
    return `${subject}申请`
  return last && nounFirst.test(quantity.after) ? subject + quantity.after : subject
}

const yearIn = (words: string): number => Number(/(20\d\d)年/u.exec(words)?.[1] ?? Number.NaN)

const isCarriedOver = (words: string, year: number | null): boolean =>
  /(?:上一?|去|往)年(?:度)?(?:的)?(?:结转|转结|转入|跨年|遗留|未办结)|(?:结转|转结)(?:自)?(?:上一?|去|往)年|年前结转/u.test(
    words,
  ) ||
  (/20\d\d年(?:度)?(?:结转|转结|转入|遗留)(?![到至入])/u.test(words) &&
    year !== null &&
    yearIn(words) === year - 1)

const isCarriedForward = (words: string, year: number | null): boolean =>
  /(?:结转|转结|转入|延续|顺延|延期|转|跨)(?:到|至|入|为)?(?:下|次|明|来)一?年|(?:下|次|明)一?年(?:度)?(?:继续)?(?:办理|结转|处理|答复)|跨年(?:度)?(?:办理|结转)/u.test(
    words,
  ) ||
  (/(?:结转|转结|转入|顺延)(?:到|至|入)?20\d\d年/u.test(words) && year !== null && yearIn(words) === year + 1)

/** Only 结转 and a number, behind what was closed. */
const isBareCarried = (words: string, { before }: Clause): boolean =>
  /结转|转结/u.test(words) && residueOf(words) === '' && /办结|答复|办理/u.test(before)

/** 已办结86件、正在办理4件. */
const isInHand = (words: string, { before, text }: Clause): boolean =>
  /^(?:目前|其余|另有|还有)?(?:正|尚|仍)在(?:办理|处理|答复)(?:中)?的?$/u.test(words) &&
  /(?:办结|答复|办理|处理)(?:了)?\d+[件份宗]/u.test(before + text)

const carriedMatter = (words: string, clause: Clause, year: number | null): Matter | null => {
  if (isCarriedOver(words, year)) return 'carriedOver'
  return isCarriedForward(words, year) || isBareCarried(words, clause) || isInHand(words, clause)
    ? 'carriedForward'
    : null
}

/** Whether words name requests, or say nothing else where requests are spoken of. */
const ofRequests = (words: string, clause: Clause): boolean => {
  const own = words.replace(everybody, '').replace(/公开(?:的)?(?:诉求|需求|要求)/gu, '公开')
  if (
    other.test(own) ||
    channel.test(own) ||
    otherStage.test(own) ||
    reconsideration.test(own) ||
    lawsuit.test(own)
  )
    return false
  if (request.test(words)) return true
  const topic = topicOf(clause)
  if (residueOf(own) !== '') return false
  return topic === 'requests' || (topic === null && bareRequest.test(words) && received.test(words))
}

/** Only 共 and a number, behind what came in and what was carried over: 收到108件，连同上年结转的6件，共114件. */
const isSumWithCarried = (words: string, { before }: Clause, report: Report): boolean =>
  /^(?:共计?|合计|总计|总共)?(?:应)?(?:办理|处理|办)?(?:为)?$/u.test(words) &&
  words !== '' &&
  !/^(?:办理|处理|办)$/u.test(words) &&
  /收到|新收|受理|接收/u.test(before) &&
  isCarriedOver(before, report.year)

/** What was in time is all that was closed. */
const allInTime = /(?:按[期时]|如期|依法)?(?:办结|答复|办理)率(?:均)?(?:为|达到?)?100%/u

/** Of a whole area's or system's: 其中局机关6件. */
const ownShare = /^其中(?:本机关|[局委办]机关|本级)+$/u

const requestMatter = (words: string, clause: Clause, report: Report): Matter | null => {
  const carried = carriedMatter(words, clause, report.year)
  if (carried !== null)
    return topicOf(clause) === 'other' || topicOf(clause) === 'cases' || other.test(words)
      ? null
      : isAboutDisclosure(clause) || topicOf(clause) === 'requests'
        ? carried
        : null
  if (topicOf(clause) !== 'other' && isSumWithCarried(words, clause, report)) return 'handled'
  if (!ofRequests(words, clause)) return null
  const came = received.test(words)
  const done = closed.test(words) && !outcome.test(words)
  if (/结转|转结/u.test(words)) return null
  if (ownShare.test(words) && isPartOfTotal(clause) && received.test(clause.before)) return 'received'
  if (done && inTime.test(words) && !allInTime.test(clause.sentence.text))
    return came ? 'handled' : 'closedInTime'
  if (done) return came ? 'handled' : 'closed'
  if (came) return 'received'
  const named = request.test(words) && !/办|复|公开[^申]*$|同意|不/u.test(words.replace(request, ''))
  return named && residueOf(words) === '' ? 'handled' : null
}

/** A single result or stage of cases, or something else than cases. */
const notCases =
  /维持|结果|未审结|纠正|纠错|撤销|确认违法|审结|办结|驳回|终止|撤回|撤诉|结转|决定书|判决|裁定|文书|意见|答复书|培训|会议|胜诉|败诉|调解|和解|(?<!信息)公开(?:了)?(?:行政)?(?:复议|诉讼)|一审|二审|再审|开庭|出庭|庭审|典型案例|复议机关|复议委员会|听证|代理|参加|旁听|法院|同比|复议后|未经|答辩|个案/u
/** Words with which a case is named and no more. */
const plainCase = /行政|复议|诉讼|起诉|案件|案|发生|引发|引起|被|提起|申请人?|收到/gu

/** Cases about something else than disclosure. */
const otherGround = /处罚|许可|执法|征收|征地|拆迁|环保|不服|工伤|治安|交通|强制/u

/** An office that decides or pleads cases as its trade. */
const trade =
  /(?:受理|审理|立案|审查|收到|接收|新收|办理|承办|代理|应对)[^，]{0,6}(?:行政)?(?:复议|诉讼)|应诉/u

/** Whether the clause counts cases of every kind, those about disclosure being named as a part of them. */
const countsEveryKind = ({ text, sentence, before }: Clause): boolean => {
  const rest = sentence.text.slice(before.length + text.length)
  const part = /其中(.*)/su.exec(rest)?.[1]
  return (
    part !== undefined &&
    /信息公开|公开申请|申请公开|依申请/u.test(part) &&
    !/信息公开|公开申请|申请公开|依申请/u.test(text)
  )
}

const caseMatter = (words: string, clause: Clause, report: Report): Matter | null => {
  const decides = /政府|司法/u.test(report.authority ?? '')
  const [ofReconsideration, ofLawsuit] = [reconsideration.test(words), lawsuit.test(words)]
  if (!ofReconsideration && !ofLawsuit) return null
  if (notCases.test(words) || countsEveryKind(clause) || !isCaseOfOurs(clause)) return null
  if (!isAboutDisclosure(clause) && residueOf(words.replace(plainCase, '')) !== '') return null
  if (/无关|其他|其它/u.test(clause.sentence.text) && /无关|[非不]/u.test(clause.sentence.text)) return null
  if (otherGround.test(clause.text) && !/信息公开|依申请|公开申请/u.test(clause.text)) return null
  if (/不在本报告|不计入/u.test(clause.sentence.text)) return null
  if ((trade.test(words) || (decides && /收到|接收|新收|受理/u.test(words))) && !saysDisclosure(clause))
    return null
  return ofReconsideration && ofLawsuit ? 'cases' : ofReconsideration ? 'reconsiderations' : 'lawsuits'
}

const matterOf = (quantity: Quantity, clause: Clause, report: Report): Matter | null => {
  const words = withoutOwnName(wordsOf(quantity, clause), report)
  return (
    caseMatter(words, clause, report) ??
    (namedTopic(words) === 'cases' ? null : requestMatter(words, clause, report))
  )
}

/** Whether a clause may state a figure of the whole year: it neither plans nor compares, nor tells of another year. */
export const isOfTheYear = (clause: Clause, report: Report): boolean =>
  !isPlan(clause) && !isComparison(clause) && !isOtherYear(clause, report)

/** 六个部分, 三个方面: what a thing is made of. */
const pieceOf = /^(?:大)?(?:部分|方面|环节|阶段|领域|类别|步骤|层面|板块|内容|章节|章)/u

const isOfCases = (matter: Reading['matter']): boolean => /^(?:recon|law|cases)/u.test(matter)
/** A case is no part of requests: 收到申请3件，其中，发生1起行政复议. */
const isNoPart = ({ before, text, sentence: { previous } }: Clause): boolean =>
  /信息公开|公开申请/u.test(before + text) &&
  !/复议|诉讼|起诉|案件/u.test(before.startsWith('其中') ? (previous?.text ?? '') + before : before)

type Stated = Pick<Reading, 'matter' | 'value' | 'denies'>

/** A clause that states nothing of requests or cases has none of these. */
const mayState = /[\d一二两三四五六七八九十百零].{0,4}[件条宗起例份个次项单批封]|未|无|没有|不存在|零|为0/u

/** Every statement of the narrative about requests and cases, in printed order. */
export const readingsOf = rememberFor((report: Report): readonly Reading[] =>
  clausesOf(report).flatMap((clause): readonly Reading[] => {
    if (!mayState.test(clause.text) || isPlan(clause) || isComparison(clause)) return []
    const stated = clause.quantities.flatMap((quantity): readonly Stated[] => {
      if (quantity.value === null || !caseUnits.has(quantity.unit) || pieceOf.test(quantity.after)) return []
      const { value } = quantity
      const matter = matterOf(quantity, clause, report)
      if (matter !== null)
        return isOtherYear(clause, report) && !matter.startsWith('carried')
          ? []
          : [{ matter, value, denies: false }]
      if (value !== 0 || isOtherYear(clause, report) || !isAboutDisclosure(clause)) return []
      return deniedCases(wordsOf(quantity, clause), clause.before)
        .filter(each => each.endsWith('Lost'))
        .map(each => ({ matter: each, value, denies: false }))
    })
    const denied = denialsIn(clause, report)
      .filter(() => !isOtherYear(clause, report))
      .map(matter => ({ matter, value: 0, denies: true }))
    return [...stated, ...denied].map(each => ({
      ...each,
      clause,
      part: isPartOfTotal(clause) && !(isOfCases(each.matter) && isNoPart(clause)),
      whose: whoseOf(clause, report),
    }))
  }),
)
