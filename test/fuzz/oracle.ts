import type { Figure } from '../../lib/model/report.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'
import { numbersIn } from './seed.ts'

/** A figure of a mutant that is not what the undamaged document prints, and that nothing speaks of. */
export interface Misread {
  readonly key: string
  readonly printed: string
  readonly read: string
}

const formOf = (key: string): string => key.slice(0, key.indexOf('.'))

/** Checks that speak of a table as a whole. A cell missing or blank elsewhere in it says nothing of this one. */
const structural = /^(?:row|rows|column|columns|table|edition|report)-/u

/** A cell is touched where a number in it is: 1051.57万元. */
const isTouched = (text: string, touched: ReadonlySet<string>): boolean =>
  touched.has(text) || numbersIn(text).some(number => touched.has(number))

const shown = (figure: Figure | undefined): string => figure?.text?.trim() ?? ''

/**
 * Figures that changed although the damage lay elsewhere, without a new finding on them or on their table. A figure is
 * excused where the damage touched what it prints now, or what it printed before, unless that now stands elsewhere.
 */
export const misreadIn = (
  whole: JudgedReport,
  mutant: JudgedReport,
  touched: ReadonlySet<string>,
): Misread[] => {
  const known = new Map(whole.findings.map(finding => [finding.id, finding]))
  // Sums that never held say nothing new with another number; any other finding may say something else than before.
  const fresh = mutant.findings.filter(({ id, expected, message }) => {
    const before = known.get(id)
    return before === undefined || (expected === undefined && before.message.zh !== message.zh)
  })
  const flagged = (key: string): boolean =>
    fresh.some(
      ({ check, cells }) =>
        cells.includes(key) ||
        (structural.test(check) && (cells.length === 0 || cells.some(cell => formOf(cell) === formOf(key)))),
    )
  const owners = new Map<string, string>()
  for (const { key, text } of whole.report.figures.values()) {
    const printed = text?.trim() ?? ''
    owners.set(printed, owners.has(printed) ? '' : key)
  }
  const misread: Misread[] = []
  for (const [key, figure] of mutant.report.figures) {
    if (figure.state !== 'number') continue
    const before = whole.report.figures.get(key)
    if (before?.state === 'number' && before.value === figure.value) continue
    const owner = owners.get(shown(figure))
    const foreign = owner !== undefined && owner !== '' && owner !== key
    const excused = isTouched(shown(figure), touched) || (isTouched(shown(before), touched) && !foreign)
    if (!excused && !flagged(key)) misread.push({ key, printed: shown(before), read: shown(figure) })
  }
  return misread
}
