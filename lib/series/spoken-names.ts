import { isAuthorityName, isSameAuthority } from '../narrative/names.ts'
import type { ReportJson } from '../writers/contract.ts'
import { evenName } from './roster/even-name.ts'

/** Who a sentence lets speak: the one whose report it says to be, who did the work it tells of, or who signs. */
export type SpokenAs = 'report' | 'actor' | 'signature'

/** A name in the place where a report names its own authority. */
export interface SpokenName {
  readonly name: string
  readonly as: SpokenAs
  readonly quote: string
}

type Spoken = Pick<
  ReportJson['report'],
  'authority' | 'authorityAsPrinted' | 'year' | 'preamble' | 'sections' | 'signature'
>

const name = '([\\p{Script=Han}()]{4,40}?)'
const year = '(?:20\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2})年(?:度)?'
const received = '(?:共|新|共新)?(?:收到|受理)[^,]{0,16}申请'
const byLaw = '(?:根据|按照|依照|依据)[^,]{0,30}条例'
const manner = '(?:认真|全面|深入|严格|切实|积极)(?:学习|贯彻|落实|执行|遵守|按照)'

const asReport = new RegExp(
  `^(?:.*,)?(?:现(?:将|公布|发布|公开)|发布|公布)?${name}(${year})(?:政府)?信息公开(?:工作)?(?:年度)?报告(?:如下|予以公布|$|,)`,
  'u',
)
const asActor = new RegExp(
  `^(?:${year}(?:以来)?,?|今年以来,?)?${name}(?:党组|党委)?(?:${year})?,?(?:坚持以|以习近平|${manner}|${byLaw}|${received})`,
  'u',
)

const asMaker = new RegExp(`^本(?:年度)?报告由${name}(?:负责)?(?:编制|编写|撰写|起草|发布)`, 'u')

/** What was passed on is told of others. */
const passedOn = /转[来交办送至给]|移送|移交/u

const longest = 5_000

/** Of reports of other years is told that they were published. */
const isOfYear = (printed: string, of: number | null): boolean =>
  !/\d/u.test(printed) || Number.parseInt(printed, 10) === of

const inSentence = (sentence: string, of: number | null): readonly SpokenName[] => {
  const quote = sentence.slice(0, 60)
  const [, report, printed] = asReport.exec(sentence) ?? []
  if (report !== undefined) return isOfYear(printed!, of) ? [{ name: report, as: 'report', quote }] : []
  const actor = passedOn.test(sentence) ? undefined : (asActor.exec(sentence) ?? asMaker.exec(sentence))?.[1]
  return actor === undefined ? [] : [{ name: actor, as: 'actor', quote }]
}

/** Whether it is one of the names, longer or shorter: another name of it, an office of it, what it belongs to. */
const isOwn = (spoken: string, own: readonly string[]): boolean =>
  own.some(each => each.includes(spoken) || spoken.includes(each) || isSameAuthority(each, spoken))

/** The names, other than its own, that stand where a report names its own authority: each once. */
export const spokenNames = (report: Spoken): readonly SpokenName[] => {
  const { authority, authorityAsPrinted, preamble, sections, signature } = report
  const own = [authority, authorityAsPrinted].filter(each => each !== null).map(evenName)
  if (own.length === 0) return []
  const texts = [...preamble, ...sections.flatMap(({ paragraphs }) => paragraphs)]
  const spoken = texts
    .filter(({ length }) => length <= longest)
    .flatMap(text => evenName(text).split(/[。!?;]/u))
    .flatMap(sentence => inSentence(sentence, report.year))
  const signed = evenName(signature?.authority ?? '')
  const all: readonly SpokenName[] =
    signed === '' ? spoken : [...spoken, { name: signed, as: 'signature', quote: signed }]
  const distinct = new Map(all.map(each => [`${each.name} ${each.as}`, each]))
  return [...distinct.values()].filter(each => isAuthorityName(each.name) && !isOwn(each.name, own))
}
