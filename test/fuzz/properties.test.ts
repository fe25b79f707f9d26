import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChecks } from '../../lib/checks/run-checks.ts'
import { verdictOf } from '../../lib/checks/verdict.ts'
import { editions } from '../../lib/forms/index.ts'
import { sections } from '../../lib/forms/sections.ts'
import type { Block } from '../../lib/model/document.ts'
import { Problem } from '../../lib/model/problems.ts'
import type { Report } from '../../lib/model/report.ts'
import { readReport } from '../../lib/read-report.ts'
import { tableFromRows } from '../../lib/readers/story/grid.ts'
import { judgedOf } from '../support/judged.ts'
import { brokenInvariant } from './invariants.ts'

/** Recognition and checks over documents put together by chance from the forms' own words: nothing may crash. */

const words = [
  ...new Set([
    ...sections.flatMap(({ number, label }) => [label, `${number}、${label}`]),
    ...editions.flatMap(({ forms }) =>
      Object.values(forms).flatMap(({ blocks }) =>
        blocks.flatMap(({ caption, corner, columns, rows }) => [
          ...[caption, corner].flatMap(label => label?.label ?? []),
          ...columns.flatMap(({ path }) => path.map(({ label }) => label)),
          ...rows.flatMap(({ path }) => path.map(({ label }) => label)),
        ]),
      ),
    ),
  ]),
]
const odd = [
  '',
  ' ',
  '\u3000',
  '/',
  '-',
  '0',
  '1',
  '12',
  '1,234',
  '4个',
  '1.5',
  '-3',
  '无',
  '青禾县数据局2023年政府信息公开工作年度报告',
  '本年收到申请3件，其中甲1件。',
]

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 6, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...odd)).map(([a, b]) => a + b),
  },
)
const rawCell = fc.record({
  text,
  rowSpan: fc.constantFrom(1, 1, 1, 2, 3, 0),
  columnSpan: fc.constantFrom(1, 1, 1, 2, 3, 7, 10),
})
const rows = fc.array(
  fc.array(rawCell, { maxLength: 16 }).map(cells => ({ cells })),
  { minLength: 1, maxLength: 30 },
)

const blocks = fc
  .array(fc.oneof({ weight: 2, arbitrary: text }, { weight: 1, arbitrary: rows }), { maxLength: 25 })
  .map(parts => {
    let paragraphs = 0
    let tables = 0
    return parts.map(
      (part): Block =>
        typeof part === 'string'
          ? { kind: 'paragraph', number: ++paragraphs, text: part }
          : tableFromRows(part, ++tables),
    )
  })

const reportOf = (given: readonly Block[]): Report | null => {
  try {
    return readReport({ format: 'html', blocks: given, losses: [] })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

test('any document at all is a report, or is refused; every figure stands where it is said to; no check crashes', () => {
  let reports = 0
  fc.assert(
    fc.property(blocks, given => {
      const report = reportOf(given)
      if (!report) return
      reports++
      const findings = runChecks(report)
      expect(brokenInvariant(judgedOf(report, findings, verdictOf(report, findings)), true)).toBeNull()
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
    }),
    { numRuns: 800 },
  )
  expect(reports).toBeGreaterThan(50)
})
