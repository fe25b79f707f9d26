import { numberAt } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { clausePlace } from './claims.ts'
import { type Clause, clausesOf, quoteOf } from './clauses.ts'
import type { Quantity } from './quantities.ts'
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

/** What a share may be of: every number before it in its paragraph, sums of the text's own, and the table's totals. */
const wholesFor = (
  clause: Clause,
  part: Exact,
  report: Report,
): { readonly named: readonly number[]; readonly all: readonly number[] } => {
  const own = clausesOf(report).filter(
    ({ sentence }) =>
      sentence.section === clause.sentence.section && sentence.paragraph === clause.sentence.paragraph,
  )
  const before = own.flatMap(({ quantities }) => quantities).filter(isExact)
  const [fresh, done, carried] = totals.map(key => numberAt(report, key))
  const table =
    topicOf(clause, report) === 'requests'
      ? [fresh, done, (fresh ?? 0) + (carried ?? 0)].filter(value => value !== null && value !== undefined)
      : []
  const sentence = clause.sentence.clauses.filter(({ index }) => index < clause.index)
  const named = sentence
    .flatMap(({ quantities }) => quantities)
    .filter(isExact)
    .filter(({ unit, value }) => unit === part.unit && value > part.value)
  return { named: named.map(({ value }) => value), all: [...before.map(({ value }) => value), ...table] }
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

const shares = (report: Report): readonly FindingDraft[] => {
  const stateds = statedIn(report)
  return stateds.flatMap((stated): readonly FindingDraft[] => {
    const { clause, part, share } = stated
    if (!countable.has(part.unit)) return []
    const { named, all } = wholesFor(clause, part, report)
    if (all.some(whole => fits(part.value, whole, share))) return []
    const whole = named[0] ?? null
    if (!anyWhole(part.value, share)) return [draftOf(stated, whole)]
    if (whole !== null && /其中/u.test(clause.before)) return [draftOf(stated, whole)]
    // Another share of the sentence fits what is known, so that this one would as well.
    const shown = all.find(known =>
      stateds.some(
        other =>
          other !== stated &&
          other.clause.sentence === clause.sentence &&
          fits(other.part.value, known, other.share),
      ),
    )
    return shown === undefined || shown <= part.value ? [] : [draftOf(stated, shown)]
  })
}

const change =
  /^(?:(?:数量|总量|申请量|件数)?(?:同比|环比|较(?:上年|去年|上一年)(?:度)?(?:同期)?|比(?:上年|去年|上一年)(?:度)?(?:同期)?)(?:上年|去年)?(?:的)?(?:\d+[件条次]?)?)?(增长|增加|上升|提高|提升|下降|减少|降低)(?:了|约|幅度为|率为)?(\d{1,4}(?:\.\d{1,4})?)%$/u
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

/** 收到38件，较上年的32件增长15.8%: compared only where both years’ numbers stand in the sentence. */
const changes = (report: Report): readonly FindingDraft[] =>
  clausesOf(report).flatMap((clause, _, all): readonly FindingDraft[] => {
    if (!clause.text.includes('%') || !/增|升|提高|降|减/u.test(clause.text)) return []
    const match = change.exec(clause.text)
    const sentence = clause.before + clause.text
    const last = lastYear.exec(sentence)?.[1]
    if (!match || last === undefined || report.year === null) return []
    const before = Number(last)
    const now = all
      .filter(each => each.sentence === clause.sentence && each.index < clause.index)
      .flatMap(({ quantities }) => quantities)
      .filter(isExact)
      .map(({ value }) => value)
      .filter(value => value !== before)
    if (now.length !== 1) return []
    const printed = match[2]!
    const share = { printed, percent: Number(printed), digits: (printed.split('.')[1] ?? '').length }
    const up = /增|升|提/u.test(match[1]!)
    if (changeFits(now[0]!, before, up, share)) return []
    const right = (((up ? now[0]! - before : before - now[0]!) * 100) / before).toFixed(share.digits)
    const place = clausePlace(clause)
    return [
      {
        message: {
          zh: `${place.zh}写“${clause.printed}”，而由 ${before} 到 ${now[0]} 为${match[1]} ${right}%。请核对。`,
          en: `${place.en} says “${clause.printed}”, but from ${before} to ${now[0]} the change is ${right} %. Check it.`,
        },
        expected: Number(right),
        actual: share.percent,
        evidence: [quoteOf(clause)],
        place: `${clause.sentence.section} ${sentence}`,
      },
    ]
  })

export const textPercent = defineCheck({
  id: 'text-percent',
  severity: 'warning',
  title: { zh: '文字所述百分比与件数不符', en: 'Percentages that do not fit their numbers' },
  explanation: {
    zh: '“自然人 28 件，占 87.5%”：没有任何整数总数与之相符；或与同句所列总数、表三总计都不相符。四舍五入和直接舍去都认可；“约”和没有总数的不比较。“同比增长”只在两年件数都写出时比较。',
    en: 'A share that no whole number has, or that neither the total in its sentence nor those of the table have. Rounding and cutting off are both accepted; rounded numbers are not compared. A change over last year is compared only where both numbers are stated.',
  },
  formula: '百分比＝部分÷总数×100%',
  source: '报告文字的一致性',
  find: report => [...shares(report), ...changes(report)],
})
