import { expect, test } from 'vitest'
import { doubtsReading } from '../../../lib/checks/doubting.ts'
import { checks } from '../../../lib/checks/index.ts'
import { findingsOf } from './cases/case.ts'
import { checkCases } from './cases/index.ts'

/** What asks to compare cells that have a number with the file says that the number may be another. */
const asksToCompare = /与原(?:文件|表)核对|未作换算|已换算：/u

test('what asks to compare a number with the file doubts its reading, and nothing else does', () => {
  const met = new Set<string>()
  for (const check of checks)
    for (const { report } of checkCases[check.id]!.broken)
      for (const finding of findingsOf(check, report)) {
        const hasNumber = finding.cells.some(key => report.figures.get(key)?.value != null)
        if (!hasNumber || finding.severity === 'info') continue
        if (doubtsReading(finding)) met.add(check.id)
        if (asksToCompare.test(finding.message.zh)) expect(doubtsReading(finding), check.id).toBe(true)
        if (finding.severity === 'error') expect(doubtsReading(finding), check.id).toBe(false)
      }
  expect(met.size).toBeGreaterThan(5)
})

test('a number that is printed so is not in doubt, whatever is wrong with it', () => {
  for (const check of ['requests-row-total', 'count-not-whole', 'fee-amount-implausible', 'row-order'])
    expect(doubtsReading({ check, severity: 'warning' })).toBe(false)
  expect(doubtsReading({ check: 'cell-read-with-loss', severity: 'info' })).toBe(false)
})
