import { describe, expect, it } from 'vitest'
import type { EquationInstance } from '../../../../lib/checks/equation.ts'
import { instancesOf } from '../../../../lib/checks/equation.ts'
import { sums } from '../../../../lib/checks/sums.ts'
import type { Figure, Report } from '../../../../lib/model/report.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'
import { agreesThrough } from '../../../../lib/scans/proof/through.ts'
import { balancedFigures } from '../../../support/balanced.ts'
import { seeded } from '../../../support/random.ts'
import { reportOf } from '../../../support/report.ts'
import { onPages, readingOf, scanOf, sourceOf } from '../../../support/scan-on-pages.ts'

const report = onPages(reportOf({ figures: balancedFigures('2021', seeded('ways')) }))
const scan = scanOf(report)
const ofTable = (of: Report) =>
  [...of.figures.values()].filter(({ key, state }) => key.startsWith('requests.') && state !== 'unreadable')
    .length

const moved = (change: (figure: Figure) => Partial<ReturnType<typeof sourceOf>>): Report => ({
  ...report,
  figures: new Map(
    [...report.figures].map(([key, figure]) => [
      key,
      { ...figure, source: { ...sourceOf(figure), ...change(figure) } },
    ]),
  ),
})

const [one, other] = [
  'requests.outcomes.granted.naturalPerson',
  'requests.outcomes.granted.researchInstitution',
]

describe('places of a scan', () => {
  it('are of one figure each: where two claim one reading both are open', () => {
    const same = sourceOf(report.figures.get(one)!).box
    const judged = proven(
      moved(({ key }) => (key === other ? { box: same } : {})),
      { ...scan, cells: scan.cells.filter(({ box }) => box !== sourceOf(report.figures.get(other)!).box) },
    )
    for (const key of [one, other]) expect(judged.figures.get(key)!.state).toBe('unreadable')
  })

  it('are one line of the table for each row', () => {
    const judged = proven(
      moved(({ key, source }) => (key === other ? { row: (source as { row: number }).row + 1 } : {})),
      scan,
    )
    expect(judged.figures.get(one)!.state).toBe('unreadable')
  })

  it('leave a whole table open where more is printed among its figures', () => {
    const lower = ([left, top, right, bottom]: readonly [number, number, number, number]) =>
      top < 300 ? ([left, top, right, bottom] as const) : ([left, top + 20, right, bottom + 20] as const)
    const apart = moved(figure => ({ box: lower(sourceOf(figure).box) }))
    const cells = [...apart.figures.values()].map(figure => readingOf(figure))
    const more = { ...cells.find(({ page }) => page === 2)!, box: [200, 305, 230, 315] as const }
    const whole = ofTable(proven(apart, { pages: 3, cells }))
    expect(whole).toBeGreaterThan(100)
    expect(ofTable(proven(apart, { pages: 3, cells: [...cells, more] }))).toBe(0)
    expect(ofTable(proven(apart, { pages: 3, cells: [...cells, { ...more, printed: 'blank' }] }))).toBe(whole)
  })
})

describe('a sum with cells that are not read', () => {
  const { equation } = sums[0]!
  const [any] = instancesOf(equation, '2021')
  const sum = (left: readonly string[], right: readonly string[]): EquationInstance => ({
    ...any!,
    left,
    right,
  })
  const said = (values: Readonly<Record<string, number>>) =>
    new Map(Object.entries(values).map(([key, value]) => [key, { value, readers: [] }]))
  const across = sum(['t'], ['u', 'a'])
  const down = sum(['s'], ['u', 'b'])

  it('agrees with what the other sums leave them, or not', () => {
    expect(agreesThrough(down, [across, down], said({ t: 5, a: 2, s: 7, b: 4 }))).toBe(true)
    expect(agreesThrough(down, [across, down], said({ t: 5, a: 2, s: 8, b: 4 }))).toBe(false)
  })

  it('says nothing of itself, in whatever order sums come', () => {
    expect(agreesThrough(down, [down], said({ s: 8, b: 4 }))).toBe(false)
    for (const all of [
      [down, across],
      [across, down],
    ])
      expect(agreesThrough(down, all, said({ t: 5, a: 2, s: 8, b: 4 }))).toBe(false)
  })

  it('does not agree where they would have to be less than nothing', () => {
    expect(agreesThrough(down, [across, down], said({ t: 2, a: 5, s: 1, b: 4 }))).toBe(false)
  })
})
