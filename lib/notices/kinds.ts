import { doubtsReading } from '../checks/doubting.ts'
import type { NoticedFinding, NoticedReport, PartKind } from './notice.ts'

/** What could not be read, or not for certain: a matter of the file or of ours, and no fault of the unit's. */
export const unreadChecks: ReadonlySet<string> = new Set([
  'cell-unreadable',
  'row-unreadable',
  'table-unreadable',
  'period-unreadable',
])

/** Ours alone: no unit is written to about it. */
export const ourOwn: ReadonlySet<string> = new Set([
  'check-failed',
  'narrative-not-included',
  'figure-entered',
  'read-by-ocr',
  'scan-sum-broken',
  'columns-misaligned',
  'rows-scattered',
])

/** Remarks that a unit can do nothing with, or that the reading has settled already. */
const settledRemarks: ReadonlySet<string> = new Set(['amount-unit', 'period-unreadable'])

type Kinded = Pick<NoticedFinding, 'check' | 'severity' | 'outcome' | 'cells'>

/** Whether a finding says that something was not read, or not for certain. */
export const isOfReading = (finding: Kinded): boolean =>
  unreadChecks.has(finding.check) || (doubtsReading(finding) && finding.severity !== 'error')

/** The cells whose numbers may not be those printed there. */
export const doubtedCells = (findings: readonly Kinded[]): ReadonlySet<string> =>
  new Set(findings.flatMap(finding => (isOfReading(finding) ? finding.cells : [])))

/** Whether it rests on a number that may not be the one printed: what was seen not to be there is beyond that doubt. */
export const isDoubtful = (
  cells: readonly string[],
  { figures }: Pick<NoticedReport, 'figures'>,
  doubted: ReadonlySet<string>,
): boolean => cells.some(key => doubted.has(key) && figures[key]?.state === 'number')

/**
 * The part of the letter a finding belongs to; null where it is left out. What rests on a cell whose reading is in doubt
 * stands with the doubt: a unit is not told of a fault that may be ours. `cells` are those of all that stands under it too.
 */
export const partOf = (
  { check, severity, outcome, cells: own }: Kinded,
  cells: readonly string[],
  report: Pick<NoticedReport, 'figures'>,
  doubted: ReadonlySet<string>,
): PartKind | null => {
  const isOurs = isDoubtful(cells, report, doubted)
  if (severity === 'error') return isOurs ? 'unread' : 'errors'
  const unread = own.some(key => doubted.has(key) || report.figures[key]?.state === 'unreadable')
  if (severity === 'info') {
    const told = outcome === 'broken' && !ourOwn.has(check) && !settledRemarks.has(check)
    return told && !unread ? 'notes' : null
  }
  if (isOfReading({ check, severity, outcome, cells: own })) return 'unread'
  if (ourOwn.has(check)) return null
  return unread || isOurs ? 'unread' : 'warnings'
}
