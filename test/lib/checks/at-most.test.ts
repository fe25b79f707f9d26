import { expect, test } from 'vitest'
import { atMost } from '../../../lib/checks/at-most.ts'
import type { Finding, Severity } from '../../../lib/checks/check.ts'

const check = { id: 'row-unknown', severity: 'warning' as const }
const findings = (count: number, severity: Severity): Finding[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `row-unknown/${at}`,
    check: 'row-unknown',
    severity,
    outcome: 'broken',
    message: { zh: '。', en: '.' },
    cells: [],
    evidence: [],
  }))

test('as many findings as the forms have cells are all listed', () => {
  const all = findings(500, 'warning')
  expect(atMost(check, all)).toBe(all)
})

test('more are counted in one that is as grave as the gravest of them', () => {
  const listed = atMost(check, [...findings(600, 'info'), ...findings(1, 'error')])
  expect(listed).toHaveLength(501)
  expect(listed.at(-1)).toMatchObject({ check: 'row-unknown', severity: 'error' })
  expect(listed.at(-1)?.message.zh).toContain('101')
})
