import { exactSum } from '../../figures/exact.ts'
import type { Report } from '../../model/report.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import type { Quantity } from './quantities.ts'
import { isComparison } from './scope.ts'

/** A total in words with the parts listed after 其中. */
export interface PartedTotal {
  readonly clause: Clause
  readonly total: Quantity & { readonly value: number }
  /** Every number of the total's unit in the same sentence before 其中. */
  readonly before: readonly number[]
  readonly parts: readonly (Quantity & { readonly value: number })[]
  /** Clauses the parts stand in. */
  readonly clauses: readonly Clause[]
  /** Whether the list runs to the end of its sentence or bracket, and every part has an exact number of the kind. */
  readonly complete: boolean
}

interface FoundQuantity {
  readonly clause: Clause
  readonly quantity: Quantity
}

type Exact = Quantity & { readonly value: number }

/** Units that count the same kind of thing: 文件47件、公告85个 add up; 22件 and 300人次 do not. */
const things = new Set(['件', '条', '个', '篇', '份', '项', '则', '件次', '条次', '宗', '起', '例', '期'])
const alike = (a: string, b: string): boolean => a === b || (things.has(a) && things.has(b))
const isExact = (quantity: Quantity): quantity is Exact => quantity.value !== null

/** A new sum, or a matter of its own, ends the list of parts. */
const ends =
  /^(?:(?:全年|全部|我[局区市县委厅]|目前|截至.*)?(?:共|累计|合计|总计|总)|另|此外|同时|并|均|办结|办理|答复|回复|接收|开展|召开|举办|组织|全年)/u

const partsAfter = (
  clauses: readonly Clause[],
  from: number,
): {
  readonly found: readonly FoundQuantity[]
  readonly used: readonly Clause[]
  readonly whole: boolean
} => {
  const bracketed = /[（(]$/u.test(clauses[from]?.before ?? '')
  const first = clauses.slice(from)
  const stop = first.findIndex((clause, at) => {
    if (isComparison(clause)) return true
    if (at === 0) return false
    const closed = bracketed && /[）)]$/u.test(clause.before)
    const begins = clause.text.startsWith('其中') || ends.test(clause.text)
    return closed || begins || /[；;]$/u.test(clause.before)
  })
  const used = stop < 0 ? first : first.slice(0, stop)
  const found = used.flatMap(clause => clause.quantities.map(quantity => ({ clause, quantity })))
  const closed = bracketed && /[）)]$/u.test(first[stop]?.before ?? '')
  return { found, used, whole: stop < 0 || closed }
}

/** Totals of the narrative with the parts that follow 其中 in the same sentence or open the next one. */
export const partedTotals = (report: Report): readonly PartedTotal[] => {
  const sentences = sentencesOf(report)
  return sentences.flatMap((sentence, index) =>
    sentence.clauses.flatMap((clause, at) => {
      if (!clause.text.startsWith('其中')) return []
      const previous = sentences[index - 1]
      const earlier =
        at > 0
          ? sentence.clauses.slice(0, at)
          : previous?.section === sentence.section && previous.paragraph === sentence.paragraph
            ? previous.clauses
            : []
      const quantities = earlier.flatMap(({ quantities }) => quantities)
      const total = quantities.at(-1)
      if (total === undefined || !isExact(total)) return []
      const { found, used, whole } = partsAfter(sentence.clauses, at)
      const parts = found.map(({ quantity }) => quantity).filter(({ unit }) => alike(unit, total.unit))
      const before = quantities.filter(({ unit }) => alike(unit, total.unit)).filter(isExact)
      const first = earlier.findLast(each => each.quantities.length > 0) ?? clause
      return [
        {
          clause: first,
          total,
          before: before.map(({ value }) => value),
          parts: parts.filter(isExact),
          clauses: used,
          complete: whole && parts.length === found.length && parts.every(isExact),
        },
      ]
    }),
  )
}

const kinds = [
  /自然人|法人|企业|公民|个人|科研机构|社会公益|法律服务/u,
  /网络|网上|在线|网站|信函|邮寄|邮件|邮箱|当面|现场|传真|平台|微信|微博|公众号|客户端|窗口/u,
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|办结|答复|结转|撤回|维持|纠正/u,
]

/** Parts by what they divide by: applicants, channels, outcomes. One total may be divided twice in one breath. */
export const dividedBy = (parts: readonly Exact[]): readonly (readonly Exact[])[] => {
  const groups = Map.groupBy(parts, ({ subject }) => kinds.findIndex(kind => kind.test(subject)))
  const named = [...groups.keys()].filter(kind => kind >= 0)
  return named.length > 1 ? named.map(kind => groups.get(kind) ?? []) : [parts]
}

/** Whether the parts say that nothing is left over: 其他 ends the list, or natural persons beside organisations. */
export const claimsAll = (parts: readonly Exact[], complete: boolean): boolean => {
  const subjects = parts.map(({ subject }) => subject)
  return (
    parts.length > 1 &&
    ((complete && /其他|其它|其余/u.test((subjects.at(-1) ?? '').replace(/其他组织/gu, ''))) ||
      (parts.length === 2 && /自然人|公民/u.test(subjects[0] ?? '') && /法人|组织/u.test(subjects[1] ?? '')))
  )
}

export const sumOf = (parts: readonly Exact[]): number => exactSum(parts.map(({ value }) => value))
