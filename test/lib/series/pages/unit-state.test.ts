import { describe, expect, test } from 'vitest'
import { isMissing, unitState } from '../../../../lib/series/pages/unit-state.ts'

const report = { key: 'a.docx', version: '1', verdict: 'valid', firstUploadedOn: null, versions: 1 }
const told = (dueOn: string | null, has: boolean) => ({
  unit: 'u',
  name: '甲局',
  dueOn,
  report: has ? report : null,
})

describe('how a unit stands', () => {
  test.each([
    ['on the day before its deadline', '2024-01-30', 'awaited'],
    ['on its last day', '2024-01-31', 'awaited'],
    ['on the day after', '2024-02-01', 'overdue'],
  ])('without a report, %s', (_when, asOf, state) => {
    expect(unitState(told('2024-01-31', false), false, asOf)).toBe(state)
    expect(isMissing(unitState(told('2024-01-31', false), false, asOf))).toBe(true)
  })

  test('with a report: late where a check says so, and never missing', () => {
    expect(unitState(told('2024-01-31', true), false, '2024-12-31')).toBe('reported')
    expect(unitState(told('2024-01-31', true), true, '2024-12-31')).toBe('late')
    expect(unitState(told(null, true), false, '2024-12-31')).toBe('notDue')
    expect(unitState(undefined, false, '2024-12-31')).toBe('none')
    for (const state of ['reported', 'late', 'notDue', 'none'] as const) expect(isMissing(state)).toBe(false)
  })
})
