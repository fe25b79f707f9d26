import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../../lib/checks/equation.ts'
import { equationChecks, equationsOf } from '../../../../lib/checks/equations.ts'
import { exactSum } from '../../../../lib/figures/exact.ts'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import { layoutOf } from '../../../../lib/forms/layout.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { addressOf } from '../../../../lib/writers/workbook/address.ts'
import { liveFormula, rangesOf } from '../../../../lib/writers/workbook/live-formula.ts'
import { reportOf } from '../../../support/report.ts'
import { blankSample, cleanSample, faultySample } from '../samples.ts'
import { opened } from './open.ts'

const cellsIn = (range: string): string[] =>
  range.split(',').flatMap(part => {
    const [from, to = from] = part.split(':')
    const [, c1, r1] = /^([A-Z]+)(\d+)$/.exec(from!)!
    const [, c2, r2] = /^([A-Z]+)(\d+)$/.exec(to!)!
    const cells = []
    for (let row = Number(r1); row <= Number(r2); row++)
      for (let column = c1!.charCodeAt(0); column <= c2!.charCodeAt(0); column++)
        cells.push(`${String.fromCharCode(column)}${row}`)
    return cells
  })

/** Computes the formulas we write as a spreadsheet does: SUM and COUNT pass over texts and blanks. */
const computed = (formula: string, valueAt: (address: string) => unknown): unknown => {
  const numbers = (range: string) =>
    cellsIn(range)
      .map(valueAt)
      .filter(value => typeof value === 'number')
  const code = formula.replace(/(SUM|COUNT)\(([^)]*)\)/g, '$1("$2")').replace(/=(\d)/g, '===$1')
  const scope = {
    SUM: (range: string) => exactSum(numbers(range)),
    COUNT: (range: string) => numbers(range).length,
    IF: (condition: boolean, yes: unknown, no: unknown) => (condition ? yes : no),
    AND: (...all: boolean[]) => all.every(Boolean),
    OR: (...all: boolean[]) => all.some(Boolean),
    ROUND: (value: number) => Math.round(value * 1e6) / 1e6,
  }
  return new Function(...Object.keys(scope), `return ${code}`)(...Object.values(scope))
}

const expectAgreement = (report: Report, edition: EditionId) => {
  for (const { key: form } of Object.values(editionById(edition).forms)) {
    const { figures } = layoutOf(editionById(edition).forms[form])
    const at = new Map<string, unknown>()
    const positionOf = (key: string) => [figures.get(key)!.row, figures.get(key)!.column] as const
    for (const key of figures.keys()) {
      const { value, text } = report.figures.get(key)!
      at.set(addressOf(...positionOf(key)), value ?? text)
    }
    for (const instance of equationsOf(form, edition)) {
      const { formula, value } = liveFormula(instance, report, positionOf)
      expect(computed(formula, address => at.get(address))).toBe(value)
      const { outcome } = evaluate(instance, report)
      expect(value === '待核' ? 'unassessable' : value === 0 ? 'holds' : 'broken').toBe(outcome)
    }
  }
}

describe('liveFormula', () => {
  it('draws neighbours together', () => {
    expect(
      rangesOf([
        [6, 4],
        [7, 4],
        [8, 4],
      ]),
    ).toBe('D6:D8')
    expect(
      rangesOf([
        [6, 4],
        [6, 5],
        [6, 6],
      ]),
    ).toBe('D6:F6')
    expect(
      rangesOf([
        [6, 4],
        [7, 4],
        [9, 4],
      ]),
    ).toBe('D6:D7,D9')
    expect(
      rangesOf([
        [6, 4],
        [6, 5],
        [7, 5],
      ]),
    ).toBe('D6:E6,E7')
  })

  it('computes the very outcome of the check, whatever the cells hold', () => {
    const cell = fc.oneof(fc.nat(3), fc.constant(null), fc.constant('-'), fc.constant('missing'))
    const edition = fc.constantFrom<EditionId>('2019', '2021')
    fc.assert(
      fc.property(edition, fc.infiniteStream(cell), (id, values) => {
        const keys = [...reportOf({ edition: id }).figures.keys()]
        const figures = Object.fromEntries(keys.map(key => [key, values.next().value!]))
        expectAgreement(reportOf({ edition: id, figures }), id)
      }),
      { numRuns: 30 },
    )
  })

  it('agrees where nearly all is zero', () => {
    expectAgreement(cleanSample.report, '2021')
    expectAgreement(faultySample.report, '2019')
    expectAgreement(blankSample.report, '2021')
  })

  it('stands in the sheets with its result, one for every equation of the form', async () => {
    const workbook = await opened(faultySample)
    const results: unknown[] = []
    workbook.eachSheet(sheet => {
      sheet.eachRow(row => {
        row.eachCell(cell => {
          if (cell.formula) results.push(cell.result)
        })
      })
    })
    const instances = (['requests', 'reconsiderationAndLitigation'] as const).flatMap(form =>
      equationsOf(form, '2019'),
    )
    const outcomes = instances.map(instance => evaluate(instance, faultySample.report).outcome)
    expect(results).toHaveLength(instances.length)
    expect(results.filter(result => result === 0)).toHaveLength(
      outcomes.filter(outcome => outcome === 'holds').length,
    )
    expect(results.filter(result => result === '待核')).toHaveLength(
      outcomes.filter(outcome => outcome === 'unassessable').length,
    )
    expect(equationChecks.length).toBeGreaterThan(0)
  })
})
