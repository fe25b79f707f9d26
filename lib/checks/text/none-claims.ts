import type { Report } from '../../model/report.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { isOtherTime } from './scope.ts'
import { isAboutDisclosure, isPlan } from './topics.ts'

/** What a clause may deny: a case of reconsideration, a lawsuit, or losing one. */
export type Denied = 'reconsideration' | 'litigation' | 'reconsiderationLost' | 'litigationLost'

export interface NoneClaim {
  readonly clause: Clause
  readonly denies: readonly Denied[]
}

const before =
  /(?:未(?:曾)?(?:发生|有|出现|产生|引发|引起|收到|接到|被|因|涉及|提起|败诉)|没有|无(?=因|一|被|行政|复议|诉讼|败诉|涉及|相关|涉政府)|均无|暂无|尚无)(.*)$/u
const behind =
  /^(.*?(?:复议|诉讼|败诉|纠错)[^、]{0,12}?)(?:数量)?(?:均|都|全部)?(?:未发生|没有发生|没有|为?(?:0|零)(?:件|起|宗|例)?|无)$/u
const zero = /^(.*(?:复议|诉讼|败诉)[^、]*?)(?:均|都)?为?$/u

/** Words with 未, 无 or 复议 that say nothing about whether there was a case. */
const innocent = /未经(?:行政)?复议|尚未审结|无法提供|无正当理由|对?(?:行政)?复议(?:决定|结果|后)/gu
/** Denied is something else about the cases: a single result, or blame. */
const otherMatter = /维持|驳回|审结|其他结果|其余|追究|追责|问责|责任|赔偿|逾期|超期|整改/u
const lost = /败诉|纠错|纠正|撤销|确认违法|责令/u

const deniedIn = (words: string): readonly Denied[] => {
  if (otherMatter.test(words)) return []
  const reconsideration = /复议/u.test(words)
  const litigation = /诉讼|起诉|败诉/u.test(words)
  if (!lost.test(words))
    return [
      ...(reconsideration ? (['reconsideration'] as const) : []),
      ...(litigation ? (['litigation'] as const) : []),
    ]
  return [
    ...(reconsideration ? (['reconsiderationLost'] as const) : []),
    ...(litigation ? (['litigationLost'] as const) : []),
  ]
}

const deniedWords = (clause: Clause): readonly string[] => {
  const text = clause.text.replace(innocent, '')
  const zeros = clause.quantities.flatMap(({ value, subject }) => {
    const match = value === 0 ? zero.exec(subject.replace(innocent, '')) : null
    return match?.[1] === undefined ? [] : [match[1]]
  })
  if (clause.quantities.length > 0) return zeros
  const words = before.exec(text)?.[1] ?? behind.exec(text)?.[1]
  const failed = /未败诉|无败诉/u.test(text) ? '诉讼败诉' : ''
  return [words ?? failed]
}

/** Clauses that say there was no reconsideration, no lawsuit, or none lost: 未发生, 没有, 无, 0件, 均为0. */
export const noneClaims = (report: Report): readonly NoneClaim[] =>
  clausesOf(report)
    .filter(({ text }) => /复议|诉讼|败诉/u.test(text))
    .filter(clause => !isOtherTime(clause, report) && !isPlan(clause) && isAboutDisclosure(clause))
    .map(clause => ({ clause, denies: deniedWords(clause).flatMap(deniedIn) }))
    .filter(({ denies }) => denies.length > 0)
