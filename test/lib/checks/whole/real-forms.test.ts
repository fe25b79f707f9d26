import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../lib/checks/check.ts'
import { equationChecks } from '../../../../lib/checks/equations.ts'
import { runChecks } from '../../../../lib/checks/run-checks.ts'
import { sums } from '../../../../lib/checks/sums.ts'
import { partsOf } from '../../../../lib/checks/whole/network.ts'
import { decidedBlanks } from '../../../../lib/checks/whole/table.ts'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { formCells } from '../../../../lib/forms/form.ts'
import { editions } from '../../../../lib/forms/index.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { oracleEquations, withValue } from '../../../support/equation-oracle.ts'
import { balancedFigures } from '../balanced.ts'
import { clean } from '../cases/case.ts'

test('the sums are the equations whose breach is an error', () => {
  expect(new Set(sums)).toEqual(new Set(equationChecks.filter(({ severity }) => severity === 'error')))
})

test.each(editions.map(({ id }) => id))('all sums of edition %s are judged as a whole', edition => {
  const parts = (['requests', 'reconsiderationAndLitigation'] as const).flatMap(form =>
    partsOf(form, edition),
  )
  const judged = parts.flatMap(({ all }) => all.map(({ check, left }) => `${check.id} ${left[0]}`)).sort()
  const oracle = oracleEquations(clean({ edition })).map(({ check, left }) => `${check} ${left[0]}`)
  expect(judged).toEqual(oracle.sort())
  expect(parts).toHaveLength(4)
})

const sumOf = (report: Report, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + report.figures.get(key)!.value!, 0)

const allHold = (report: Report): boolean =>
  oracleEquations(report).every(({ left, right }) => sumOf(report, left) === sumOf(report, right))

/** Every single cell that can be changed to a whole number so that every equation holds, tried one by one. */
const oneCellWays = (report: Report): readonly string[] => {
  const equations = oracleEquations(report)
  const broken = equations.find(({ left, right }) => sumOf(report, left) !== sumOf(report, right))!
  return [...broken.left, ...broken.right].flatMap(key => {
    const side = broken.left.includes(key) ? 1 : -1
    const value =
      report.figures.get(key)!.value! - side * (sumOf(report, broken.left) - sumOf(report, broken.right))
    return value >= 0 && allHold(withValue(report, key, value)) ? [`${key} ${value}`] : []
  })
}

const arithmetic = new Set(equationChecks.map(({ id }) => id))

const brokenSums = (findings: readonly Finding[]) =>
  findings.filter(({ check, outcome }) => arithmetic.has(check) && outcome === 'broken')

const numbers = fc.infiniteStream(fc.nat(400))
const drawn = (edition: '2019' | '2021', stream: Iterator<number>) =>
  clean({ edition, figures: balancedFigures(edition, stream) })

describe.each(['2019', '2021'] as const)('edition %s', edition => {
  const keys = formCells(editionById(edition).forms.requests).map(({ key }) => key)
  const cases = formCells(editionById(edition).forms.reconsiderationAndLitigation).map(({ key }) => key)
  const cell = fc.constantFrom(...keys)
  const off = fc.integer({ min: -30, max: 30 }).filter(by => by !== 0)

  test('a slip is undone by exactly the cell and number that were wrong, and all that follows stands under it', () => {
    fc.assert(
      fc.property(numbers, cell, off, (stream, key, by) => {
        const report = drawn(edition, stream)
        const value = report.figures.get(key)!.value!
        const slip = withValue(report, key, Math.max(0, value + by))
        if (allHold(slip)) return
        const findings = runChecks(slip)
        const cause = findings.find(({ check }) => check === 'requests-one-cell-explains')!
        expect(oneCellWays(slip)).toEqual([`${key} ${value}`])
        expect(cause.repair).toMatchObject([{ cell: key, printed: Math.max(0, value + by), value }])
        const broken = brokenSums(findings)
        expect(cause.repair![0]!.settles).toEqual(expect.arrayContaining(broken.map(({ id }) => id)))
        expect(broken.every(({ causedBy }) => causedBy === cause.id)).toBe(true)
        expect(cause.severity).toBe('error')
      }),
      { numRuns: 150 },
    )
  })

  test('two slips: what is said makes every sum hold, one cell or two', () => {
    fc.assert(
      fc.property(numbers, cell, off, cell, off, (stream, one, by, other, more) => {
        const report = drawn(edition, stream)
        const first = withValue(report, one, Math.max(0, report.figures.get(one)!.value! + by))
        const slips = withValue(first, other, Math.max(0, first.figures.get(other)!.value! + more))
        if (allHold(slips)) return
        const findings = runChecks(slips)
        const causes = findings.filter(
          ({ check }) =>
            (check.startsWith('requests-') && check.endsWith('-explains')) || check.endsWith('-explain'),
        )
        expect(causes).toHaveLength(1)
        const ways = causes[0]!.alternatives ?? [causes[0]!.repair!]
        for (const way of ways)
          expect(
            allHold(way.reduce((each, { cell: key, value }) => withValue(each, key, value!), slips)),
          ).toBe(true)
        const single = oneCellWays(slips)
        expect(ways[0]).toHaveLength(single.length > 0 ? 1 : 2)
        if (single.length > 0)
          expect(ways.map(([change]) => `${change!.cell} ${change!.value}`)).toEqual(single)
      }),
      { numRuns: 100 },
    )
  })

  test('two numbers of a row or a column in each other’s place are named as swapped', () => {
    let named = 0
    fc.assert(
      fc.property(numbers, cell, fc.nat(), fc.boolean(), (stream, one, pick, inRow) => {
        const report = drawn(edition, stream)
        const row = (key: string) => key.slice(0, key.lastIndexOf('.'))
        const column = (key: string) => key.slice(key.lastIndexOf('.'))
        const beside = keys.filter(
          key => key !== one && (inRow ? row(key) === row(one) : column(key) === column(one)),
        )
        const other = beside[pick % beside.length]!
        const [a, b] = [report.figures.get(one)!.value!, report.figures.get(other)!.value!]
        const swapped = withValue(withValue(report, one, b), other, a)
        if (allHold(swapped)) return
        const cause = runChecks(swapped).find(({ check }) => check === 'requests-two-cells-explain')
        if (cause?.repair === undefined) {
          // Another swap does as well, or a single cell.
          expect(cause?.alternatives ?? oneCellWays(swapped)).not.toEqual([])
          if (cause) expect(cause.message.zh).toContain('对调')
          return
        }
        named++
        expect(cause.repair.map(({ cell: key, value }) => `${key} ${value}`).sort()).toEqual(
          [`${one} ${a}`, `${other} ${b}`].sort(),
        )
        expect(cause.message.zh).toContain('两格疑似互换')
      }),
      { numRuns: 100 },
    )
    expect(named).toBeGreaterThan(70)
  })

  test('a slip of table 4: every cell that would do, and no other', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), fc.constantFrom(...cases), off, (stream, key, by) => {
        const report = drawn(edition, stream)
        const value = report.figures.get(key)!.value!
        const slip = withValue(report, key, Math.max(0, value + by))
        if (allHold(slip)) return
        const causes = runChecks(slip).filter(({ check }) => check === 'litigation-one-cell-explains')
        expect(causes).toHaveLength(1)
        const ways = causes[0]!.alternatives ?? [causes[0]!.repair!]
        expect(ways.map(([change]) => `${change!.cell} ${change!.value}`).sort()).toEqual(
          [...oneCellWays(slip)].sort(),
        )
      }),
      { numRuns: 100 },
    )
  })

  const blanked = (report: Report, blank: readonly string[]): Report => ({
    ...report,
    figures: new Map([
      ...report.figures,
      ...blank.map(
        key =>
          [key, { ...report.figures.get(key)!, state: 'blank' as const, value: null, text: '' }] as const,
      ),
    ]),
  })

  test('blanks in a true report contradict nothing, and a number said of one is the true one', () => {
    let decided = 0
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat(3)),
        fc.uniqueArray(fc.constantFrom(...keys, ...cases), { maxLength: 140 }),
        (stream, blank) => {
          const report = drawn(edition, stream)
          const holed = blanked(report, blank)
          const findings = runChecks(holed)
          expect(
            findings.filter(
              ({ severity, check }) => severity === 'error' && check !== 'requests-total-left-blank',
            ),
          ).toEqual([])
          const said = findings.flatMap(({ determined = [] }) => determined)
          decided += said.length
          expect(said.map(({ cell: key }) => key).filter(key => !blank.includes(key))).toEqual([])
          expect(said).toEqual(
            said.map(({ cell: key }) => ({ cell: key, value: report.figures.get(key)!.value })),
          )
        },
      ),
      { numRuns: 100 },
    )
    expect(decided).toBeGreaterThan(200)
  })

  test('any one cell that is blank is decided', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...keys, ...cases), (stream, key) => {
        const report = drawn(edition, stream)
        const form = keys.includes(key) ? 'requests' : 'reconsiderationAndLitigation'
        expect(decidedBlanks(blanked(report, [key]), form)).toEqual(
          new Map([[key, report.figures.get(key)!.value]]),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('a table that was not read whole is told no slip and no number of a blank', () => {
    const stream = Array.from({ length: 500 }, (_, at) => at % 7)[Symbol.iterator]()
    const report = drawn(edition, stream)
    const slip = withValue(report, 'requests.newRequests.total', 999)
    const holed = blanked(report, ['requests.newRequests.total'])
    const torn = {
      kind: 'rowUnknown',
      form: 'requests',
      label: '合计',
      values: [],
      source: { kind: 'paragraph', paragraph: 1 },
    } as const
    const told = (of: Report) =>
      runChecks(of).filter(({ repair, determined }) => repair !== undefined || determined !== undefined)
    for (const whole of [slip, holed]) {
      expect(told(whole)).toHaveLength(1)
      expect(told({ ...whole, observations: [torn] })).toEqual([])
    }
  })
})
