import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equationChecks, equationsOf } from '../../../lib/checks/equations.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import type { Report } from '../../../lib/model/report.ts'
import { oracleEquations, withValue } from '../../support/equation-oracle.ts'
import { balancedFigures } from './balanced.ts'
import { clean } from './cases/case.ts'

const editions: readonly EditionId[] = ['2019', '2021']
const ids = new Set(equationChecks.map(({ id }) => id))
const derived = 'requests-balance-from-items'

const brokenEquations = (report: Report) =>
  runChecks(report)
    .filter(({ check, outcome }) => ids.has(check) && check !== derived && outcome === 'broken')
    .map(({ check, cells, expected, actual }) => ({ check, cells: [...cells].sort(), expected, actual }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

const sumOf = (report: Report, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (report.figures.get(key)!.value ?? 0), 0)

/** What must be found broken once the figure of that key is wrong: exactly the equations that contain it. */
const containing = (report: Report, key: string) =>
  oracleEquations(report)
    .filter(({ left, right }) => left.includes(key) || right.includes(key))
    .map(({ check, left, right, actual }) => ({
      check,
      cells: [...left, ...right].sort(),
      expected: sumOf(report, actual === 'left' ? right : left),
      actual: sumOf(report, actual === 'left' ? left : right),
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

describe.each(editions)('edition %s', edition => {
  const keys = (['requests', 'reconsiderationAndLitigation'] as const).flatMap(form =>
    formCells(editionById(edition).forms[form]).map(({ key }) => key),
  )

  test('a balanced report breaks no equation', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(400)), numbers => {
        const report = clean({ edition, figures: balancedFigures(edition, numbers) })
        expect(runChecks(report).filter(({ check }) => ids.has(check))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('one slip breaks exactly the equations that contain it, with their cells, expected and actual', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat(400)),
        fc.constantFrom(...keys),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (numbers, key, by, down) => {
          const report = clean({ edition, figures: balancedFigures(edition, numbers) })
          const value = report.figures.get(key)!.value!
          const slip = withValue(report, key, down && value >= by ? value - by : value + by)
          const expected = containing(slip, key)
          expect(expected.length).toBeGreaterThan(0)
          expect(brokenEquations(slip)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('instances name only figures of the form, and agree with a second statement by hand', () => {
    const forms = ['requests', 'reconsiderationAndLitigation'] as const
    const instances = forms
      .flatMap(form => equationsOf(form, edition))
      .filter(({ check }) => check !== derived)
      .map(({ check, left, right }) => ({ check, left, right }))
    const sorted = (list: readonly object[]) => list.map(each => JSON.stringify(each)).sort()
    const oracle = oracleEquations(clean({ edition })).map(({ check, left, right }) => ({
      check,
      left,
      right,
    }))
    expect(sorted(instances)).toEqual(sorted(oracle))
    expect(equationsOf('proactiveDisclosure', edition)).toEqual([])
  })
})

test('blank cells: broken only where no filling could make it hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(9)), { minLength: 6, maxLength: 6 }),
      fc.option(fc.nat(30)),
      (parts, total) => {
        const columns = [
          'naturalPerson',
          'commercialEnterprise',
          'researchInstitution',
          'socialOrganization',
          'legalServiceOrganization',
          'otherOrganization',
        ]
        const figures = Object.fromEntries(
          columns.map((column, at) => [`requests.newRequests.${column}`, parts[at]!]),
        )
        const report = clean({ figures: { ...figures, 'requests.newRequests.total': total } })
        const outcomes = runChecks(report)
          .filter(
            ({ check, cells }) =>
              check === 'requests-row-total' && cells.some(key => key.includes('newRequests')),
          )
          .map(({ outcome, severity }) => `${outcome} ${severity}`)
        const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
        const blanks = [...parts, total].includes(null)
        const fillable = total === null || (parts.includes(null) && known <= total) || known === total
        const expected = !fillable
          ? ['broken error']
          : blanks
            ? [`unassessable ${known === (total ?? 0) ? 'info' : 'warning'}`]
            : []
        expect(outcomes).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})
