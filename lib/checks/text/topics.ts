import { type Clause, mayTell, type Sentence } from './clauses.ts'
import {
  any,
  channels,
  everybody,
  fillers,
  lawsuits,
  otherMatters,
  outcomeNouns,
  reconsiderations,
  requestNouns,
} from './words.ts'

/** What a clause speaks of: requests for information, cases about them, or something else that is counted. */
export type Topic = 'requests' | 'cases' | 'other'

const cases = new RegExp(any([...reconsiderations, ...lawsuits]), 'u')
const requests = new RegExp(any(requestNouns), 'u')
const outcomes = new RegExp(any(outcomeNouns), 'u')
const other = new RegExp(any(otherMatters), 'u')
const descriptive = /^(?:申请)?(?:内容|事项|信息)?(?:主要|多为|集中|涉及|内容|答复率|办结率)/u

/** The topic that words name themselves; the last named decides, a request over what it is about. */
export const namedTopic = (words: string): Topic | null => {
  if (cases.test(words)) return 'cases'
  if (requests.test(words)) return 'requests'
  return other.test(words) && !descriptive.test(words) ? 'other' : null
}

const ofSection = (section: string): Topic | null =>
  section === 'requests' ? 'requests' : section === 'reconsiderationAndLitigation' ? 'cases' : null

const ofHeadings = ({ headings, section }: Sentence): Topic | null =>
  headings === '' ? ofSection(section) : (namedTopic(headings) ?? ofSection(section))

const applied =
  /^(?:[^，]*?)(?:收到|受理|办理|接收|接到|审批|新收)([^，\d]{0,20}?)申请(?:件|书|事项|共|总计)*$/u

/** Applications of a kind of their own: 受理查档申请3250件. */
const appliesElsewhere = ({ quantities }: Clause): boolean =>
  quantities.some(({ subject }) => {
    const kind = applied.exec(subject)?.[1]
    return (
      kind !== undefined && kind.replace(fillers, '').replace(everybody, '').replace(channelWords, '') !== ''
    )
  })

/** The clause before in the paragraph, or what the words between, or else the sub-headings, name. */
const placeBefore = ({ sentence, index }: Clause): Clause | Topic | null => {
  if (index > 0) return sentence.clauses[index - 1]!
  let first = sentence
  while (first.previous) {
    first = first.previous
    const last = mayTell(first) ? first.clauses.at(-1) : undefined
    const named = last ?? namedTopic(first.text)
    if (named !== null) return named
  }
  return ofHeadings(first)
}

/** Whether results that only requests have are counted: of cases they are others. */
const countsOutcomes = ({ quantities, text }: Clause): boolean => quantities.length > 0 && outcomes.test(text)

/** What the clause speaks of by its own words. */
const ownTopic = (clause: Clause): Topic | null =>
  namedTopic(clause.text) ?? (appliesElsewhere(clause) ? 'other' : null)

/** What clauses were found to speak of, as long as there are the clauses. */
const told = new WeakMap<Clause, { readonly topic: Topic | null }>()

/**
 * What the clause speaks of, by itself or by what stands before it; null where nothing tells. The topic stays until another
 * is named, at most to the end of the paragraph or to the next sub-heading. In a loop: a paragraph may have no end.
 */
export const topicOf = (clause: Clause): Topic | null => {
  const open: Clause[] = []
  let at: Clause | Topic | null = clause
  while (at !== null && typeof at === 'object' && !told.has(at)) {
    const own: Topic | null = countsOutcomes(at) ? null : ownTopic(at)
    if (own !== null) told.set(at, { topic: own })
    else {
      open.push(at)
      at = placeBefore(at)
    }
  }
  let topic = at !== null && typeof at === 'object' ? told.get(at)!.topic : at
  for (const each of open.toReversed()) {
    const counts = countsOutcomes(each)
    if (counts) topic = topic === 'cases' ? (ownTopic(each) ?? topic) : 'requests'
    told.set(each, { topic })
  }
  return topic
}

const channelWords = new RegExp(any(channels), 'gu')

const disclosure = /信息公开|依申请|公开申请|政务公开|政府信息/u

/** Whether the paragraph is about open government information at all, or stands in a section that is. */
export const isAboutDisclosure = ({ sentence }: Clause): boolean =>
  ['requests', 'reconsiderationAndLitigation'].includes(sentence.section) ||
  disclosure.test(sentence.paragraphText) ||
  disclosure.test(sentence.headings) ||
  /复议|诉讼/u.test(sentence.headings) ||
  /^[^，。：:]{0,10}复议[^，。：:]{0,8}[:：]/u.test(sentence.text)

/** Law and order in general, of which cases about disclosure are a part. */
const ruleOfLaw = /法治|依法行政|普法|应诉工作/u

/**
 * Whether cases named in plain words are those about disclosure: the paragraph is about it, or the report, which is,
 * speaks of nothing else there.
 */
export const isCaseOfOurs = (clause: Clause): boolean =>
  isAboutDisclosure(clause) || !ruleOfLaw.test(clause.sentence.paragraphText)

/** Whether the sentence itself, or its sub-heading, is about open government information. */
export const saysDisclosure = ({ sentence, before, text }: Clause): boolean =>
  sentence.section === 'reconsiderationAndLitigation' ||
  disclosure.test(before + text) ||
  /维持[我本][局委办厅].{0,2}答复/u.test(sentence.text) ||
  /依申请|信息公开.{0,4}(?:复议|诉讼)|复议|诉讼/u.test(sentence.headings)

const plan = /确保|力争|避免|防止|杜绝|努力|争取|下一步|计划|如[有果遇]|应当|要求各|不得/u

/** Whether the clause wishes or plans instead of reporting. */
export const isPlan = ({ text, sentence }: Clause): boolean =>
  sentence.section === 'problemsAndImprovements' || plan.test(text)

/** Units applications, cases and reviews are counted in. */
export const caseUnits: ReadonlySet<string> = new Set([
  '件',
  '条',
  '宗',
  '起',
  '例',
  '份',
  '个',
  '件次',
  '次',
  '项',
  '单',
  '批',
  '封',
  '人次',
])
