import { expect, test } from 'vitest'
import type { Check, Finding } from '../../../lib/checks/check.ts'
import { defineCheck } from '../../../lib/checks/define-check.ts'
import { checks } from '../../../lib/checks/index.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import { gravestFirst, numbersOf, severityCounts } from '../../../lib/writers/gravest-first.ts'
import { clean } from './cases/case.ts'

const meta = {
  severity: 'info',
  title: { zh: '起因', en: 'A cause' },
  explanation: { zh: '起因', en: 'A cause' },
  source: '测试',
} as const

const message = { zh: '起因。', en: 'A cause.' }

const gathering = (id: string, parts: readonly string[]): Check =>
  defineCheck({
    ...meta,
    id,
    ofFindings: true,
    find: (_, { findings }) => [
      { message, explains: findings.filter(({ check }) => parts.includes(check)).map(part => part.id) },
    ],
  })

const broken = clean({
  figures: { 'requests.newRequests.total': 1 },
  report: { reconciliationNote: false, signature: null },
})

const shape = (findings: readonly Finding[]) =>
  findings.map(({ check, severity, causedBy }) => [check, severity, causedBy])

const plain = runChecks(
  broken,
  checks.filter(({ ofFindings }) => !ofFindings),
)

test('what follows from a cause stands under it, and the cause is as grave as the gravest of it', () => {
  const some = gathering('some', ['requests-balance', 'signature-missing'])
  const list = [some, ...checks.filter(({ ofFindings }) => !ofFindings)]
  const findings = runChecks(broken, list)
  expect(findings).toHaveLength(plain.length + 1)
  const at = findings.findIndex(({ check }) => check === 'some')
  expect(shape(findings.slice(at, at + 3))).toEqual([
    ['some', 'error', undefined],
    ['requests-balance', 'error', 'some'],
    ['signature-missing', 'info', 'some'],
  ])
  expect(findings.filter(({ causedBy }) => causedBy === undefined)).toHaveLength(plain.length - 1)
  expect(findings.every(finding => !('explains' in finding))).toBe(true)
  expect(verdictOf(broken, findings)).toBe(verdictOf(broken, plain))
})

test('a finding stands under one cause only, and a cause of nothing stands alone at the end', () => {
  const twice = ['first', 'second'].map(id => gathering(id, ['signature-missing']))
  const findings = runChecks(broken, [...checks.filter(({ ofFindings }) => !ofFindings), ...twice])
  expect(findings.filter(({ causedBy }) => causedBy === 'first')).toHaveLength(1)
  expect(shape(findings).at(-1)).toEqual(['second', 'info', undefined])
})

test('people count causes, and call what is under one by its number', () => {
  const some = gathering('some', ['requests-balance', 'signature-missing'])
  const findings = gravestFirst(runChecks(broken, [...checks.filter(({ ofFindings }) => !ofFindings), some]))
  const at = findings.findIndex(({ check }) => check === 'some')
  const numbers = numbersOf(findings)
  const whole = Number(numbers[at])
  expect(numbers.slice(at, at + 3)).toEqual([`${whole}`, `${whole}.1`, `${whole}.2`])
  const counted = severityCounts(findings).reduce((sum, [, count]) => sum + count, 0)
  expect(counted).toBe(plain.length - 1)
  expect(numbers.filter(number => !number.includes('.'))).toHaveLength(counted)
})
