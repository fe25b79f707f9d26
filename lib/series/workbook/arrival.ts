import { arrivalDay } from '../arrival-day.ts'
import type { Facts } from './facts.ts'

/** What came of a unit's duty to report. */
export type ArrivalState = 'reported' | 'late' | 'notReported' | 'notYetDue' | 'notExpected'

export const arrivalWords: Readonly<Record<ArrivalState, string>> = {
  reported: '已报',
  late: '逾期报送',
  notReported: '逾期未报',
  notYetDue: '未报（未到期）',
  notExpected: '无须报送',
}

export interface Arrival {
  readonly state: ArrivalState
  readonly dueOn: string | null
  /** Whether the roster gives the deadline; else the law does. */
  readonly isGiven: boolean
  readonly firstUploadedOn: string | null
  readonly signedOn: string | null
  /** The day that counts; null where none does. */
  readonly cameOn: string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const arrivalOf = (facts: Facts, unit: string): Arrival => {
  const { year, view } = facts
  const expected = facts.expectedOf(unit, year)
  const report = facts.reportOf(unit, year)
  const dueOn = text(expected?.['due_on'])
  const isGiven = expected?.['due_given'] === 1
  const firstUploadedOn = text(report?.['first_uploaded_on'])
  const signedOn = text(report?.['signed_on'])
  const cameOn = arrivalDay({ dueOn, isGiven, firstUploadedOn, signedOn })
  const isLate = cameOn !== null && dueOn !== null && cameOn > dueOn
  const state: ArrivalState = report
    ? isLate
      ? 'late'
      : 'reported'
    : dueOn === null
      ? 'notExpected'
      : dueOn < view.json.asOf
        ? 'notReported'
        : 'notYetDue'
  return { state, dueOn, isGiven, firstUploadedOn, signedOn, cameOn }
}
