import type { Places } from '../../../lib/submission/stretches.ts'
import type { Submission } from '../../../lib/submission/uploads-in.ts'

/** Where a service keeps its things, on this machine or on AWS. */
export interface Installation extends Places {
  /** Where copies of given-up files stand among the outputs; null where none are kept. */
  readonly quarantine: string | null
  /** Hands one version to the service. False where that version is there no more. */
  readonly submit: (submission: Submission) => Promise<boolean>
  /** How many may be handed in at once. */
  readonly atOnce: number
  readonly close: () => Promise<void>
}

export interface Purpose {
  /** The command that submits; null: things are only looked at. */
  readonly command: string | null
  /** Of the keys that are meant. */
  readonly prefix: string
}
