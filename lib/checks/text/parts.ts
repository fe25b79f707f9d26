import { exactSum } from '../../figures/exact.ts'
import type { Report } from '../../model/report.ts'
import { type Clause, type Sentence, sentencesOf } from './clauses.ts'
import { isComparison } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'

export type Exact = Quantity & { readonly value: number }

/** What is read as the parts of a total: so many clauses, with the numbers of the total's kind in them. */
export interface PartList {
  readonly clauses: readonly Clause[]
  readonly parts: readonly Exact[]
  /** Whether the list runs to an end of its own, and every number in it is exact and of the kind. */
  readonly complete: boolean
  /** Read on over a semicolon, which may end the list or part its items. */
  readonly longer: boolean
}

/** A total in words with the list that follows it. */
export interface PartedTotal {
  readonly clause: Clause
  readonly total: Exact
  /** Every number of the total's unit before the list in the same sentence. */
  readonly before: readonly number[]
  readonly lists: readonly PartList[]
  /** All of them but comparisons: what the parts can be no more than. */
  readonly most: number
  /** Behind 其中, not behind 包括, a colon or a bracket, which may begin something else. */
  readonly said: boolean
}

/** Units that count the same kind of thing: 文件47件、公告85个 add up; 22件 and 300人次 do not. */
const things = new Set(['件', '条', '个', '篇', '份', '项', '则', '件次', '条次', '宗', '起', '例', '期'])
const occasions = new Set(['次', '场', '期', '场次', '批次', '批'])
const alike = (a: string, b: string): boolean =>
  a === b || (occasions.has(a) && occasions.has(b)) || (things.has(a) && things.has(b))
const isExact = (quantity: Quantity): quantity is Exact => quantity.value !== null

/** A new sum, a matter of its own, or something that happened to some of the parts ends the list. */
const ends =
  /^(?:加上|连同|[按从][^，]{2,8}(?:分|看|划分|分类)$|(?:全年|全部|我[局区市县委厅]|目前|截至.*)?(?:共(?!享)|累计|合计|总计|总)|另|此外|同时|并|均|(?:已|按[时期]|如期|及时|依法)*(?:办结|办理|答复|回复)\d|办结|办理|答复|回复|接收|开展|召开|举办|组织|全年|通过.{2,20}(?:发布|公开).*共)/u
const event = /20\d\d年|关停|注销|停用|新开|新增|整合|撤销|清理|^(?:已|均|全部)/u

const depthBefore = ({ before }: Clause): number =>
  (before.match(/[（(]/gu)?.length ?? 0) - (before.match(/[)）]/gu)?.length ?? 0)

/** What a list may divide by: outcomes, ways to court, applicants, channels. */
const byOutcome =
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|办结|答复|结转|撤回|维持|纠正|未审结|败诉|胜诉/u
const byCourt = /直接起诉|未经复议|复议后/u
const byApplicant = /自然人|法人|企业|公民|个人|科研机构|社会公益|法律服务/u
const byChannel =
  /网络|网上|在线|网站|信函|信件|邮寄|邮件|邮箱|当面|现场|传真|平台|微信|微博|公众号|客户端|窗口/u
const kinds = [byOutcome, byCourt, byApplicant, byChannel]

/** 按申请方式分, 从申请方式来看: what follows divides the requests. */
const label = /^[按从][^，]{2,8}(?:分|看|划分|分类)$/u

const opensList = (clause: Clause): 'said' | 'list' | 'labelled' | null => {
  if (clause.quantities.length > 0 && label.test(clause.sentence.clauses[clause.index - 1]?.text ?? ''))
    return 'labelled'
  if (clause.text.startsWith('其中')) return 'said'
  if (/^(?:主要|具体|其)?(?:包括|包含|分别[是为]|分为|具体[是为]|涵盖)/u.test(clause.text)) return 'list'
  if (/^在[^，]{0,14}(?:信息|申请|案件|文件|件)中$/u.test(clause.text)) return 'said'
  if (/^\d+[件条份次]为/u.test(clause.text) && (byApplicant.test(clause.text) || byChannel.test(clause.text)))
    return 'said'
  return /[：:（(]$/u.test(clause.before) && clause.quantities.length > 0 ? 'list' : null
}

const listsAfter = (clauses: readonly Clause[], from: number, unit: string): readonly PartList[] => {
  const opener = clauses[from]!
  const depth = depthBefore(opener)
  const bracketed = /[（(]$/u.test(opener.before)
  const used: Clause[] = []
  const lists: PartList[] = []
  const close = (longer: boolean): void => {
    const own = used.filter(clause => depthBefore(clause) === depth)
    const found = own.flatMap(({ quantities }) => quantities)
    const parts = found.filter(each => alike(each.unit, unit))
    lists.push({
      clauses: own,
      parts: parts.filter(isExact),
      complete:
        parts.length === found.length && parts.every(isExact) && !/^等/u.test(found.at(-1)?.after ?? ''),
      longer,
    })
  }
  let semicolons = 0
  for (const [at, clause] of clauses.slice(from).entries()) {
    if (isComparison(clause) && depthBefore(clause) === depth) break
    if (at > 0) {
      if (bracketed && depthBefore(clause) < depth) break
      const newItem = /[；;]$/u.test(clause.before)
      if (
        clause.text.startsWith('其中') ||
        (!newItem && ends.test(clause.text)) ||
        (event.test(clause.text) && clause.quantities.length > 0)
      ) {
        break
      }
      // What is carried forward is a part of some totals and of others not.
      if (/结转|转结/u.test(clause.text)) close(semicolons > 0)
      if (newItem && depthBefore(clause) === depth) {
        close(semicolons > 0)
        semicolons++
        if (ends.test(clause.text)) return lists
      }
    }
    used.push(clause)
  }
  close(semicolons > 0 && !isOneBySemicolon(used, depth))
  return lists
}

/** Parts of which each has its semicolon, 其他 being the last: 概况类10条；动态类20条；其他信息30条. */
const isOneBySemicolon = (used: readonly Clause[], depth: number): boolean => {
  const own = used.filter(clause => depthBefore(clause) === depth)
  return (
    own.length > 2 &&
    own.every(
      ({ quantities, before }, at) => quantities.length === 1 && (at === 0 || /[；;]$/u.test(before)),
    ) &&
    /其[他它余][^，]{0,6}(?:信息|内容|类)/u.test(own.at(-1)!.text)
  )
}

const earlierThan = (sentences: readonly Sentence[], index: number, at: number): readonly Clause[] => {
  const sentence = sentences[index]!
  if (at > 0) return sentence.clauses.slice(0, at)
  const previous = sentences[index - 1]
  return previous?.section === sentence.section && previous.paragraph === sentence.paragraph
    ? previous.clauses
    : []
}

/** Totals of the narrative with the parts that follow them in the same sentence or open the next one. */
export const partedTotals = (report: Report): readonly PartedTotal[] => {
  const sentences = sentencesOf(report)
  return sentences.flatMap((sentence, index) => {
    if (
      !/其中|包括|包含|分别|分为|具体|涵盖|件为|在.*中|[：:（(]|[分看类][，,]/u.test(sentence.text) ||
      !/\d/u.test(sentence.text)
    )
      return []
    return sentence.clauses.flatMap((clause, at): readonly PartedTotal[] => {
      const opening = opensList(clause)
      if (opening === null || (opening === 'list' && at === 0)) return []
      const own = earlierThan(sentences, index, at)
      const labelled = opening === 'labelled'
      const earlier =
        labelled && own.every(each => each.quantities.length === 0) ? earlierThan(sentences, index, 0) : own
      const quantities = earlier.flatMap(each => each.quantities)
      const unit = (clause.quantities[0] ?? sentence.clauses[at + 1]?.quantities[0])?.unit
      const ofUnit = (each: Quantity): boolean => unit === undefined || alike(each.unit, unit)
      const total = labelled
        ? earlier.find(({ text, quantities }) => /申请/u.test(text) && quantities.length > 0)?.quantities[0]
        : opening === 'said'
          ? (quantities.findLast(ofUnit) ?? quantities.at(-1))
          : quantities.at(-1)
      const first = earlier.findLast(each => total !== undefined && each.quantities.includes(total))
      if (total === undefined || first === undefined || !isExact(total)) return []
      // A bracket or a colon belongs to what stands right before it.
      if (
        opening === 'list' &&
        earlier.at(-1) !== first &&
        !/包括|包含|分别|分为|具体|涵盖/u.test(clause.text)
      )
        return []
      const before = quantities.filter(({ unit }) => alike(unit, total.unit)).filter(isExact)
      const counted = earlier
        .filter(each => !isComparison(each))
        .flatMap(each => each.quantities)
        .filter(isExact)
        .filter(({ unit }) => alike(unit, total.unit))
      const most = exactSum([...new Set(counted.map(({ value }) => value))])
      return [
        {
          clause: first,
          total,
          most: most === 0 || labelled ? total.value : most,
          before: before.map(({ value }) => value),
          lists: listsAfter(sentence.clauses, at, total.unit).filter(
            ({ parts }) => !labelled || dividesAll(parts),
          ),
          said: opening !== 'list',
        },
      ]
    })
  })
}

/** Parts by what they divide by: outcomes, applicants, channels. One total may be divided twice in one breath. */
export const dividedBy = (parts: readonly Exact[]): readonly (readonly Exact[])[] => {
  const groups = Map.groupBy(parts, ({ subject }) => kinds.findIndex(kind => kind.test(subject)))
  return groups.size > 1 && !groups.has(-1) ? [...groups.values()] : [parts]
}

/** Whether every part is a channel or a kind of applicant: requests divided by them are always all divided. */
export const dividesAll = (parts: readonly Exact[]): boolean =>
  parts.length > 1 &&
  [byApplicant, byChannel].some(kind => parts.every(({ subject, after }) => kind.test(subject + after)))

/** Whether the parts say that nothing is left over: 其他 ends the list, or natural persons beside organisations. */
export const claimsAll = (parts: readonly Exact[], complete: boolean): boolean => {
  const subjects = parts.map(({ subject }) => subject)
  return (
    parts.length > 1 &&
    ((complete &&
      /其他|其它|其余/u.test((subjects.at(-1) ?? '').replace(/其[他它]组织|其[他它]处理/gu, ''))) ||
      (parts.length === 2 && /自然人|公民/u.test(subjects[0] ?? '') && /法人|组织/u.test(subjects[1] ?? '')))
  )
}

export const sumOf = (parts: readonly Exact[]): number => exactSum(parts.map(({ value }) => value))
