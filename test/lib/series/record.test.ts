import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import { columnOf, figureColumns, recordColumns } from '../../../lib/series/columns.ts'
import { differencesOf } from '../../../lib/series/differences.ts'
import {
  amountText,
  type Flagged,
  type Known,
  recordOf,
  type WithoutNumber,
} from '../../../lib/series/record.ts'
import { reportJson } from '../../../lib/writers/json.ts'
import { judgedOf } from '../../support/judged.ts'
import { type ReportOptions, reportOf } from '../../support/report.ts'

const known: Known = {
  key: '全市.zip!/甲局/年报.docx',
  version: 'v1',
  sequencer: '0A',
  run: 'abc',
  event: 'e1',
  uploadedAt: '2024-01-10T00:00:00.000Z',
  judgedAt: null,
}

const record = (options: ReportOptions) => {
  const report = reportOf(options)
  const findings = runChecks(report)
  return recordOf(reportJson(judgedOf(report, findings, verdictOf(report, findings))), known)
}

const withoutNumber = (row: ReturnType<typeof record>): readonly WithoutNumber[] =>
  JSON.parse(String(row['without_number']))

const total = 'requests.newRequests.total'
const fees = 'proactiveDisclosure.administrativeFees.amount'

test('a row has every column and no other, in order, and nothing where something is required', () => {
  const row = record({ edition: '2021', figures: { [total]: 3 } })
  expect(Object.keys(row)).toEqual(recordColumns.map(({ name }) => name))
  for (const { name, required } of recordColumns) if (required) expect(row[name]).not.toBe(null)
})

test('counts and amounts are exact, and each fits its column or is kept as printed', () => {
  const row = record({ edition: '2021', figures: { [total]: 12, [fees]: 59_237.2449 } })
  expect(row[columnOf(total).name]).toBe(12n)
  expect(row[columnOf(fees).name]).toBe(59_237_244_900n)
  expect(amountText(59_237_244_900n)).toBe('59237.2449')
  for (const [key, value] of [
    [total, 1.5],
    [total, -2],
    [total, 1e13],
    [fees, 0.000_000_1],
  ] as const) {
    const odd = record({ edition: '2021', figures: { [key]: value } })
    expect(odd[columnOf(key).name]).toBe(null)
    expect(withoutNumber(odd)).toContainEqual(expect.objectContaining({ key, state: 'number' }))
  }
})

test('a cell without a number is null, never zero, and says why; a cell of the other edition is null alone', () => {
  const row = record({ edition: '2021', figures: { [total]: null, [fees]: '无' } })
  expect(row[columnOf(total).name]).toBe(null)
  expect(withoutNumber(row).map(({ key }) => key)).toEqual(expect.arrayContaining([total, fees]))
  expect(row[columnOf('requests.outcomes.other.undivided.total').name]).toBe(null)
  expect(withoutNumber(row).some(({ key }) => key.includes('undivided'))).toBe(false)
})

test('a number that a finding names is not without its flag', () => {
  const report = reportOf({
    edition: '2021',
    figures: { [total]: 12 },
  })
  const findings = runChecks(report)
  const row = recordOf(reportJson(judgedOf(report, findings, verdictOf(report, findings))), known)
  const flagged = new Map(
    (JSON.parse(String(row['flagged'])) as Flagged[]).map(({ key, checks }) => [key, checks]),
  )
  expect(flagged.get(total)).toContain('requests-row-total')
  expect(flagged.get(total)!.length).toBeGreaterThan(1)
  for (const { check, cells } of findings)
    for (const cell of cells)
      if (report.figures.get(cell)?.value != null) expect(flagged.get(cell)).toContain(check)
      else expect(flagged.has(cell)).toBe(false)
})

test('a number whose reading is in doubt stands in its column, and is told apart', () => {
  const report = reportOf({ edition: '2021', figures: { [total]: 12, [fees]: 3 } })
  const judged = (severity: 'warning' | 'info') => {
    const finding = {
      ...{ id: 'x', check: 'cell-read-with-loss', severity, outcome: 'broken' as const },
      ...{ message: { zh: '', en: '' }, cells: [total, 'requests.carriedOver.total'], evidence: [] },
    }
    return recordOf(reportJson(judgedOf(report, [finding], 'needsReview')), known)
  }
  const row = judged('warning')
  expect(row[columnOf(total).name]).toBe(12n)
  const digits = String(row['doubtful'])
  expect(digits).toHaveLength(figureColumns.length)
  const named = figureColumns.filter((_, at) => digits[at] === '1').map(({ key }) => key)
  // The other cell has a number in the report as well: 0.
  expect(named.sort()).toEqual(
    [total, 'requests.carriedOver.total'].filter(key => row[columnOf(key).name] !== null).sort(),
  )
  expect(JSON.parse(String(row['flagged']))).toContainEqual({
    key: total,
    checks: ['cell-read-with-loss'],
    doubtful: true,
  })
  expect(Number(judged('info')['distinct_values'])).toBe(Number(row['distinct_values']) + 1)
  expect(judged('info')['doubtful']).toBe(null)
})

test('the same figures have the same hash, whatever stands around them; others have another', () => {
  const first = record({ edition: '2021', figures: { [total]: 12, [fees]: 0 } })
  const blank = record({ edition: '2021', figures: { [total]: 12, [fees]: null }, year: 2022 })
  const other = record({ edition: '2021', figures: { [total]: 13, [fees]: 0 } })
  expect(blank['figures_hash']).toBe(first['figures_hash'])
  expect(other['figures_hash']).not.toBe(first['figures_hash'])
})

test('what changed when a report was handed in again', () => {
  const before = record({ edition: '2021', figures: { [total]: 12, [fees]: null } })
  const after = record({ edition: '2021', figures: { [total]: 13, [fees]: null } })
  const { figures, findings } = differencesOf(before, after)
  expect(figures).toEqual([{ key: total, before: 12n, after: 13n }])
  expect(differencesOf(after, before).findings.added).toEqual(findings.gone)
  expect(differencesOf(before, before)).toMatchObject({ figures: [], findings: { added: [], gone: [] } })
})

test('a figure that a person typed in counts for certain, and the record says that it was', () => {
  const report = reportOf({
    edition: '2021',
    figures: { [total]: 4, [fees]: 'unreadable' },
    observations: [
      {
        kind: 'meaningDoubtful',
        form: 'requests',
        about: 'unit',
        printed: '千件',
        cells: [total],
        source: { kind: 'table', table: 2, row: 1, column: 1 },
      },
    ],
  })
  const typed = (cell: string, value: number | null) => ({
    ...{ cell, value, by: '李敏', at: '2024-02-01T03:00:00.000Z', reason: '照扫描件' },
  })
  const of = (judged: typeof report) =>
    recordOf(reportJson(judgedOf(judged, runChecks(judged), 'needsReview')), known)
  expect(of(report)['doubtful']).not.toBeNull()
  const row = of(withEntered(report, [typed(total, 7), typed(fees, null)]))
  expect([row[columnOf(total).name], row[columnOf(fees).name], row['doubtful']]).toEqual([7n, null, null])
  const flagged = JSON.parse(String(row['flagged'])) as readonly Flagged[]
  expect(flagged.find(({ key }) => key === total)).toEqual({
    key: total,
    checks: expect.arrayContaining(['figure-entered']),
  })
  expect(withoutNumber(row)).toContainEqual({ key: fees, state: 'blank', text: null, entered: true })
})
