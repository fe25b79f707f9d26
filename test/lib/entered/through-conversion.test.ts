import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtsReading } from '../../../lib/checks/doubting.ts'
import { judge } from '../../../lib/convert.ts'
import { enteredProblem } from '../../../lib/entered/entered-problem.ts'
import { againstKey } from '../../support/against-key.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { hasRealReports, keys, realReports } from '../../support/keys.ts'
import { seeded } from '../../support/random.ts'

const typed = (cell: string, value: number | null) => ({
  ...{ cell, value, by: '李敏', at: '2024-02-01T03:00:00.000Z', reason: '照原件' },
})

const besides = (findings: Awaited<ReturnType<typeof judge>>['findings']) =>
  findings.filter(({ check }) => check !== 'figure-entered')

test('a file with a figure typed in is judged like the file that prints it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(500), fc.nat(199), fc.nat(99), async (seed, place, value) => {
      const figures = balancedFigures('2021', seeded(`through ${seed}`))
      const cell = Object.keys(figures)[place % Object.keys(figures).length]!
      const convert = (printed: Record<string, number>, entered = [] as ReturnType<typeof typed>[]) =>
        judge({
          name: '报告.html',
          bytes: new TextEncoder().encode(reportHtml({ ...drawReport('2021', printed), year: 2023 })),
          sha256: '',
          entered,
        })
      const after = await convert(figures, [typed(cell, value)])
      const other = await convert({ ...figures, [cell]: value })
      expect(after.report.figures.get(cell)).toMatchObject({
        value,
        entered: { was: { value: figures[cell] } },
      })
      expect(besides(after.findings)).toEqual(besides(other.findings))
      expect(after.verdict).toBe(other.verdict)
    }),
    { numRuns: 25 },
  )
})

test.skipIf(!hasRealReports).each(keys.flatMap(key => key.files.map(file => [file, key] as const)))(
  'all figures of %s are typed in: they are right, none is in doubt, and what was read right is judged as before',
  async (name, { figures }) => {
    const bytes = readFileSync(realReports + name)
    const read = await judge({ name, bytes, sha256: '' })
    const { year, editions } = read.report
    const known = { year, editions, figures: [...read.report.figures.keys()] }
    const blank = (cell: string) => ['text', 'notApplicable'].includes(read.report.figures.get(cell)!.state)
    const cells = known.figures.filter(
      cell => cell in figures && !blank(cell) && enteredProblem(known, cell, figures[cell]!) === null,
    )
    const entered = cells.map(cell => typed(cell, figures[cell]!))
    const after = await judge({ name, bytes, sha256: '', entered })
    const none = { wrong: [], calledMissing: [], blankInSilence: [], lost: [] }
    expect(againstKey(after, figures)).toMatchObject(none)
    const told = after.findings.filter(({ check }) => check === 'figure-entered')
    expect(told.flatMap(finding => finding.cells)).toEqual(cells)
    const doubted = after.findings.filter(doubtsReading).flatMap(finding => finding.cells)
    expect(doubted.filter(cell => cells.includes(cell))).toEqual([])
    const { wrong, calledMissing, blankInSilence, lost } = againstKey(read, figures)
    const isReadRight = [...wrong, ...calledMissing, ...blankInSilence, ...lost].length === 0
    if (!isReadRight || read.findings.some(doubtsReading)) return
    expect(besides(after.findings)).toEqual(read.findings)
    expect(after.verdict).toBe(read.verdict)
  },
)
