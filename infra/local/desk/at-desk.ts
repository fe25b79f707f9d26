import type { Message } from '../../../lib/model/message.ts'
import type { Act, AskedAct } from './acts.ts'
import type { DeskFacts } from './asked.ts'
import type { Desk } from './desk.ts'
import type { RosterNow } from './roster-now.ts'

export type Done =
  /** `counted`: keys of the reports that count by it and did not before. */
  | { readonly acts: readonly Act[]; readonly counted: readonly string[] }
  /** Nothing was done; `full`: the disk takes nothing. */
  | { readonly problem: Message; readonly full?: true }

/** The desk of a running service: what is said there, and what follows of it. */
export interface AtDesk {
  readonly desk: Desk
  readonly facts: DeskFacts
  /** Does what is asked, files and all, and notes it: all or nothing. */
  readonly act: (by: string, asked: readonly AskedAct[]) => Promise<Done>
  readonly roster: () => RosterNow
  /** Takes a file that is a roster, if nothing is wrong with it; null where it is none. */
  readonly takeRoster: (
    path: string,
    name: string,
  ) => Promise<{ readonly kind: 'roster'; readonly problems?: readonly Message[] } | null>
}
