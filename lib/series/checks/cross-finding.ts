import { fingerprint } from '../fingerprint.ts'
import type { CrossCheck, CrossFinding, KnownOfSeason, Subject } from './cross-check.ts'

/** A finding before it has its check's name on it. Severity is the check's unless given, outcome is `broken`. */
export interface CrossDraft
  extends Pick<CrossFinding, 'message' | 'subjects' | 'upload' | 'expected' | 'actual'>,
    Partial<Pick<CrossFinding, 'severity' | 'outcome'>> {
  /** Tells findings apart whose subjects do not; goes into the id only. */
  readonly place?: string
}

/** `<check>/<year>/<unit>/<cell>`, and a hash of the rest where there is more than that. Versions do not count. */
const idOf = (check: string, year: number, { subjects, outcome, place = '' }: CrossDraft): string => {
  const [first] = subjects
  const head = [check, year, first?.unit, first?.cells[0]].filter(part => part !== undefined).join('/')
  const rest = subjects.flatMap(subject => [subject.unit, subject.year, ...subject.cells])
  const isAll = rest.length <= 3 && first?.year === year && place === '' && outcome !== 'unassessable'
  return isAll
    ? head
    : `${head}~${fingerprint(JSON.stringify([rest, outcome ?? 'broken', place])).slice(0, 8)}`
}

/** The finding a draft becomes under the given check. */
export const crossFindingOf = (
  check: Pick<CrossCheck, 'id' | 'severity'>,
  year: number,
  draft: CrossDraft,
): CrossFinding => {
  const { place: _place, severity, outcome, message, subjects, ...rest } = draft
  return {
    id: idOf(check.id, year, draft),
    check: check.id,
    severity: severity ?? check.severity,
    outcome: outcome ?? 'broken',
    message,
    subjects,
    ...rest,
  }
}

/** The report of a unit for a year, as a subject. */
export const subjectOf = (
  known: KnownOfSeason,
  unit: string,
  year: number,
  cells: readonly string[] = [],
): Subject => ({ unit, year, version: known.version(unit, year), cells })

/** A unit by its name in the roster. */
export const unitName = ({ roster }: KnownOfSeason, unit: string): string =>
  roster.units.get(unit)?.name ?? unit
