import { convert, judge } from '../../lib/convert.ts'
import { Problem } from '../../lib/model/problems.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'
import { brokenInvariant } from './invariants.ts'
import { misreadIn } from './oracle.ts'
import { bake, type Recipe } from './recipe.ts'
import type { Seed } from './seed.ts'

/** What came of a mutant. `kind` sums up how it went, so that new ways of going are known as new. */
export interface Tried {
  readonly kind: string
  readonly outcome: 'refused' | 'same' | 'told' | 'changed'
  /** What must not have happened; null where all is well. */
  readonly failure: string | null
  /** Whether that is a figure read wrong and not spoken of. */
  readonly misread: boolean
}

const sha256 = '0'.repeat(64)
const wholes = new Map<string, Promise<JudgedReport | null>>()

/** The undamaged document; null where it is refused itself. */
const wholeOf = (seed: Seed): Promise<JudgedReport | null> => {
  const known = wholes.get(seed.name) ?? judge({ ...seed, sha256 }).catch(() => null)
  wholes.set(seed.name, known)
  return known
}

const kindOf = ({ report, findings, verdict }: JudgedReport): string =>
  [
    verdict,
    ...Object.values(report.editions),
    ...new Set(report.observations.map(({ kind }) => kind)),
    ...new Set(report.losses.map(({ code }) => code)),
    ...new Set(findings.map(({ check }) => check)),
  ].join(' ')

const namesOf = (problem: Problem): string =>
  Object.values({ ...problem.sentence, ...problem.remedy }).some(words => words.trim() === '')
    ? 'a refusal without words'
    : ''

/** Makes the mutant of a recipe and puts it through the conversion; `wholly` also writes the three outputs. */
export const tryOne = async (recipe: Recipe, seed: Seed, wholly: boolean): Promise<Tried> => {
  const whole = await wholeOf(seed)
  const { bytes, touched } = bake(recipe, seed)
  let mutant: JudgedReport
  try {
    mutant = await judge({ name: seed.name, bytes, sha256 })
    if (wholly) await convert({ name: seed.name, bytes, sha256 })
  } catch (error) {
    if (error instanceof Problem)
      return {
        kind: `refused ${error.code} ${error.sentence.en.replace(/[\d“”"'].*/u, '')}`,
        outcome: 'refused',
        failure: namesOf(error) || null,
        misread: false,
      }
    return {
      kind: 'crash',
      outcome: 'changed',
      failure: `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      misread: false,
    }
  }
  const kind = kindOf(mutant)
  const broken = brokenInvariant(mutant, wholly)
  if (broken) return { kind, outcome: 'changed', failure: broken, misread: false }
  if (!whole) return { kind, outcome: 'changed', failure: null, misread: false }
  const misread = misreadIn(whole, mutant, new Set(touched))
  if (misread.length > 0) {
    const list = misread
      .slice(0, 5)
      .map(({ key, printed, read }) => `${key} prints ${printed || 'nothing'} and was read as ${read}`)
    return {
      kind,
      outcome: 'changed',
      failure: `misread, and not said: ${misread.length} figures; ${list.join('; ')}`,
      misread: true,
    }
  }
  const same = [...mutant.report.figures].every(
    ([key, { value }]) => whole.report.figures.get(key)?.value === value,
  )
  return {
    kind,
    outcome: same ? 'same' : mutant.findings.length > 0 ? 'told' : 'changed',
    failure: null,
    misread: false,
  }
}
