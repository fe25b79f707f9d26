import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import { editions } from '../../../../lib/forms/index.ts'
import type { Figure, Report } from '../../../../lib/model/report.ts'
import { writeWorkbook } from '../../../../lib/writers/workbook/index.ts'
import { judgedOf } from '../../../support/judged.ts'
import { reportOf } from '../../../support/report.ts'
import { samples } from '../samples.ts'
import { opened } from './open.ts'

const droppedBack = async (bytes: Uint8Array) => judge({ name: '报告.xlsx', bytes, sha256: '' })

const told = (figures: ReadonlyMap<string, Figure>) =>
  Object.fromEntries([...figures.values()].map(({ key, state, value }) => [key, { state, value }]))

/** What a cell may hold, as the printed text `reportOf` takes. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 999_999 }) },
  fc.constantFrom<number | string | null>(
    0,
    null,
    '/',
    '-',
    '无',
    '见附件',
    '12（更正为13）',
    '约12',
    'missing',
    'unreadable',
  ),
)

/** A report of an edition with such cells, and a table or two without an edition. */
const anyReport: fc.Arbitrary<Report> = fc
  .tuple(fc.constantFrom(...editions.map(({ id }) => id)), fc.infiniteStream(cell))
  .map(([edition, cells]) => {
    const keys = [...reportOf({ edition }).figures.keys()]
    return reportOf({ edition, figures: Object.fromEntries(keys.map(key => [key, cells.next().value])) })
  })

describe('our workbook dropped back in', () => {
  test('gives the very figures it was made of, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async report => {
        const { report: again } = await droppedBack(await writeWorkbook(judgedOf(report)))
        expect(told(again.figures)).toEqual(told(report.figures))
        expect(again.editions).toEqual(report.editions)
        expect([again.authority, again.title]).toEqual([report.authority, report.title])
      }),
      { numRuns: 30 },
    )
  })

  test('gives the figures of every sample, and whose they are', async () => {
    for (const [name, judged] of Object.entries(samples)) {
      const { report } = judged
      const { report: again } = await droppedBack(await writeWorkbook(judged))
      expect(told(again.figures), name).toEqual(told(report.figures))
      expect(again.title, name).toBe(report.title)
      expect(again.period, name).toEqual(report.period)
    }
  })

  test('a number that is no figure, since its unit is not known, becomes none here', async () => {
    const doubtful = {
      key: 'requests.newRequests.total',
      state: 'text',
      value: null,
      text: '12',
      source: null,
    } as const
    const report = reportOf()
    const figures = new Map(report.figures).set(doubtful.key, doubtful)
    const { report: again } = await droppedBack(await writeWorkbook(judgedOf({ ...report, figures })))
    expect(again.figures.get(doubtful.key)).toMatchObject({ state: 'text', value: null })
  })

  test('a figure corrected in it counts, wherever rows were inserted', async () => {
    const key = 'requests.newRequests.naturalPerson'
    const book = await opened(judgedOf(reportOf({ figures: { [key]: 7 } })))
    const sheet = book.getWorksheet('依申请公开')!
    sheet.eachRow(row =>
      row.eachCell(each => {
        if (each.value === 7) each.value = 9
      }),
    )
    const { report, findings } = await droppedBack(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(report.figures.get(key)).toMatchObject({ state: 'number', value: 9 })
    expect(findings.some(({ check, cells }) => check === 'requests-row-total' && cells.includes(key))).toBe(
      true,
    )
  })

  test('has no text by its nature: nothing is said of sections, formalities and words', async () => {
    const { findings } = await droppedBack(await writeWorkbook(judgedOf(reportOf())))
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ['narrative-not-included', 'info'],
    ])
  })
})
