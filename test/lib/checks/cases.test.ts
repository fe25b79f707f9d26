import { describe, expect, test } from 'vitest'
import { applies } from '../../../lib/checks/applies.ts'
import { checks } from '../../../lib/checks/index.ts'
import { findingsOf } from './cases/case.ts'
import { checkCases } from './cases/index.ts'

describe.each(checks.map(check => [check.id, check] as const))('%s', (id, check) => {
  const cases = checkCases[id]

  test('has a broken and a holding case', () => {
    expect(cases?.broken.length).toBeGreaterThan(0)
    expect(cases?.holding.length).toBeGreaterThan(0)
  })

  test.each((cases?.broken ?? []).map(({ name, ...rest }) => [name, rest] as const))(
    'fires: %s',
    (_, { report, gives }) => {
      expect(applies(check, report)).toBe(true)
      const findings = findingsOf(check, report)
      expect(findings).toEqual(gives.map(part => expect.objectContaining(part)))
      for (const finding of findings) {
        expect(finding.check).toBe(id)
        expect(finding.message.zh).toMatch(/[\u4e00-\u9fff].*[。）]$/u)
        expect(`${finding.message.zh}${finding.message.en}`).not.toMatch(/undefined|null|NaN|\[object/u)
        expect(finding.cells.filter(key => !report.figures.has(key))).toEqual([])
      }
      expect(new Set(findings.map(finding => finding.id)).size).toBe(findings.length)
    },
  )

  test.each((cases?.holding ?? []).map(({ name, report }) => [name, report] as const))(
    'keeps silent: %s',
    (_, report) => expect(applies(check, report) ? findingsOf(check, report) : []).toEqual([]),
  )
})

test('cases belong to checks', () => {
  const ids = checks.map(({ id }) => id)
  expect(Object.keys(checkCases).filter(id => !ids.includes(id))).toEqual([])
})
