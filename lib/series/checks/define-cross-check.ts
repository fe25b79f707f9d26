import type { CrossCheck, KnownOfSeason, SqlRow, Subject } from './cross-check.ts'
import { type CrossDraft, crossFindingOf, subjectOf, unitName } from './cross-finding.ts'

/** What is known of a season, and the two questions that all sentences ask. */
export interface Asked extends KnownOfSeason {
  readonly nameOf: (unit: string) => string
  readonly subject: (unit: string, year: number, cells?: readonly string[]) => Subject
}

/** Metadata first, logic last: SQL whose rows become drafts. */
export interface CrossCheckDefinition extends Omit<CrossCheck, 'findings'> {
  readonly drafts: (rows: readonly SqlRow[], asked: Asked) => readonly CrossDraft[]
}

/** The check a definition describes. */
export const defineCrossCheck = ({ drafts, ...check }: CrossCheckDefinition): CrossCheck => ({
  ...check,
  findings: (rows, known) => {
    const asked: Asked = {
      ...known,
      nameOf: unit => unitName(known, unit),
      subject: (unit, year, cells) => subjectOf(known, unit, year, cells),
    }
    return drafts(rows, asked).map(draft => crossFindingOf(check, known.year, draft))
  },
})
