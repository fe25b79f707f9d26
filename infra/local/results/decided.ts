import { type DeskRead, decisionWords } from '../desk/desk.ts'
import type { Decided } from './summarise.ts'

/** What was decided at the desk, in the words of the summary. */
export const decidedAt =
  (desk: Pick<DeskRead, 'decisionsOf'>): Decided =>
  sha256 =>
    new Map(
      [...desk.decisionsOf(sha256)].map(([finding, { decision, reason, by, at }]) => [
        finding,
        { decision: decisionWords[decision], reason, by, at },
      ]),
    )
