import { exactSum } from '../../figures/exact.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { FindingDraft } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { type Clause, clausesOf, quoteOf, type Sentence } from './clauses.ts'
import type { Quantity } from './quantities.ts'
import { isComparison, isNarrow, isOtherYear, isPartial, isPartOfTotal, scopeNote, scopeOf } from './scope.ts'
import { isPlan } from './topics.ts'

/** A clause that states a figure of the tables in words. */
export interface Claim {
  readonly clause: Clause
  readonly value: number
}

/** Exact quantities of the narrative that claim a whole, not a part, plan, channel or other year. */
export const wholeClaims = (
  report: Report,
  accepts: (quantity: Quantity, clause: Clause) => boolean,
): readonly Claim[] =>
  exactClaims(report, accepts, clause => !isPartOfTotal(clause) && !isOtherYear(clause, report))

/** The clauses with quantities of the whole report and its year: every check of claims asks for them. */
const tellingClauses = rememberFor((report: Report): readonly Clause[] =>
  clausesOf(report).filter(
    clause => clause.quantities.length > 0 && !isPartial(clause) && !isComparison(clause) && !isPlan(clause),
  ),
)

/** Exact quantities of the narrative, parts and other years included. */
export const exactClaims = (
  report: Report,
  accepts: (quantity: Quantity, clause: Clause) => boolean,
  considers: (clause: Clause) => boolean = () => true,
): readonly Claim[] =>
  tellingClauses(report)
    .filter(considers)
    .flatMap(clause =>
      clause.quantities.flatMap(quantity =>
        quantity.value !== null && accepts(quantity, clause) ? [{ clause, value: quantity.value }] : [],
      ),
    )

/** Claims of one sentence that make the figure together: 收到转来申请3件、直接申请5件. By sentence. */
const together = (claims: readonly Claim[]): ReadonlyMap<Sentence, number> =>
  new Map(
    [...Map.groupBy(claims, ({ clause }) => clause.sentence)].map(([sentence, own]) => [
      sentence,
      exactSum(own.map(({ value }) => value)),
    ]),
  )

/**
 * The claims that agree with none of the allowed values, alone or with the others of their sentence. Where the text
 * also speaks of the whole, claims of single units are no contradiction; nor is another scope beside a claim that
 * does agree.
 */
export const contradicting = (
  claims: readonly Claim[],
  agrees: (claim: Claim) => boolean,
): readonly Claim[] => {
  const whole = claims.filter(({ clause }) => !isNarrow(clause))
  const judged = whole.length > 0 ? whole : claims
  const sums = together(judged)
  const scopes = new Set(judged.filter(agrees).map(({ clause }) => scopeOf(clause)))
  return judged.filter(claim => {
    const sum = sums.get(claim.clause.sentence)!
    if (agrees(claim) || agrees({ ...claim, value: sum })) return false
    const scope = scopeOf(claim.clause)
    return !(scope !== null && (scopes.size > 1 || (scopes.size === 1 && !scopes.has(scope))))
  })
}

/** “一、总体情况”第 3 段. */
export const clausePlace = ({ sentence }: Clause): Message =>
  sentence.section === 'preamble'
    ? { zh: `报告开头第 ${sentence.paragraph} 段`, en: `Paragraph ${sentence.paragraph} of the preamble` }
    : {
        zh: `${sectionName(sentence.section as Parameters<typeof sectionName>[0])}部分第 ${sentence.paragraph} 段`,
        en: `Section ${sectionName(sentence.section as Parameters<typeof sectionName>[0])}, paragraph ${sentence.paragraph},`,
      }

/** The finding for a claim the table does not bear out. `table` says what the table prints. */
export const claimDraft = (
  { clause, value }: Claim,
  cells: readonly string[],
  actual: number,
  table: Message,
): FindingDraft => {
  const place = clausePlace(clause)
  const note = scopeNote(clause)
  const off = Math.abs(value - actual)
  return {
    message: {
      zh: `${place.zh}写“${clause.printed}”，而${table.zh}，相差 ${off}。${note.zh}请核实后使文字与表格一致。`,
      en: `${place.en} says “${clause.printed}”, but ${table.en}, off by ${off}.${note.en} Make text and table agree.`,
    },
    cells,
    expected: value,
    actual,
    evidence: [quoteOf(clause)],
    place: `${clause.sentence.section} ${clause.text} ${value}`,
  }
}
