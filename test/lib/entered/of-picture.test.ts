import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { convert } from '../../../lib/convert.ts'
import { changeWords } from '../../../lib/entered/entered-words.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import { observed } from '../../../lib/model/figures-of.ts'
import type { EnteredFigure, Report } from '../../../lib/model/report.ts'
import { writeWorkbook } from '../../../lib/writers/workbook/write-workbook.ts'
import { cropOf, readAs, scanned } from '../../support/scanned.ts'
import { clean } from '../checks/cases/case.ts'
import { cleanSample } from '../writers/samples.ts'

const cell = 'requests.newRequests.naturalPerson'

const typed = (value: number | null, crop?: string): EnteredFigure => ({
  cell,
  value,
  by: '李敏',
  at: '2024-02-01T03:00:00.000Z',
  reason: '对照扫描件确认',
  ...(crop === undefined ? {} : { crop }),
})

const open = scanned(clean(), { [cell]: readAs('0', '8') })
const proven = scanned(clean(), {})

const notTaken = (report: Report) => observed(report, 'enteredNotTaken').map(({ why }) => why.zh)

describe('a figure read off the picture of a cell', () => {
  test('counts for that picture, and what readers made of it stays beside it', () => {
    const after = withEntered(open, [typed(0, cropOf(cell))])
    expect(after.figures.get(cell)).toMatchObject({
      state: 'number',
      value: 0,
      entered: { by: '李敏', was: { state: 'unreadable', value: null } },
      unproven: { crop: cropOf(cell), readings: readAs('0', '8') },
    })
    expect(notTaken(after)).toEqual([])
  })

  test('a blank counts in the same way', () => {
    expect(withEntered(open, [typed(null, cropOf(cell))]).figures.get(cell)).toMatchObject({
      state: 'blank',
      value: null,
    })
  })

  test('a dash says that it does not apply, as it does to every other reader', async () => {
    const report = withEntered(open, [{ ...typed(null, cropOf(cell)), dash: true }])
    expect(report.figures.get(cell)).toMatchObject({ state: 'notApplicable', value: null, entered: {} })
    expect(changeWords(report.figures.get(cell)!).zh).toBe('录入为横线，即不适用（原未能读出）')
    const bytes = await writeWorkbook({ ...cleanSample, report, findings: runChecks(report) })
    const back = await convert({ name: '年报.xlsx', bytes, sha256: 'a'.repeat(64) })
    expect(back.report.figures.get(cell)).toMatchObject({ state: 'notApplicable', text: '—' })
  })

  test('does not count for another picture, which is said at the cell', () => {
    const after = withEntered(open, [typed(0, cropOf('another'))])
    expect(after.figures).toEqual(open.figures)
    expect(notTaken(after)).toEqual([
      '“一、本年新收政府信息公开申请数量”行“自然人”列的图像与录入时不同，录入的数是照另一图像读的。请照现在的图像再录入一次。',
    ])
    expect(runChecks(after)).toContainEqual(
      expect.objectContaining({ check: 'figure-entered', severity: 'warning', cells: [cell] }),
    )
  })

  test('does not count where there is no picture: the file is no scan to us any more', () => {
    const after = withEntered(clean(), [typed(5, cropOf(cell))])
    expect(after.figures.get(cell)).toEqual(clean().figures.get(cell))
    expect(notTaken(after)).toHaveLength(1)
  })

  test('is superfluous where the figure was proven since, and told where it was proven to be another', () => {
    expect(withEntered(proven, [typed(0, cropOf(cell))])).toEqual(proven)
    const after = withEntered(proven, [typed(8, cropOf(cell))])
    expect(after.figures).toEqual(proven.figures)
    expect(notTaken(after)[0]).toContain('录入的是 8，重新读取后由勾稽关系证实为 0')
  })

  test('without a picture it counts of whatever stands there, as ever', () => {
    for (const report of [open, proven])
      expect(withEntered(report, [typed(3)]).figures.get(cell)).toMatchObject({ value: 3 })
  })

  test('of one cell the last counts, for whichever picture', () => {
    const twice = [typed(1), typed(2, cropOf(cell))]
    expect(withEntered(open, twice).figures.get(cell)!.value).toBe(2)
    expect(withEntered(open, twice.toReversed()).figures.get(cell)!.value).toBe(1)
  })
})
