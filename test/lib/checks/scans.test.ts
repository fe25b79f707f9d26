import { describe, expect, it } from 'vitest'
import { checks } from '../../../lib/checks/index.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { softenedInScan } from '../../../lib/checks/soften-scan.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import { withNamed } from '../../../lib/entered/named.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import type { EnteredFigure, NamedReport, Report } from '../../../lib/model/report.ts'
import { proven } from '../../../lib/scans/proof/index.ts'
import { onPages, scanOf } from '../../support/scan-on-pages.ts'
import { clean } from './cases/case.ts'

const printed = onPages(clean())
const report = proven(printed, scanOf(printed))
const open = [...report.figures.values()].filter(({ state }) => state === 'unreadable')
const judge = (of: Report) => verdictOf(of, runChecks(of))
const named: NamedReport = {
  authority: '青禾县人民政府',
  year: 2023,
  by: '李四',
  at: '2025-03-01T08:00:00.000Z',
}

const typed = (cell: string, value: number | null = 0): EnteredFigure => ({
  cell,
  value,
  by: '李四',
  at: '2025-03-01T08:00:00.000Z',
  reason: '对照扫描件',
})

describe('the verdict of a scan', () => {
  it('is to be reviewed until a person has typed in the last open figure, name and year, then what the checks say', () => {
    expect(judge(report)).toBe('needsReview')
    const entered = open.map(({ key }) => typed(key))
    expect(judge(withEntered(report, entered.slice(1)))).toBe('needsReview')
    expect(judge(withEntered(report, entered))).toBe('needsReview')
    expect(judge(withEntered(withNamed(report, named), entered.slice(1)))).toBe('needsReview')
    expect(judge(withEntered(withNamed(report, named), entered))).toBe('valid')
  })

  it('is to be reviewed where nothing but tables was read, or none of a table', () => {
    const none = proven(printed, { pages: 3, cells: [] })
    expect([...none.figures.values()].every(({ state }) => state === 'unreadable')).toBe(true)
    expect(judge(none)).toBe('needsReview')
  })

  it('is invalid by what a person typed in', () => {
    const wrong = withEntered(report, [typed('requests.newRequests.total', 3)])
    expect(judge(wrong)).toBe('invalid')
  })
})

describe('what is found in the text and the structure of a scan', () => {
  const bare: Report = {
    ...report,
    title: null,
    sections: [],
    signature: null,
    period: null,
    observations: [
      ...report.observations,
      { kind: 'tableUnreadable', form: 'requests', reason: 'picture' },
      { kind: 'rowUnmet', form: 'requests', row: 'newRequests' },
      { kind: 'rowOutOfOrder', form: 'requests', row: 'carriedOver', label: '二', source: open[0]!.source! },
    ],
  }

  it('is a remark that says it was read from a picture', () => {
    const { scan: _, ...withText } = bare
    const ids = new Set(
      runChecks(withText)
        .filter(({ severity }) => severity !== 'info')
        .map(({ check }) => check),
    )
    expect([...ids]).toEqual(expect.arrayContaining(['section-empty', 'row-order', 'period-missing']))
    const found = runChecks(bare)
    expect(found.filter(({ severity }) => severity !== 'info').map(({ check }) => check)).toEqual([
      'read-by-ocr',
    ])
    for (const { message } of found.filter(({ check }) => ids.has(check) && check !== 'read-by-ocr'))
      expect(message.zh).toContain('由图片识别')
  })

  it('leaves as grave as they are the sums, the checks of figures, and what a person has to see', () => {
    const graver = checks.filter(({ severity }) => severity !== 'info')
    const findings = graver.map(check => ({
      ...runChecks(report)[0]!,
      check: check.id,
      severity: check.severity,
    }))
    const kept = softenedInScan(report, findings).filter(({ severity }) => severity !== 'info')
    expect(kept.map(({ check }) => check).toSorted()).toMatchInlineSnapshot(`
      [
        "cell-blank",
        "count-not-whole",
        "decisions-without-items",
        "direct-litigation-total",
        "disclosed-total-below-new",
        "edition-against-year",
        "fee-amount-implausible",
        "form-blank",
        "items-below-zero",
        "litigation-after-reconsideration-total",
        "personal-data",
        "procurement-count-and-amount",
        "read-by-ocr",
        "reconsideration-total",
        "requests-balance",
        "requests-balance-from-items",
        "requests-cannot-be-true",
        "requests-outcome-total",
        "requests-outcome-without-intake",
        "requests-row-total",
        "requests-total-left-blank",
        "scan-sum-broken",
        "year-unclear",
      ]
    `)
    expect(softenedInScan({}, findings)).toEqual(findings)
  })
})
