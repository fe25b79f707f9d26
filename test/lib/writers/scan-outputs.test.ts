import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import type { Report } from '../../../lib/model/report.ts'
import { proven } from '../../../lib/scans/proof/index.ts'
import { reportContract } from '../../../lib/writers/contract.ts'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { reportJson } from '../../../lib/writers/json.ts'
import type { JudgedReport } from '../../../lib/writers/judged-report.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { csvRows } from '../../support/csv.ts'
import { seeded } from '../../support/random.ts'
import { reportOf } from '../../support/report.ts'
import { onPages, otherReader, ourReader, reads, scanOf } from '../../support/scan-on-pages.ts'
import { cleanSample } from './samples.ts'
import { opened } from './workbook/open.ts'

const printed = onPages(reportOf({ figures: balancedFigures('2021', seeded('outputs of scans')) }))
const lost = 'requests.outcomes.granted.naturalPerson'
const held = 'requests.newRequests.total'
const readings = [reads('17', ourReader), reads('11', otherReader)]
const scan = proven(printed, scanOf(printed, { [lost]: { readings } }))

const judged = (report: Report): JudgedReport => {
  const findings = runChecks(report)
  return { ...cleanSample, report, findings, verdict: verdictOf(report, findings) }
}

const sample = judged(scan)
const words = '待人工确认（扫描件第 2 页）：候选读数 “17”、“11”（读法不一），不作数'
const proof = '由扫描件识别并经勾稽证实（第 2 页）：由 digits、ppocr 一致读出'

test('JSON says that it is a scan, why a figure is taken, and what waits for a person', () => {
  const json = reportJson(sample)
  expect(reportContract.parse(json)).toEqual(json)
  expect(json.report.scan).toEqual({ pages: 3, read: { authority: printed.authority, year: printed.year } })
  expect(json.verdict).toBe('needsReview')
  expect(json.figures[held]!.evidence).toMatchObject({
    page: 2,
    readers: ['digits', 'ppocr'],
    sums: ['requests-row-total', 'requests-balance'],
  })
  expect(json.figures[lost]).toMatchObject({
    state: 'unreadable',
    value: null,
    text: null,
    unproven: { readings },
  })
  expect('scan' in reportJson(cleanSample).report).toBe(false)
})

test('the CSV has a column for it, empty where a person typed the figure in', () => {
  const entry = { cell: lost, value: 17, by: '李敏', at: '2025-02-01T03:00:00.000Z', reason: '' }
  for (const [of, said] of [
    [sample, words],
    [judged(withEntered(scan, [entry])), ''],
  ] as const) {
    const [head, ...rows] = csvRows(writeCsv(of).slice(1))
    const at = (name: string) => head!.indexOf(name)
    const cell = (key: string) =>
      rows.find(row => row[at('指标键 Figure key')] === key)![at('扫描识别 Scan')]!
    expect(cell(lost)).toBe(said)
    expect(cell(held)).toContain(proof)
  }
})

test('the workbook says it in a note at the cell, once', async () => {
  const book = await opened(sample)
  const notes = book.worksheets.flatMap(sheet => {
    const all: string[] = []
    sheet.eachRow(row => row.eachCell(cell => all.push(JSON.stringify(cell.note ?? ''))))
    return all
  })
  const open = notes.filter(note => note.includes(words))
  expect(open).toHaveLength(1)
  expect(open[0]).not.toContain('待人工确认（“')
  expect(notes.some(note => note.includes(proof))).toBe(true)
})
