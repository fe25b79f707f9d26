import { numberAt } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { clausePlace } from './claims.ts'
import { type Clause, clausesOf, quoteOf } from './clauses.ts'
import { applicantNames, namesIn, outcomeNames } from './named-cells.ts'
import type { Quantity } from './quantities.ts'
import { readingsOf } from './readings.ts'
import { topicOf } from './topics.ts'

type Exact = Quantity & { readonly value: number }
const isExact = (quantity: Quantity): quantity is Exact => quantity.value !== null

/** A percentage as printed: its digits tell how closely it was rounded. */
interface Share {
  readonly printed: string
  readonly percent: number
  readonly digits: number
}

const sharePattern =
  /^(?:(?:约|分别)?(?:占比?|纠错率|败诉率)(?:例)?(?:约)?(?:为)?[^\d，,、]{0,16}?(?:的)?(?:比例|比重|比)?(?:为|达)?)(\d{1,3}(?:\.\d{1,4})?)%$/u
/** 28件，占87.5% stands in a clause of its own, or right behind the number. */
const shareIn = (words: string): Share | null => {
  const printed = sharePattern.exec(words)?.[1]
  if (printed === undefined || /约|近|超/u.test(words)) return null
  return { printed, percent: Number(printed), digits: (printed.split('.')[1] ?? '').length }
}

/** Whether the fraction is the share, rounded or cut off at its digits. In whole numbers: no binary fractions. */
const fits = (part: number, whole: number, { printed, digits }: Share): boolean => {
  if (whole <= 0 || part > whole) return false
  const scale = 10 ** digits
  const units = Math.round(Number(printed) * scale)
  const exact = part * 100 * scale
  const floor = Math.floor(exact / whole)
  return units === floor || (units === floor + 1 && (exact - floor * whole) * 2 >= whole)
}

/** Whether any whole number is the total of which the part is the share. */
const anyWhole = (part: number, share: Share): boolean => {
  if (part === 0) return share.percent === 0
  const step = 10 ** -share.digits
  const most =
    share.percent - step <= 0 ? Number.POSITIVE_INFINITY : Math.ceil((part * 100) / (share.percent - step))
  const least = Math.max(part, Math.floor((part * 100) / (share.percent + step)))
  if (most - least > 1_000) return true
  for (let whole = least; whole <= most; whole++) if (fits(part, whole, share)) return true
  return false
}

const totals = ['requests.newRequests.total', 'requests.outcomes.total.total', 'requests.carriedOver.total']

/** Numbers of one paragraph that a share may be of. A paragraph of more is no running text, and each would be compared with all. */
const mostNumbers = 300

const paragraphOf = ({ sentence }: Clause): string => `${sentence.section} ${sentence.paragraph}`

/** The exact numbers of each paragraph. */
const numbersByParagraph = (report: Report): ReadonlyMap<string, readonly number[]> =>
  new Map(
    [...Map.groupBy(clausesOf(report), paragraphOf)].map(([paragraph, clauses]) => [
      paragraph,
      clauses.flatMap(({ quantities }) => quantities.filter(isExact).map(({ value }) => value)),
    ]),
  )

/** What a share may be of: every number of its paragraph, and the table's totals; and those that its sentence names before it. */
const wholesFor = (
  clause: Clause,
  part: Exact,
  inParagraph: readonly number[],
  report: Report,
): { readonly named: readonly number[]; readonly all: readonly number[] } => {
  const [fresh, done, carried] = totals.map(key => numberAt(report, key))
  const table =
    topicOf(clause) === 'requests'
      ? [fresh, done, (fresh ?? 0) + (carried ?? 0)].filter(value => value !== null && value !== undefined)
      : []
  const sentence = clause.sentence.clauses.filter(({ index }) => index < clause.index)
  const named = sentence
    .flatMap(({ quantities }) => quantities)
    .filter(isExact)
    .filter(({ unit, value }) => unit === part.unit && value > part.value)
  return { named: named.map(({ value }) => value), all: [...inParagraph, ...table] }
}

interface Stated {
  readonly clause: Clause
  readonly part: Exact
  readonly share: Share
}

const statedIn = (report: Report): readonly Stated[] =>
  clausesOf(report).flatMap((clause, at, all): readonly Stated[] => {
    if (!clause.text.includes('%') || !/占|率/u.test(clause.text)) return []
    const found = clause.quantities.flatMap((part): readonly Stated[] => {
      const share = shareIn(part.after.replace(/^、/u, '').replace(/、.*$/u, ''))
      return share && isExact(part) ? [{ clause, part, share }] : []
    })
    if (found.length > 0) return found
    const share = clause.quantities.length === 0 ? shareIn(clause.text) : null
    const previous = all[at - 1]
    const part = previous?.quantities.at(-1)
    if (
      !share ||
      !part ||
      !isExact(part) ||
      previous?.sentence !== clause.sentence ||
      previous.quantities.length !== 1
    )
      return []
    return [{ clause, part, share }]
  })

/** A share of what is not counted in things: money, people of several times. */
const countable: ReadonlySet<string> = new Set([
  '件',
  '条',
  '个',
  '篇',
  '份',
  '项',
  '宗',
  '起',
  '例',
  '次',
  '场',
  '期',
  '家',
  '人',
  '部',
  '则',
])

const draftOf = ({ clause, part, share }: Stated, whole: number | null): FindingDraft => {
  const place = clausePlace(clause)
  const words = `${part.value}${part.unit}占${share.printed}%`
  const right = whole === null ? null : ((part.value * 100) / whole).toFixed(share.digits)
  return {
    message:
      whole === null
        ? {
            zh: `${place.zh}写“${words}”，但没有任何整数总数能使 ${part.value} 占其 ${share.printed}%。请核对件数和百分比。`,
            en: `${place.en} says “${words}”, but ${part.value} is ${share.printed} % of no whole number. Check the number and the percentage.`,
          }
        : {
            zh: `${place.zh}写“${words}”，而 ${part.value} 占 ${whole} 的 ${right}%。请核对件数和百分比。`,
            en: `${place.en} says “${words}”, but ${part.value} is ${right} % of ${whole}. Check the number and the percentage.`,
          },
    ...(right === null ? {} : { expected: Number(right) }),
    actual: share.percent,
    evidence: [quoteOf(clause)],
    place: `${clause.sentence.section} ${clause.before}${clause.text} ${part.value}`,
  }
}

/** Whether the part is a result or a kind of applicant of requests. */
const isOfRequests = ({ clause, part }: Stated, report: Report): boolean =>
  topicOf(clause) === 'requests' &&
  [outcomeNames(report), applicantNames(report)].some(names => namesIn(part.subject, names).found.length > 0)

const shares = (report: Report): readonly FindingDraft[] => {
  const stateds = statedIn(report)
  if (stateds.length === 0) return []
  const bySentence = Map.groupBy(stateds, ({ clause }) => clause.sentence)
  const byParagraph = numbersByParagraph(report)
  return stateds.flatMap((stated): readonly FindingDraft[] => {
    const { clause, part, share } = stated
    const inParagraph = byParagraph.get(paragraphOf(clause)) ?? []
    if (!countable.has(part.unit) || inParagraph.length > mostNumbers) return []
    const { named, all } = wholesFor(clause, part, inParagraph, report)
    if (all.some(whole => fits(part.value, whole, share))) return []
    const whole = named[0] ?? null
    if (!anyWhole(part.value, share)) return [draftOf(stated, whole)]
    if (whole !== null && /其中/u.test(clause.before)) return [draftOf(stated, whole)]
    // A share of requests is one of those received or closed, which the table has.
    const total = numberAt(report, 'requests.outcomes.total.total')
    if (whole === null && total !== null && total > part.value && isOfRequests(stated, report))
      return [draftOf(stated, total)]
    // Another share of the sentence fits what is known, so that this one would as well.
    const others = bySentence.get(clause.sentence)!.filter(other => other !== stated)
    const shown = all.find(known => others.some(other => fits(other.part.value, known, other.share)))
    return shown === undefined || shown <= part.value ? [] : [draftOf(stated, shown)]
  })
}

/** 同比下降15.8%, 较上年的38件下降15.8%; nothing else is named that may have changed. */
const change =
  /^(?:(?:数量|总量|申请量|件数|总数)?(?:同比|环比|相?较于?|比|与)[^，率度]{0,20}?)?(增长|增加|上升|提高|提升|下降|减少|降低)(?:了|幅度为)?(\d{1,4}(?:\.\d{1,4})?)%$/u
const lastYear =
  /(?:上年|去年|上一年|20\d\d年)(?:度)?(?:同期)?(?:为|是|的|共|收到|受理)?[^\d增减多少升降比]{0,10}(\d{1,7})[件条次篇]/u

const changeFits = (now: number, before: number, up: boolean, share: Share): boolean => {
  const difference = up ? now - before : before - now
  if (difference < 0 || before <= 0) return false
  const scale = 10 ** share.digits
  const units = Math.round(share.percent * scale)
  const exact = difference * 100 * scale
  const floor = Math.floor(exact / before)
  return units === floor || (units === floor + 1 && (exact - floor * before) * 2 >= before)
}

/** Whether some whole number of last year gives the change. */
const anyBefore = (now: number, up: boolean, share: Share): boolean => {
  const ratio = share.percent / 100
  if (!up && ratio >= 1) return now === 0
  const about = up ? now / (1 + ratio) : now / (1 - ratio)
  const reach = Math.ceil(about * 10 ** -share.digits) + 2
  if (reach > 1_000) return true
  for (let before = Math.max(1, Math.floor(about) - reach); before <= about + reach; before++)
    if (changeFits(now, before, up, share)) return true
  return false
}

interface Change {
  readonly clause: Clause
  readonly up: boolean
  readonly verb: string
  readonly now: number
  /** Null where the text does not say. */
  readonly before: number | null
  readonly share: Share
}

const differs =
  /^(?:数量|申请量)?(?:同比|相?较|比)[^，\d]{0,8}(?:20\d\d年(?:度)?)?(增加|增长|上升|多|减少|下降|少)(?:了)?(\d{1,7})[件条次]$/u

const shareOf = (printed: string): Share => ({
  printed,
  percent: Number(printed),
  digits: (printed.split('.')[1] ?? '').length,
})

/**
 * 收到22件，较上年增加4件，增长22.2%: last year's number is the difference less. After a list of parts the change is of
 * the whole, or of the last part.
 */
const afterDifference = (
  clause: Clause,
  verb: string,
  printed: string,
  [, way, by]: RegExpExecArray,
  earlier: readonly Clause[],
): readonly Change[] => {
  const up = /增|升|多/u.test(way!)
  const share = shareOf(printed)
  const list = earlier.findIndex(({ text }) => text.startsWith('其中'))
  const readings = (list < 0 ? [earlier] : [earlier.slice(0, list), earlier]).flatMap(clauses => {
    const numbers = (clauses.at(-1)?.quantities ?? []).filter(isExact).map(({ value }) => value)
    const [now] = numbers
    if (now === undefined || numbers.length !== 1) return []
    return [{ clause, up, verb, now, before: up ? now - Number(by) : now + Number(by), share }]
  })
  const right = readings.some(({ now, before }) => changeFits(now, before, up, share))
  return right ? [] : readings.slice(0, 1)
}

/** What changed: the one number right before, of requests; or the only one of the sentence beside last year’s. */
const changesIn = (report: Report): readonly Change[] =>
  clausesOf(report).flatMap((clause): readonly Change[] => {
    if (!clause.text.includes('%')) return []
    const [, verb, printed] = change.exec(clause.text) ?? []
    if (verb === undefined || printed === undefined) return []
    const last = (lastYear.exec(clause.text) ?? lastYear.exec(clause.before + clause.text))?.[1]
    const earlier = clause.sentence.clauses.slice(0, clause.index)
    const difference = differs.exec(earlier.at(-1)?.text ?? '')
    if (difference) return afterDifference(clause, verb, printed, difference, earlier.slice(0, -1))
    if (!/^(?:数|总|申|件|同|环|相|较|比|与)/u.test(clause.text)) return []
    const before = last === undefined ? null : Number(last)
    const near = before === null ? earlier.slice(-1) : earlier
    const numbers = near
      .flatMap(({ quantities }) => quantities)
      .filter(isExact)
      .map(({ value }) => value)
      .filter(value => value !== before)
    const [now] = numbers
    if (now === undefined || numbers.length !== 1) return []
    const ofRequests = readingsOf(report).some(
      reading => reading.clause === earlier.at(-1) && !reading.part && reading.value === now,
    )
    if (before === null && !ofRequests) return []
    const share = shareOf(printed)
    return [{ clause, up: /增|升|提/u.test(verb), verb, now, before, share }]
  })

const changeDraft = ({ clause, up, verb, now, before, share }: Change): FindingDraft => {
  const place = clausePlace(clause)
  const right =
    before === null ? null : (((up ? now - before : before - now) * 100) / before).toFixed(share.digits)
  return {
    message:
      right === null
        ? {
            zh: `${place.zh}写“${clause.printed}”，但没有任何上年整数件数能使 ${now} 件${verb} ${share.printed}%。请核对。`,
            en: `${place.en} says “${clause.printed}”, but no whole number of last year gives that change to ${now}. Check it.`,
          }
        : {
            zh: `${place.zh}写“${clause.printed}”，而由 ${before} 到 ${now} 为${verb} ${right}%。请核对。`,
            en: `${place.en} says “${clause.printed}”, but from ${before} to ${now} the change is ${right} %. Check it.`,
          },
    ...(right === null ? {} : { expected: Number(right) }),
    actual: share.percent,
    evidence: [quoteOf(clause)],
    place: `${clause.sentence.section} ${clause.before}${clause.text}`,
  }
}

const changes = (report: Report): readonly FindingDraft[] =>
  changesIn(report)
    // Of nothing there is no percentage.
    .filter(({ now, before, up, share }) =>
      before === null ? !anyBefore(now, up, share) : before > 0 && !changeFits(now, before, up, share),
    )
    .map(changeDraft)

export const textPercent = defineCheck({
  id: 'text-percent',
  severity: 'warning',
  title: { zh: '文字所述百分比与件数不符', en: 'Percentages that do not fit their numbers' },
  explanation: {
    zh: '“自然人 28 件，占 87.5%”：没有任何整数总数与之相符；或与同句所列总数、表三总计都不相符。四舍五入和直接舍去都认可；“约”和没有总数的不比较。“同比增长”与写出的上年件数比较；上年件数没有写出的，看是否有任何整数与之相符。',
    en: 'A share that no whole number has, or that neither the total in its sentence nor those of the table have. Rounding and cutting off are both accepted; rounded numbers are not compared. A change over last year is compared with that year’s number, or where it is not stated, with every whole number.',
  },
  formula: '百分比＝部分÷总数×100%',
  source: '报告文字的一致性',
  find: report => [...shares(report), ...changes(report)],
})
