import { arrival } from './arrival.ts'
import { faults } from './faults.ts'
import type { Question } from './question.ts'
import { rankings } from './rankings.ts'
import { totals } from './totals.ts'

export type { Question } from './question.ts'

/** The questions that are asked most, in the order of the list. */
export const questions: readonly Question[] = [...arrival, ...faults, ...totals, ...rankings]
