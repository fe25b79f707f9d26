import { exactDistance, exactSum } from '../../figures/exact.ts'
import type { Message } from '../../model/message.ts'
import type { FindingDraft } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { type Clause, quoteOf, type Sentence } from './clauses.ts'
import { scopeNote, type Whose } from './whose.ts'

/** A number that the text states, with whom it speaks of and whether it is listed as a part. */
export interface Claim {
  readonly clause: Clause
  readonly value: number
  readonly whose: Whose | null
  readonly part: boolean
}

/** Claims of one sentence that make the figure together: 收到转来申请3件、直接申请5件. By sentence. */
const together = (claims: readonly Claim[]): ReadonlyMap<Sentence, number> =>
  new Map(
    [...Map.groupBy(claims, ({ clause }) => clause.sentence)].map(([sentence, own]) => [
      sentence,
      exactSum(own.map(({ value }) => value)),
    ]),
  )

/**
 * The claims that the table is to bear out. A part is none, but for the authority's own share of a number of the whole
 * area (全区156件，其中区政府32件): that is the one to compare, and the number of the area is not. Others' numbers are
 * none; those of units under the authority only where nothing else is said.
 */
const comparable = <C extends Claim>(claims: readonly C[]): readonly C[] => {
  const areas = new Set(
    claims.flatMap(({ clause, whose, part }) => (whose === 'all' && !part ? [clause.sentence] : [])),
  )
  const shares = claims.filter(
    ({ clause, whose, part }) => part && whose === 'own' && areas.has(clause.sentence),
  )
  const whole = claims.filter(({ whose, part }) => !part && whose !== 'others')
  const kept = shares.length > 0 ? [...whole.filter(({ whose }) => whose !== 'all'), ...shares] : whole
  const ours = kept.filter(({ whose }) => whose !== 'units')
  return ours.length > 0 ? ours : kept
}

/** 我局 and no word of it are the same scope. */
const scopeOf = ({ whose }: Claim): Whose => whose ?? 'own'

/**
 * The claims that agree with none of the allowed values, alone or with the others of their sentence. A claim of another
 * scope beside one that does agree is no contradiction.
 */
export const contradicting = <C extends Claim>(
  claims: readonly C[],
  agrees: (claim: C) => boolean,
): readonly C[] => {
  const areaAgrees = claims.some(claim => claim.whose === 'all' && !claim.part && agrees(claim))
  const judged = comparable(areaAgrees ? claims.filter(({ part }) => !part) : claims)
  const sums = together(judged)
  const scopes = new Set(judged.filter(agrees).map(scopeOf))
  return judged.filter(claim => {
    if (agrees(claim) || agrees({ ...claim, value: sums.get(claim.clause.sentence)! })) return false
    return claim.whose === null || scopes.size === 0 || scopes.has(scopeOf(claim))
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
  const off = exactDistance(value, actual)
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
