/** Which reports a unit's report stands for: its own work, that of all units under it as well, or nobody says. */
export type Scope = 'own' | 'wholeArea' | 'unknown'

/** Days of a name or a unit, ISO, both inclusive; null is without bound. */
export interface Span {
  readonly since: string | null
  readonly until: string | null
}

/** Another name of a unit: a short one, or one it had for some time. */
export interface Alias extends Span {
  readonly name: string
}

/** A line of the roster. */
export interface Unit extends Span {
  /** Permanent: a change of name leaves it. */
  readonly unit: string
  readonly name: string
  readonly aliases: readonly Alias[]
  readonly parent: string | null
  readonly kind: string | null
  readonly level: string | null
  /** The unit it went into when it ended. */
  readonly successor: string | null
  /** Month and day by which its report is due in the year after, `01-31`; null where the law alone says so. */
  readonly due: string | null
  readonly scope: Scope
  /** Folder of its uploads, or of those of its units. */
  readonly path: string | null
  /** Of the roster's file, from 1. */
  readonly line: number
}

/** Whether a span has a day in common with another. */
export const overlaps = (a: Span, b: Span): boolean =>
  (a.since ?? '') <= (b.until ?? '9999') && (b.since ?? '') <= (a.until ?? '9999')

const lastDay = (year: number): Span => ({ since: `${year}-12-31`, until: `${year}-12-31` })

/** Whether it is there at the end of a report year: who is then, reports for it. */
export const standsAtEndOf = (span: Span, year: number): boolean => overlaps(span, lastDay(year))

/** Whether a report of that year can still, or already, be printed under it: it is written in the half year after. */
export const mayPrint = (span: Span, year: number): boolean =>
  overlaps(span, { since: `${year}-01-01`, until: `${year + 1}-06-30` })
