import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { convert } from '../../../lib/convert.ts'
import { canBeNamed, waitsForName, withNamed, yearSaid } from '../../../lib/entered/named.ts'
import type { NamedReport } from '../../../lib/model/report.ts'
import { proven } from '../../../lib/scans/proof/index.ts'
import { recordOf } from '../../../lib/series/record.ts'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { reportJson } from '../../../lib/writers/json.ts'
import { writeWorkbook } from '../../../lib/writers/workbook/write-workbook.ts'
import { onPages, scanOf } from '../../support/scan-on-pages.ts'
import { clean } from '../checks/cases/case.ts'
import { cleanSample } from '../writers/samples.ts'

const crop = 'c'.repeat(64)
const printed = { ...onPages(clean()), title: '青禾县人民政府2028年政府信息公开工作年度报告', year: 2028 }
const scan = { ...scanOf(printed), title: { page: 1, box: [90, 40, 500, 80] as const, crop } }
const read = proven(printed, scan)

const said = (other: Partial<NamedReport> = {}): NamedReport => ({
  ...{ authority: '青禾县人民政府', year: 2023, by: '李敏', at: '2024-02-01T03:00:00.000Z', crop },
  ...other,
})

const judged = (report = read) => ({ ...cleanSample, report, findings: runChecks(report) })

const known = {
  ...{ key: '扫描件.pdf', version: 'v', sequencer: '1', run: null, event: null },
  ...{ uploadedAt: null, judgedAt: null },
}

describe('whose report a scan is, and of which year', () => {
  test('is not known before a person says it: no output has a name or a year, what was read stands apart', () => {
    expect(waitsForName(read)).toBe(true)
    expect(read).toMatchObject({ authority: null, authorityAsPrinted: null, year: null })
    const { report } = reportJson(judged())
    expect(report).toMatchObject({ authority: null, authorityAsPrinted: null, year: null })
    expect(report.scan).toMatchObject({
      read: { authority: printed.authority, year: 2028 },
      title: { page: 1, crop },
    })
    expect(recordOf(reportJson(judged()), known)).toMatchObject({ year: null, authority: null })
    const [, row] = writeCsv(judged()).split('\r\n')
    expect(row).toMatch(/^,,2021,/u)
  })

  test('is what a person read off that picture of its title', () => {
    const report = withNamed(read, said())
    expect(report).toMatchObject({ authority: '青禾县人民政府', year: 2023, scan: { named: { by: '李敏' } } })
    expect(reportJson(judged(report)).report.scan).toMatchObject({
      named: { by: '李敏' },
      read: { year: 2028 },
    })
    expect(yearSaid(scan, said())).toBe(2023)
  })

  test('is not known by what was read off another picture', () => {
    const other = said({ crop: 'd'.repeat(64) })
    expect(withNamed(read, other)).toMatchObject({ year: null, scan: { namedOtherwise: true } })
    expect(yearSaid(scan, other)).toBeUndefined()
    expect(withNamed(read, said({ crop: undefined as never })).year).toBe(2023)
  })

  test('is what is printed where the file is no scan', () => {
    expect(withNamed(clean(), said())).toEqual(clean())
    expect(yearSaid(undefined, said())).toBeUndefined()
  })

  test('is a name and a year', () => {
    expect(canBeNamed(said())).toBe(true)
    for (const other of [{ authority: ' ' }, { year: 23 }, { year: 2023.5 }, { authority: '某'.repeat(101) }])
      expect(canBeNamed(said(other))).toBe(false)
  })

  test('of its workbook is what a person fills in: as it is, it has no name and no year when it comes back', async () => {
    const bytes = await writeWorkbook(judged())
    const { report } = await convert({ name: '扫描件.xlsx', bytes, sha256: 'a'.repeat(64) })
    expect(report).toMatchObject({ authority: null, year: null })
    const named = await writeWorkbook(judged(withNamed(read, said())))
    const back = await convert({ name: '扫描件.xlsx', bytes: named, sha256: 'a'.repeat(64) })
    expect(back.report).toMatchObject({ authority: '青禾县人民政府', year: 2023 })
  })
})
