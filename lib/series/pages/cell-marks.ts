import { figureEntered } from '../../checks/cells/figure-entered.ts'
import { checks } from '../../checks/index.ts'
import { enteredMark } from '../../model/own-workbook.ts'
import { checkTitle } from '../../writers/check-title.ts'
import type { Row } from '../column.ts'
import { kindOf } from './finding-lines.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { SeasonFinding } from './season-findings.ts'
import { flaggedOf } from './values.ts'

/** What marks the cells of a unit's tables: findings across reports by their numbers, its own checks by letters. */

/** A finding that speaks of more cells than this is noted on the first alone. */
const notedCells = 30

export interface CrossMark {
  /** From 1, as in the list of the page. */
  readonly number: number
  /** How the cell looks; null where nothing is proven of it. */
  readonly kind: 'warning' | 'info' | null
}

const isBroken = ({ outcome, decision }: SeasonFinding): boolean => outcome === 'broken' && !decision

const kindOfMark = (finding: SeasonFinding): CrossMark['kind'] =>
  isBroken(finding) ? (kindOf(finding) === 'warning' ? 'warning' : 'info') : null

/** The marks of a unit's figures of a year, by the keys of their cells. */
export const crossMarks = (
  facts: SeasonFacts,
  unit: string,
  year: number,
): ReadonlyMap<string, readonly CrossMark[]> => {
  const marks = new Map<string, CrossMark[]>()
  for (const [index, finding] of facts.findingsOf(unit).entries())
    for (const subject of finding.subjects) {
      if (subject.unit !== unit || subject.year !== year) continue
      const isOfMany = !isBroken(finding) || subject.cells.length > notedCells
      for (const key of isOfMany ? subject.cells.slice(0, 1) : subject.cells)
        marks.set(key, [...(marks.get(key) ?? []), { number: index + 1, kind: kindOfMark(finding) }])
    }
  return marks
}

/** A check of reports with the letter that stands for it on a page; for figures typed in it is our mark. */
export interface LetteredCheck {
  readonly check: string
  readonly title: string
  readonly letter: string
}

const places = new Map(checks.map(({ id }, at) => [id, at]))

const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))

/** The checks that flag a number of these reports, in the order of their catalogue. */
export const letteredChecks = (rows: readonly (Row | null)[]): ReadonlyMap<string, LetteredCheck> => {
  const ids = new Set(rows.flatMap(row => (row ? [...flaggedOf(row).values()].flat() : [])))
  const placeOf = (id: string): number => places.get(id) ?? checks.length
  const ordered = [...ids].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  const lettered = ordered.filter(check => check !== figureEntered.id)
  return new Map(
    ordered.map(check => [
      check,
      {
        check,
        title: checkTitle(check) || check,
        letter: check === figureEntered.id ? enteredMark : letterOf(lettered.indexOf(check)),
      },
    ]),
  )
}
