import { listOf } from '../../checks/wording.ts'
import { exactDistance, exactSum } from '../../figures/exact.ts'
import type { Message } from '../../model/message.ts'
import { rememberFor } from '../../util/remember.ts'
import { lineageOf } from '../roster/relations.ts'
import type { CrossCheck, CrossFinding, KnownOfSeason, Subject } from './cross-check.ts'
import { type CrossEquation, type CrossPlace, othersOf, type PlacedTerm, placesOf } from './cross-equation.ts'
import { type CrossDraft, crossFindingOf, subjectOf, unitName } from './cross-finding.ts'
import { type Judged, judgedOf } from './judged.ts'
import { statementsOf } from './sql.ts'
import { filledSide, formulaOf, placeWords, sumOf } from './words.ts'

export interface CrossEquationCheckDefinition
  extends Omit<CrossCheck, 'statements' | 'findings' | 'formula' | 'equation'> {
  readonly equation: CrossEquation
  /** What to do about a broken one. */
  readonly advice: Message
}

export interface CrossEquationCheck extends CrossCheck {
  readonly equation: CrossEquation
}

/** A check, what is known of its season, and whom units go on with that do not with themselves alone. */
interface Bench {
  readonly definition: CrossEquationCheckDefinition
  readonly known: KnownOfSeason
  readonly before: ReadonlyMap<string, readonly string[]>
}

/** Whom units go on with that do not with themselves alone, worked out once for all checks of a season. */
const beforeOf = rememberFor(({ roster, year }: KnownOfSeason): ReadonlyMap<string, readonly string[]> => {
  const moved = lineageOf(roster, year).filter(
    ({ unit, unit_before, befores }) => befores > 1 || unit !== unit_before,
  )
  const byUnit = Map.groupBy(moved, ({ unit }) => unit)
  return new Map([...byUnit].map(([unit, each]) => [unit, each.map(row => row.unit_before)]))
})

const cellsOf = (terms: readonly PlacedTerm[], of: PlacedTerm['of']): readonly string[] =>
  terms.filter(term => term.of === of).map(({ column }) => column.key)

/** The unit's report first, then those of the year before; the units of an area are in the roster. */
const subjectsOf = (
  { known, before }: Bench,
  unit: string,
  places: readonly CrossPlace[],
): readonly Subject[] => {
  const cells = (of: PlacedTerm['of']): readonly string[] => [
    ...new Set(places.flatMap(({ left, right }) => cellsOf([...left, ...right], of))),
  ]
  const earlier = cells('yearBefore')
  return [
    subjectOf(known, unit, known.year, cells('this')),
    ...(earlier.length === 0
      ? []
      : (before.get(unit) ?? [unit]).map(each => subjectOf(known, each, known.year - 1, earlier))),
  ]
}

/** What the terms are called in a sentence about one unit. */
const calledFor = ({ known, definition }: Bench, { others }: Judged) => {
  const { year } = known
  const several =
    others > 1 ? { zh: ` ${others} 家合计`, en: ` of ${others} units together` } : { zh: '', en: '' }
  const isArea = othersOf(definition.equation) === 'units'
  return {
    this: isArea ? { zh: '本级填报', en: 'it reports' } : { zh: `${year} 年`, en: `${year}:` },
    yearBefore: { zh: `${year - 1} 年${several.zh}`, en: `${year - 1}${several.en}:` },
    units: { zh: `下级 ${others} 家合计`, en: `its ${others} units together` },
  }
}

const nothing: Message = { zh: '', en: '' }

const signs: Readonly<Record<CrossEquation['relation'], Message>> = {
  equal: { zh: ' ≠ ', en: ' ≠ ' },
  atLeast: { zh: ' ＜ ', en: ' < ' },
  withOwn: { zh: ' ＜ ', en: ' < ' },
  near: { zh: '，', en: ', ' },
}

const brokenDraft = (bench: Bench, judged: Judged): CrossDraft => {
  const { definition, known } = bench
  const { equation, advice } = definition
  const { left, right, place, unit } = judged
  const called = calledFor(bench, judged)
  const [shown, against] = [filledSide(equation, left, called), filledSide(equation, right, called)]
  const at = placeWords(equation, place)
  const distance = exactDistance(sumOf(left), sumOf(right))
  const missing = judged.others - judged.reported
  const notYet: Message =
    missing > 0
      ? { zh: `（其中 ${missing} 家尚无报告）`, en: ` (${missing} of them without a report)` }
      : nothing
  const isPartial = [...left, ...right].some(({ doubtful }) => doubtful)
  const even: Message = isPartial
    ? {
        zh: `${notYet.zh}（读取时有疑点的数未计入）`,
        en: `${notYet.en} (without the numbers whose reading is in doubt)`,
      }
    : notYet
  // Of a sum the first term is the one to look at: what it would have to be.
  const [first, ...rest] = left
  const actual = first!.value
  return {
    message: {
      zh: `${unitName(known, unit)} ${known.year} 年${at.zh}：${shown.zh}${signs[equation.relation].zh}${against.zh}${even.zh}，相差 ${distance}。${advice.zh}`,
      en: `${unitName(known, unit)} ${known.year}, ${at.en}: ${shown.en}${signs[equation.relation].en}${against.en}${even.en}, off by ${distance}. ${advice.en}`,
    },
    subjects: subjectsOf(bench, unit, [place]),
    ...(actual === null ? {} : { actual, expected: exactSum([sumOf(right), -sumOf(rest)]) }),
  }
}

/** Why places of a unit cannot be judged: numbers in doubt, cells without a number, or a share that nobody reports. */
const reasonOf = (judged: readonly Judged[]): Message => {
  const terms = judged.flatMap(({ left, right }) => [...left, ...right])
  const isDoubtful = terms.some(({ doubtful }) => doubtful)
  if (isDoubtful)
    return {
      zh: '有的数读取时有疑点，不作依据。请先看报告自身的发现，与原文件核对。',
      en: 'The reading of some numbers is in doubt, so nothing rests on them: see the report’s own findings and compare with the file.',
    }
  return terms.some(({ blanks }) => blanks > 0)
    ? { zh: '有的格没有数字。', en: 'Some cells have no number.' }
    : {
        zh: '多出的应是本机关自身办理的数，没有单独填报，请自行核对。',
        en: 'What is more must be its own, which nobody reports apart: check that.',
      }
}

/** Where, and why; where reports are missing that is so everywhere. */
const whereAndWhy = ({ definition }: Bench, judged: readonly Judged[]): Message => {
  const [{ others, reported }] = judged as readonly [Judged]
  if (reported < others)
    return {
      zh: `应比较的 ${others} 份报告中有 ${others - reported} 份尚未报送，有 ${judged.length} 格无法核对。`,
      en: `Of the ${others} reports to compare with ${others - reported} are not there: ${judged.length} cells cannot be checked.`,
    }
  const named = listOf(judged.map(({ place }) => placeWords(definition.equation, place)))
  const reason = reasonOf(judged)
  return {
    zh: `在以下 ${judged.length} 处无法核对：${named.zh}。${reason.zh}`,
    en: `cannot be checked in ${judged.length} places: ${named.en}. ${reason.en}`,
  }
}

const openDraft = (bench: Bench, unit: string, judged: readonly Judged[]): CrossDraft => {
  const { definition, known } = bench
  const { equation } = definition
  const places = judged.map(({ place }) => place)
  const holds = judged.every(({ left, right }) => sumOf(left) === sumOf(right))
  const formula = formulaOf(equation, places[0]!)
  const why = whereAndWhy(bench, judged)
  return {
    outcome: 'unassessable',
    severity: equation.relation === 'equal' && !holds ? definition.severity : 'info',
    message: {
      zh: `${unitName(known, unit)} ${known.year} 年“${definition.title.zh}”（${formula}）${why.zh}`,
      en: `${unitName(known, unit)} ${known.year}, “${definition.title.en}”: ${why.en}`,
    },
    subjects: subjectsOf(bench, unit, places),
  }
}

const changedDraft = ({ definition, known }: Bench, changed: number): CrossDraft => ({
  outcome: 'unassessable',
  severity: 'info',
  place: 'form',
  message: {
    zh: `${known.year} 年有 ${changed} 家单位的表式与 ${known.year - 1} 年不同：“${definition.title.zh}”只核对两年表式都有的格，其余无法核对。`,
    en: `In ${known.year} the form of ${changed} units is another than in ${known.year - 1}: “${definition.title.en}” is checked for cells that both forms have; the others cannot be.`,
  },
  subjects: [],
})

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The check an equation makes: a finding for each place where it is broken, one for each unit of all that cannot be judged. */
export const crossEquationCheck = (definition: CrossEquationCheckDefinition): CrossEquationCheck => {
  const { advice: _advice, equation, ...meta } = definition
  return {
    ...meta,
    equation,
    formula: formulaOf(equation, placesOf(equation)[0]!),
    statements: season => statementsOf(equation, season),
    findings: (rows, known): readonly CrossFinding[] => {
      const bench: Bench = { definition, known, before: beforeOf(known) }
      const judged = rows.filter(row => row['unit'] !== undefined).flatMap(row => judgedOf(equation, row))
      const byUnit = [...Map.groupBy(judged, ({ unit }) => unit)].sort(([a], [b]) => compareText(a, b))
      const ofUnits = byUnit.flatMap(([unit, those]) => {
        const open = those.filter(({ outcome }) => outcome === 'open')
        return [
          ...those.filter(({ outcome }) => outcome === 'broken').map(each => brokenDraft(bench, each)),
          ...(open.length > 0 ? [openDraft(bench, unit, open)] : []),
        ]
      })
      const changed = rows.flatMap(row => (row['changed'] === undefined ? [] : [Number(row['changed'])]))
      const drafts = [...ofUnits, ...changed.map(count => changedDraft(bench, count))]
      return drafts.map(draft => crossFindingOf(definition, known.year, draft))
    },
  }
}
