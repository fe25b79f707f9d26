import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'
import { writeCsv } from '../../lib/writers/csv.ts'
import { reportJson } from '../../lib/writers/json.ts'
import { summaryReport, writeSummary } from '../../lib/writers/summary/index.ts'
import { writeWorkbook } from '../../lib/writers/workbook/index.ts'
import { blankSample, faultySample, samples } from '../lib/writers/samples.ts'
import { csvRows } from '../support/csv.ts'
import { judgedOf } from '../support/judged.ts'
import { reportOf } from '../support/report.ts'
import { edited, noSpreadsheet, savedAgain, shown, withoutResults } from './libreoffice.ts'

/** Printed texts that a spreadsheet is eager to make something else of. */
const texts =
  "=1+1|+5|-|@A1|007|1-2|1/2|3月5日|2021年1月|10:30|1E5|50%|12,345|(3)|1.50|１６|9999999999999999|TRUE|Mar 5|3 pm|二〇二一年三月|'5|￥5|$5|5-|1,2|1 000|五|一月"
const keys = [...reportOf().figures.keys()]
const hostile = judgedOf(
  reportOf({ figures: Object.fromEntries(texts.split('|').map((text, at) => [keys[at]!, text])) }),
)

const links = { workbook: 'a/a.xlsx', page: 'a/a.html', json: 'a/a.json' }
const summaryOf = (...names: readonly (keyof typeof samples)[]) =>
  writeSummary({
    reports: names.map(name => summaryReport(reportJson(samples[name]!), `${name}.docx`, links)),
    refusals: [],
  })

/** Puts another number into the cell of the second sheet after the overview, 依申请公开. */
const corrected = (workbook: Uint8Array, address: string, from: number, to: number): Uint8Array => {
  let changed = 0
  const result = edited(workbook, (xml, part) =>
    part.endsWith('sheet3.xml')
      ? xml.replace(new RegExp(`(<c r="${address}"[^>]*>)<v>${from}</v>`), (_, start) => {
          changed += 1
          return `${start}<v>${to}</v>`
        })
      : xml,
  )
  expect(changed).toBe(1)
  return result
}

describe.skipIf(noSpreadsheet)('in a spreadsheet program', () => {
  test.each([
    ['faulty', faultySample],
    ['blank', blankSample],
  ])('every live check of “%s” computes to the result that was stored', async (_, sample) => {
    const workbook = await writeWorkbook(sample)
    expect(await shown(withoutResults(workbook))).toEqual(await shown(workbook))
  })

  test.each([
    ['faulty', faultySample],
    ['blank', blankSample],
  ])('“%s” saved again is still known as ours, with the very figures', async (_, sample) => {
    const bytes = new Uint8Array(await savedAgain(await writeWorkbook(sample)))
    const { report } = await judge({ name: '报告.xlsx', bytes, sha256: '' })
    const told = (figures: typeof report.figures) =>
      [...figures.values()].map(({ key, state, value }) => [key, state, value])
    expect(report.ownWorkbook).toBe(true)
    expect(told(report.figures)).toEqual(told(sample.report.figures))
  })

  test.each(Object.entries({ faulty: faultySample, hostile }))(
    'the CSV of “%s” opens as it is written',
    async (_, sample) => {
      const csv = writeCsv(sample)
      const [cells] = [...(await shown(new TextEncoder().encode(csv))).values()]
      expect(cells).toEqual(csvRows(csv.slice(1)))
    },
  )

  test('a corrected number turns ✗ into ✓, and only there', async () => {
    const workbook = withoutResults(await writeWorkbook(faultySample))
    const before = (await shown(workbook)).get('依申请公开')!
    const after = (await shown(corrected(workbook, 'J6', 17, 16))).get('依申请公开')!
    const changes = before.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell === after[at]![column] ? [] : [[cell, after[at]![column]]])),
    )
    expect(changes).toEqual([
      ['17', '16'],
      ['✗ 多1', '✓'],
      // The balance, as printed and from the items.
      ['✗ 少1', '✓'],
      ['✗ 少1', '✓'],
    ])
  })

  test('the sums of the summary compute to the results that were stored', async () => {
    const summary = await summaryOf('clean', 'faulty', 'blank', 'old')
    const computed = (await shown(withoutResults(summary))).get('汇总')!
    expect(computed).toEqual((await shown(summary)).get('汇总'))
    expect(computed.some(row => row[0] === '合计 Sum' || row[0]?.startsWith('合计'))).toBe(true)
  })
})
