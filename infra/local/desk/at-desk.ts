import type { Message } from '../../../lib/model/message.ts'
import type { Act, AskedAct } from './acts.ts'
import type { DeskFacts } from './asked.ts'
import type { Desk } from './desk.ts'

export type Done = { readonly acts: readonly Act[] } | { readonly problem: Message }

/** The desk of a running service: what is said there, and what follows of it. */
export interface AtDesk {
  readonly desk: Desk
  readonly facts: DeskFacts
  /** Does what is asked, files and all, and notes it. */
  readonly act: (by: string, asked: readonly AskedAct[]) => Promise<Done>
}
