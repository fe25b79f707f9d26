import type { Message } from '../../model/message.ts'
import type { SeasonJson } from '../season-contract.ts'

/** How a unit stands with its report of the year. */
export type UnitState = 'reported' | 'late' | 'notDue' | 'overdue' | 'awaited' | 'none'

export const stateWords: Readonly<Record<UnitState, Message>> = {
  reported: { zh: '已报', en: 'reported' },
  late: { zh: '逾期报送', en: 'reported late' },
  notDue: { zh: '已报（不在应报之列）', en: 'reported, though none was due' },
  overdue: { zh: '逾期未报', en: 'overdue' },
  awaited: { zh: '未报（未到期限）', en: 'not yet due' },
  none: { zh: '本年度无须报送', en: 'none due for the year' },
}

/** By the findings where they tell it: who is late is decided by a check, once. */
export const unitState = (
  told: SeasonJson['units'][number] | undefined,
  isLate: boolean,
  asOf: string,
): UnitState => {
  if (!told) return 'none'
  const { report, dueOn } = told
  if (report) return isLate ? 'late' : dueOn === null ? 'notDue' : 'reported'
  return dueOn !== null && dueOn < asOf ? 'overdue' : 'awaited'
}

export const isMissing = (state: UnitState): boolean => state === 'overdue' || state === 'awaited'
