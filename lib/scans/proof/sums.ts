import { type EquationInstance, evaluate } from '../../checks/equation.ts'
import { equationsOf, type NamedInstance } from '../../checks/equations.ts'
import { sums as prescribed } from '../../checks/sums.ts'
import type { FormKey } from '../../forms/form.ts'
import type { Report } from '../../model/report.ts'
import type { Said } from './said.ts'
import { agreesThrough } from './through.ts'

/**
 * How the sums of a form come out among what the readers agree on. They detect errors; they never choose a reading, and
 * none is put right by them.
 */

type Readings = ReadonlyMap<string, Said>

/**
 * `holds`: both sides are read and agree. `agrees`: the same, with what the other sums leave the cells that are not read.
 * `broken`: nothing that could stand in what is not read makes them agree. `blank`: it is read, and nothing is printed there.
 * `open`: it cannot be weighed, or does not agree.
 */
export interface Weighed extends NamedInstance {
  readonly outcome: 'holds' | 'agrees' | 'broken' | 'blank' | 'open'
}

export const cellsIn = ({ left, right }: EquationInstance): readonly string[] => [...left, ...right]

/** The report as if all that the readers agree on were so, and nothing else known. */
const asSaid = (report: Report, said: Readings): Report => ({
  ...report,
  figures: new Map(
    [...report.figures].map(([key, figure]) => [key, { ...figure, value: said.get(key)?.value ?? null }]),
  ),
})

/** A blank adds nothing to a sum that is printed; where a whole side is blank there is no sum to speak of. */
const isPrinted = (side: readonly string[], said: Readings): boolean =>
  side.some(key => typeof said.get(key)?.value === 'number')

const weighed = (
  sum: NamedInstance,
  all: readonly NamedInstance[],
  report: Report,
  said: Readings,
): Weighed => {
  const { outcome, holdsWithZeros } = evaluate(sum, report)
  if (outcome === 'broken') return { ...sum, outcome }
  if (!cellsIn(sum).every(key => said.has(key)))
    return { ...sum, outcome: agreesThrough(sum, all, said) ? 'agrees' : 'open' }
  const [left, right] = [isPrinted(sum.left, said), isPrinted(sum.right, said)]
  if (!left && !right) return { ...sum, outcome: 'blank' }
  return { ...sum, outcome: left && right && holdsWithZeros ? 'holds' : 'open' }
}

const isPrescribed = ({ check }: NamedInstance): boolean => prescribed.some(({ id }) => id === check)

/** Every sum that a form prescribes. */
export const sumsOf = (report: Report, form: FormKey, said: Readings): readonly Weighed[] => {
  const edition = report.editions[form]
  if (edition === null) return []
  const known = asSaid(report, said)
  const all = equationsOf(form, edition).filter(isPrescribed)
  return all.map(sum => weighed(sum, all, known, said))
}
