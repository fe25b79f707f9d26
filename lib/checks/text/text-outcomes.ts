import { exactSum } from '../../figures/exact.ts'
import { numberAt } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { claimDraft, contradicting } from './claims.ts'
import { type Clause, countingClauses } from './clauses.ts'
import {
  applicantNames,
  lawsuitKinds,
  type NamedCells,
  namesIn,
  outcomeNames,
  resultNames,
} from './named-cells.ts'
import { isOfTheYear, type Reading, readingsOf, residueOf, wordsOf } from './readings.ts'
import { caseUnits, isCaseOfOurs, topicOf } from './topics.ts'
import { type Whose, whoseOf, withoutOwnName } from './whose.ts'

/** A number that the text gives one result or kind of applicant, with the sums of figures that bear it out. */
interface Stated {
  readonly clause: Clause
  readonly value: number
  readonly whose: Whose | null
  readonly part: boolean
  readonly sums: readonly (readonly string[])[]
}

/** 予以公开和无法提供各5件: each of those named. */
const each = /各(?:有|为)?$/u
const separate = /[和与及、]|以及/u

/** The least that figures add up to, and whether all of them are numbers. */
const sumOf = (
  report: Report,
  keys: readonly string[],
): { readonly least: number; readonly exact: boolean } => {
  const values = keys.map(key => numberAt(report, key))
  return { least: exactSum(values.map(value => value ?? 0)), exact: !values.includes(null) }
}

const agreesWith = (report: Report, { value, sums }: Stated): boolean =>
  sums.some(keys => {
    const { least, exact } = sumOf(report, keys)
    return exact ? value === least : value >= least
  })

const keysOf = (names: readonly NamedCells[]): readonly string[] => [
  ...new Set(names.flatMap(({ keys }) => keys)),
]

/** Words that a result or an applicant may stand among. */
const around =
  /答复|决定|告知|结果|属于?|商业秘密|个人隐私|因|涉及|类|本机关|我[局委办厅镇县区市]|申请人|申请|经(?=复议|审理|判决)|提出|提交|请求|予以|予|作出|并|案件|的|之一|或|和|及|、|与|不再|等|被|依法|复议机关|法院|法庭|判决|驳回|行政|复议|诉讼|起诉|直接|未经|后/gu
const isOnly = (rest: string): boolean => residueOf(rest.replace(around, '')) === ''

const requestRows = ['requests.newRequests', 'requests.outcomes.total', 'requests.carriedOver']

const ofRow = (keys: readonly string[], rows: readonly string[]): readonly string[] =>
  keys.filter(key => rows.some(row => key.startsWith(`${row}.`)))

const applicantSums = (names: readonly NamedCells[]): readonly (readonly string[])[] => {
  const [fresh, done, before] = requestRows as [string, string, string]
  const keys = keysOf(names)
  return [ofRow(keys, [fresh]), ofRow(keys, [done]), ofRow(keys, [fresh, before])]
}

const groups = {
  reconsideration: ['reconsiderationAndLitigation.reconsideration'],
  direct: ['reconsiderationAndLitigation.directLitigation'],
  after: ['reconsiderationAndLitigation.litigationAfterReconsideration'],
}

/** Of which cases a result is: by its own words, else by the last case named before it. */
const resultSums = (
  keys: readonly string[],
  words: string,
  { before }: Clause,
): readonly (readonly string[])[] => {
  const said = /复议|诉讼|起诉/u.test(words) ? words : before
  const at = Math.max(said.lastIndexOf('诉讼'), said.lastIndexOf('起诉'))
  const all = {
    direct: ofRow(keys, groups.direct),
    after: ofRow(keys, groups.after),
    reconsideration: ofRow(keys, groups.reconsideration),
  }
  if (at < 0 && !said.includes('复议')) return []
  if (at > said.lastIndexOf('复议')) return [[...all.direct, ...all.after], all.direct, all.after]
  return /复议[、和及与]{0,1}(?:行政)?诉讼/u.test(said)
    ? [[...all.reconsideration, ...all.direct, ...all.after]]
    : [all.reconsideration]
}

/** A sentence that also lists results which only requests have tells what 办结31件 was of. */
const outcomesOnly = /予以公开|部分公开|不予公开|无法提供|不予处理/u

const statedIn = (report: Report): readonly Stated[] =>
  countingClauses(report).flatMap((clause): readonly Stated[] => {
    if (!clause.quantities.some(({ value }) => value !== null) || !isOfTheYear(clause, report)) return []
    const topic = topicOf(clause)
    return clause.quantities.flatMap((quantity): readonly Stated[] => {
      if (quantity.value === null || !caseUnits.has(quantity.unit)) return []
      const words = withoutOwnName(wordsOf(quantity, clause), report)
      const named = each.test(words)
        ? words
            .replace(each, '')
            .split(separate)
            .map(part => sumsOf(part, clause, topic, report))
        : [sumsOf(words, clause, topic, report)]
      if (named.some(sums => sums.length === 0 || sums.some(keys => keys.length === 0))) return []
      if (!isBorneOut(clause, report)) return []
      const { value } = quantity
      return named.map(sums => ({ clause, value, whose: null, part: false, sums }))
    })
  })

/** 收到3件，其中公开2件: wholly, or in part as well. */
const disclosedSums = [
  ['requests.outcomes.granted.total'],
  ['requests.outcomes.granted.total', 'requests.outcomes.partiallyGranted.total'],
]

const sumsOf = (
  words: string,
  clause: Clause,
  topic: ReturnType<typeof topicOf>,
  report: Report,
): readonly (readonly string[])[] => {
  const outcomes = namesIn(words, outcomeNames(report))
  if (outcomes.found.length > 0 && isOnly(outcomes.rest))
    return topic === 'requests' || (topic === null && outcomesOnly.test(words))
      ? [keysOf(outcomes.found)]
      : []
  if (topic === 'requests' && /^其中(?:已|予以)?公开$/u.test(words) && /申请/u.test(clause.before))
    return disclosedSums
  const kinds = namesIn(words, lawsuitKinds(report))
  if (kinds.found.length === 1 && isOnly(kinds.rest))
    return topic === 'cases' && isOurs(clause) ? [keysOf(kinds.found)] : []
  const results = namesIn(words, resultNames(report))
  if (results.found.length > 0 && isOnly(results.rest))
    return topic === 'cases' && isOurs(clause) ? resultSums(keysOf(results.found), words, clause) : []
  const applicants = namesIn(words, applicantNames(report))
  if (applicants.found.length === 1 && topic === 'requests' && isOnly(applicants.rest))
    return applicants.found.some(({ words: said }) => said.includes('法人')) && !/组织/u.test(words)
      ? [
          ...applicantSums(applicants.found),
          ...applicantSums(
            applicantNames(report).names.filter(({ words: said }) => said.includes('商业企业')),
          ),
        ]
      : applicantSums(applicants.found)
  return []
}

/** Not cases pleaded for others, nor about something else. */
const isOurs = (clause: Clause): boolean =>
  isCaseOfOurs(clause) &&
  !/无关|代理|审理|(?<!未)审结|处罚|许可|不服|不在本报告|行政复议机构|为被申请人/u.test(clause.sentence.text)

const requestTotals = [
  ['requests.newRequests.total'],
  ['requests.outcomes.total.total'],
  ['requests.newRequests.total', 'requests.carriedOver.total'],
]
const [ofReconsideration, direct, after] = [
  'reconsideration',
  'directLitigation',
  'litigationAfterReconsideration',
].map(group => `reconsiderationAndLitigation.${group}.total`) as [string, string, string]

/** The sums of figures that a total of the matter may be. */
const totalsOf = (matter: Reading['matter']): readonly (readonly string[])[] =>
  matter === 'reconsiderations'
    ? [[ofReconsideration]]
    : matter === 'lawsuits'
      ? [[direct, after]]
      : matter === 'cases'
        ? [[ofReconsideration, direct, after]]
        : requestTotals

const paragraphOf = ({ sentence }: Clause): string => `${sentence.section} ${sentence.paragraph}`

/** Of paragraphs that speak of the whole area or of others: whether one of their totals is the table's. */
const wideParagraphs = rememberFor((report: Report): ReadonlyMap<string, boolean> => {
  const wide = readingsOf(report).filter(({ whose }) => whose === 'all' || whose === 'others')
  const isOfTable = ({ matter, value }: Reading): boolean =>
    totalsOf(matter).some(keys => sumOf(report, keys).least === value)
  return new Map(
    [...Map.groupBy(wide, ({ clause }) => paragraphOf(clause))].map(([paragraph, own]) => [
      paragraph,
      own.some(isOfTable),
    ]),
  )
})

/**
 * Whether the table is of those the clause speaks of: of others it is not; and of the whole area, here or before in the
 * paragraph, only where one of its totals is the table's.
 */
const isBorneOut = (clause: Clause, report: Report): boolean => {
  const whose = whoseOf(clause, report)
  if (whose === 'others') return false
  if (whose === 'own') return true
  return wideParagraphs(report).get(paragraphOf(clause)) ?? (whose !== 'all' && whose !== 'units')
}

const draftsOf = (stated: readonly Stated[], report: Report): readonly FindingDraft[] =>
  contradicting(stated, claim => agreesWith(report, claim)).map(claim => {
    const keys = claim.sums[0]!
    const { least } = sumOf(report, keys)
    const form = tableName(keys[0]!.startsWith('requests') ? 'requests' : 'reconsiderationAndLitigation')
    const cells = keys.map(key => cellName(report, key))
    const what = {
      zh: cells.length === 1 ? `${cells[0]!.zh}为 ${least}` : `相应 ${cells.length} 格之和为 ${least}`,
      en:
        cells.length === 1 ? `${cells[0]!.en} is ${least}` : `the ${cells.length} cells for it make ${least}`,
    }
    return claimDraft(claim, keys, least, { zh: `${form.zh}${what.zh}`, en: `in ${form.en} ${what.en}` })
  })

export const textOutcomes = defineCheck({
  id: 'text-outcomes',
  severity: 'warning',
  title: {
    zh: '文字所述办理结果、申请人或复议诉讼结果与表格不符',
    en: 'Outcomes, applicants, results of cases: text against table',
  },
  explanation: {
    zh: '文字中“予以公开、部分公开、不予公开、无法提供、不予处理、其他处理 N 件”及其各项，应等于表三总计列的相应行（大类为其各项之和）；“自然人 N 件、法人或其他组织 N 件”应等于相应列；复议、诉讼“维持、纠正、尚未审结 N 件”应等于表四相应列。没有写到的种类不比较；相应各格有空白的，只在文字小于已填之和时提示。',
    en: 'Numbers of single outcomes must be those of the rows of the table of requests (a group is the sum of its items), of kinds of applicants those of its columns, of results of cases those of the table of cases. A kind not named is not compared; where cells are blank, only a number below the sum of the others is reported.',
  },
  source: '报告文字与表三、表四的一致性',
  find: report => {
    const stated = statedIn(report)
    // Each list of figures is a matter of its own: what agrees for one says nothing of another.
    return [...Map.groupBy(stated, ({ sums }) => sums[0]!.join(' ')).values()].flatMap(group =>
      draftsOf(group, report),
    )
  },
})
