import type { Finding, Severity } from '../checks/check.ts'
import { gravestFirst, numbersOf, severities } from './gravest-first.ts'

/** A finding with more cells than this speaks for a whole table: only its first cell carries the note, and no cell stands out. */
const notedCells = 30

/** How a cell is concerned: the one to look at, or one of the others of a finding. */
export interface Mark {
  readonly severity: Severity
  readonly main: boolean
}

/** A finding whose words belong on a cell: its place in the list that people see, from 1, and its number there. */
export interface Noted {
  readonly place: number
  readonly number: string
  readonly finding: Finding
}

export interface CellMarks {
  readonly mark: Mark
  readonly noted: readonly Noted[]
  /** What the sums leave a blank cell, where that is one value only. */
  readonly determined?: number
  /** All findings that name the cell. */
  readonly concerning: readonly Finding[]
}

const rank = ({ severity, main }: Mark): number => severities.indexOf(severity) * 2 + (main ? 0 : 1)

/**
 * How the cells of the findings are to look. The first cell of a finding is the one to look at; so are all of them where
 * no sum is at fault.
 */
export const marksOf = (findings: readonly Finding[]): ReadonlyMap<string, CellMarks> => {
  const marks = new Map<string, { mark: Mark; noted: Noted[]; determined?: number; concerning: Finding[] }>()
  const ordered = gravestFirst(findings)
  const numbers = numbersOf(ordered)
  ordered.forEach((finding, index) => {
    const isSum = finding.expected !== undefined || finding.outcome === 'unassessable'
    const noted = { place: index + 1, number: numbers[index]!, finding }
    finding.cells.forEach((key, cell) => {
      const isTableWide = finding.cells.length > notedCells
      const isNoted = cell === 0 || (!isSum && !isTableWide)
      const mark: Mark = { severity: finding.severity, main: isNoted && !isTableWide }
      const known = marks.get(key)
      if (!known) marks.set(key, { mark, noted: isNoted ? [noted] : [], concerning: [finding] })
      else {
        known.concerning.push(finding)
        if (rank(mark) < rank(known.mark)) known.mark = mark
        if (isNoted) known.noted.push(noted)
      }
    })
    for (const { cell, value } of finding.determined ?? []) {
      const known = marks.get(cell)
      if (known) known.determined = value
    }
  })
  return marks
}
