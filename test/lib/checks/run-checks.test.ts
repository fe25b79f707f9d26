import { expect, test } from 'vitest'
import type { Check } from '../../../lib/checks/check.ts'
import { defineCheck } from '../../../lib/checks/define-check.ts'
import { checks } from '../../../lib/checks/index.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import type { Report } from '../../../lib/model/report.ts'
import { clean } from './cases/case.ts'
import { checkCases } from './cases/index.ts'

test('a clean report has no finding at all, in either edition', () => {
  expect(runChecks(clean())).toEqual([])
  const old = clean({ edition: '2019' })
  expect(runChecks(old)).toEqual([])
  expect(verdictOf(old, [])).toBe('valid')
})

test('verdicts', () => {
  const of = (report = clean()) => verdictOf(report, runChecks(report))
  expect(of(clean({ figures: { 'requests.newRequests.total': 1 } }))).toBe('invalid')
  expect(of(clean({ figures: { 'requests.newRequests.total': null } }))).toBe('needsReview')
  expect(of(clean({ report: { reconciliationNote: false } }))).toBe('valid')
  const none = { proactiveDisclosure: null, requests: null, reconsiderationAndLitigation: null }
  expect(of(clean({ editions: none }))).toBe('notAssessable')
})

test('invalid needs a proven fault', () => {
  const of = (report = clean()) => verdictOf(report, runChecks(report))
  const unreadable = { 'requests.newRequests.naturalPerson': 'unreadable' }
  expect(of(clean({ figures: unreadable }))).toBe('notAssessable')
  const broken = { ...unreadable, 'requests.carriedOver.total': 3 }
  expect(of(clean({ figures: broken }))).toBe('invalid')
  const scattered = clean({
    figures: broken,
    observations: [
      {
        kind: 'rowsScattered',
        form: 'requests',
        rows: ['newRequests', 'carriedOver'],
        source: { kind: 'paragraph', paragraph: 9 },
      },
    ],
  })
  expect(of(scattered)).toBe('notAssessable')
  expect(runChecks(scattered).find(({ check }) => check === 'requests-row-total')?.severity).toBe('warning')
  const torn = clean({
    editions: { requests: null },
    observations: [{ kind: 'tableUnreadable', form: 'requests', reason: 'scattered' }],
  })
  expect(of(torn)).toBe('notAssessable')
})

test('a check that throws is named in a warning of ours, and the others still run', () => {
  const broken: Check = {
    ...checks.find(({ ofFindings }) => !ofFindings)!,
    id: 'cell-blank',
    run: () => {
      throw new Error('out of range')
    },
  }
  const report = clean({ report: { reconciliationNote: false } })
  const findings = runChecks(report, [broken, ...checks])
  expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
    ['check-failed', 'warning'],
    ['formalities', 'info'],
    ['reconciliation-note-missing', 'info'],
  ])
  expect(findings[0]!.message.zh).toContain('cell-blank')
  expect(findings[0]!.message.en).toContain('out of range')
})

test('ids tell all findings of a report apart and are the same in the next run', () => {
  for (const { report } of Object.values(checkCases).flatMap(({ broken }) => broken)) {
    const ids = runChecks(report).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(runChecks({ ...report }).map(({ id }) => id)).toEqual(ids)
  }
})

test('two findings of the same id are told apart by their ordinal', () => {
  const report = clean({ report: { reconciliationNote: false } })
  const note = checks.find(({ id }) => id === 'reconciliation-note-missing')!
  expect(runChecks(report, [note, note]).map(({ id }) => id)).toEqual([
    'reconciliation-note-missing',
    'reconciliation-note-missing#2',
  ])
})

test('messages can be pasted to the unit: table, place, formula with its numbers, difference, what to do', () => {
  const slip = clean({
    figures: { 'requests.newRequests.total': 10, 'requests.newRequests.naturalPerson': 9 },
  })
  const finding = runChecks(slip).find(({ check }) => check === 'requests-row-total')
  expect(finding!.message.zh).toBe(
    '“三、收到和处理政府信息公开申请情况”表“一、本年新收政府信息公开申请数量”行：应满足“总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他”，表中为 10 ≠ 9＋0＋0＋0＋0＋0＝9，相差 1。请核对该行六类申请人的数字和总计，更正后重新报送。',
  )
})

test('a check runs only where the table it is about follows one of its editions', () => {
  const always = defineCheck({
    id: 'always',
    severity: 'info',
    editions: ['2019'],
    forms: ['requests'],
    title: { zh: '总有', en: 'Always' },
    explanation: { zh: '总有', en: 'Always' },
    source: '测试',
    find: () => [{ message: { zh: '有。', en: 'Found.' } }],
  })
  const of = (editions: Partial<Report['editions']>) => runChecks(clean({ editions }), [always]).length
  expect(of({ requests: '2019' })).toBe(1)
  expect(of({ requests: '2021', proactiveDisclosure: '2019' })).toBe(0)
  expect(of({ requests: null, proactiveDisclosure: '2019' })).toBe(0)
  const ofTable4 = (edition: '2019' | '2021') =>
    runChecks(clean({ editions: { reconsiderationAndLitigation: edition } }), [
      { ...always, forms: ['reconsiderationAndLitigation'] },
    ]).length
  // Both editions print the same table 4.
  expect([ofTable4('2019'), ofTable4('2021')]).toEqual([1, 1])
})
