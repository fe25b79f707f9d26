import type { Message } from '../../../lib/model/message.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'

/** The roster as it is now: null where there is none, or one that is wrong. */
export interface RosterNow {
  readonly roster: Roster | null
  readonly path: string | null
  /** What is wrong with it, line by line. */
  readonly problems: readonly Message[]
}
