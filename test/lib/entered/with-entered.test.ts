import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../lib/checks/check.ts'
import { doubtsReading } from '../../../lib/checks/doubting.ts'
import { checks } from '../../../lib/checks/index.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import { cellsOf } from '../../../lib/model/figures-of.ts'
import type { EnteredFigure, Report } from '../../../lib/model/report.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { seeded } from '../../support/random.ts'
import { clean } from '../checks/cases/case.ts'
import { checkCases } from '../checks/cases/index.ts'

const typed = (cell: string, value: number | null): EnteredFigure => ({
  cell,
  value,
  by: '李敏',
  at: '2024-02-01T03:00:00.000Z',
  reason: '照扫描件',
})

const besides = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ check }) => check !== 'figure-entered')

const judged = (report: Report) => {
  const findings = runChecks(report)
  return { findings: besides(findings), verdict: verdictOf(report, findings) }
}

const trueReport = (seed: number, edition: '2019' | '2021'): Report =>
  clean({ edition, figures: balancedFigures(edition, seeded(`entered ${seed}`)) })

/** A true report by its seed, and some of its cells by their place. */
const chosen = fc.record({
  seed: fc.nat(1000),
  edition: fc.constantFrom('2019' as const, '2021' as const),
  places: fc.uniqueArray(fc.nat(150), { minLength: 1, maxLength: 20 }),
})

const opened = ({ seed, edition, places }: typeof chosen extends fc.Arbitrary<infer T> ? T : never) => {
  const report = trueReport(seed, edition)
  const keys = [...report.figures.keys()]
  return { report, cells: places.map(place => keys[place]!) }
}

/** The report with another value printed in a cell. */
const printing = (report: Report, key: string, value: number | null): Report => {
  const figure = report.figures.get(key)!
  const other =
    value === null
      ? { ...figure, state: 'blank' as const, value, text: '' }
      : { ...figure, value, text: String(value) }
  return { ...report, figures: new Map([...report.figures, [key, other]]) }
}

describe('what is typed in', () => {
  test('as it is printed changes nothing but that it is said', () => {
    fc.assert(
      fc.property(chosen, fc.nat(99), fc.boolean(), (given, wrong, blank) => {
        const { report, cells } = opened(given)
        const printed = printing(report, cells[0]!, blank ? null : wrong)
        const entered = cells.map(cell => typed(cell, printed.figures.get(cell)!.value))
        const after = withEntered(printed, entered)
        expect(judged(after)).toEqual(judged(printed))
        const told = runChecks(after).filter(({ check }) => check === 'figure-entered')
        expect(told.flatMap(finding => finding.cells).toSorted()).toEqual(cells.toSorted())
        expect(told.every(({ severity }) => severity === 'info')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('is judged as if the file printed it', () => {
    fc.assert(
      fc.property(chosen, fc.option(fc.nat(99)), (given, value) => {
        const { report, cells } = opened(given)
        const cell = cells[0]!
        const after = withEntered(report, [typed(cell, value)])
        const { state, text } = report.figures.get(cell)!
        expect(after.figures.get(cell)).toMatchObject({ value, text, entered: { was: { state } } })
        expect(judged(after)).toEqual(judged(printing(report, cell, value)))
      }),
      { numRuns: 60 },
    )
  })

  test('for cells that could not be read gives the verdict of the whole file', () => {
    fc.assert(
      fc.property(chosen, given => {
        const { report, cells } = opened(given)
        const torn: Report = {
          ...report,
          figures: new Map(
            [...report.figures].map(([key, figure]) => [
              key,
              cells.includes(key)
                ? { ...figure, state: 'unreadable', value: null, text: null, source: null }
                : figure,
            ]),
          ),
          observations: (['requests', 'proactiveDisclosure'] as const).flatMap(form => {
            const rows = new Set(
              cellsOf(report, form).flatMap(({ key, row }) => (cells.includes(key) ? [row.key] : [])),
            )
            return [...rows].map(row => ({
              kind: 'rowUnreadable' as const,
              form,
              row,
              label: row,
              expected: 7,
              found: [],
              source: { kind: 'table', table: 1, row: 1, column: 1 } as const,
            }))
          }),
        }
        expect(judged(torn).verdict).not.toBe(judged(report).verdict)
        const entered = cells.map(cell => typed(cell, report.figures.get(cell)!.value))
        expect(judged(withEntered(torn, entered))).toEqual(judged(report))
        const but = judged(withEntered(torn, entered.slice(1)))
        expect(but.verdict).toBe('notAssessable')
        expect(but.findings.flatMap(finding => finding.cells)).toContain(cells[0])
      }),
      { numRuns: 40 },
    )
  })
})

/** Every finding of the cases that doubts the reading of cells, with its report. */
const doubted = checks.flatMap(({ id }) =>
  checkCases[id]!.broken.flatMap(({ name, report }) =>
    runChecks(report)
      .filter(finding => doubtsReading(finding) && finding.cells.length > 0)
      .map(finding => [`${id}: ${name}`, report, finding] as const),
  ),
)

describe.each(doubted)('a doubt of %s', (_, report, { check, cells }) => {
  const valued = (key: string) => typed(key, Math.abs(Math.round(report.figures.get(key)!.value ?? 3)))
  const naming = (after: Report) =>
    runChecks(after).filter(finding => doubtsReading(finding) && finding.check === check)

  test('is settled at each cell that was typed in', () => {
    const [first, ...others] = cells
    const left = naming(withEntered(report, [valued(first!)]))
    expect(left.flatMap(finding => finding.cells)).not.toContain(first)
    expect(left.flatMap(finding => finding.cells)).toEqual(expect.arrayContaining(others))
    for (const { message, cells: named } of left) {
      const counted = /有 (\d+) 格/u.exec(message.zh)?.[1]
      if (counted !== undefined) expect(Number(counted)).toBe(named.length)
    }
  })

  test('falls away where all its cells were', () => {
    expect(naming(withEntered(report, cells.map(valued))).flatMap(finding => finding.cells)).toEqual([])
  })
})

test('doubts of every kind were tried', () => {
  const tried = new Set(doubted.map(([, , { check }]) => check))
  expect(
    checks.filter(({ id, doubtsReading: doubts }) => doubts && !tried.has(id)).map(({ id }) => id),
  ).toEqual([])
})

describe('a table that was not recognised', () => {
  const lost = (kind: 'tableUnreadable' | 'tableMissing'): Report => {
    const report = clean({ editions: { requests: null } })
    return {
      ...report,
      observations: [
        kind === 'tableMissing' ? { kind, form: 'requests' } : { kind, form: 'requests', reason: 'picture' },
      ],
    }
  }

  test.each(['tableUnreadable', 'tableMissing'] as const)(
    'gets the edition of the year, and its other cells stay unread: %s',
    kind => {
      const after = withEntered(lost(kind), [typed('requests.newRequests.total', 3)])
      expect(after.editions.requests).toBe('2021')
      const whole = clean()
      expect([...after.figures.keys()]).toEqual([...whole.figures.keys()])
      const others = cellsOf(after, 'requests').filter(({ key }) => key !== 'requests.newRequests.total')
      expect(new Set(others.map(({ key }) => after.figures.get(key)!.state))).toEqual(new Set(['unreadable']))
      const { findings, verdict } = judged(after)
      expect(verdict).toBe('notAssessable')
      const left = findings.filter(({ check }) => check === 'table-unreadable')
      expect(left.map(({ cells }) => cells)).toEqual([others.map(({ key }) => key)])
      expect(left[0]!.message.zh).toContain(`已对照原件录入 1 格，其余 ${others.length} 格还没有录入`)
    },
  )

  test('typed in whole is judged like one that was read', () => {
    const whole = clean()
    const cells = cellsOf(whole, 'requests')
    const entered = cells.map(({ key }) => typed(key, whole.figures.get(key)!.value))
    expect(judged(withEntered(lost('tableUnreadable'), entered))).toEqual(judged(whole))
  })

  test('cannot be typed in where nothing tells its edition', () => {
    const report = { ...lost('tableUnreadable'), year: null }
    const after = withEntered(report, [typed('requests.newRequests.total', 3)])
    expect(after.editions.requests).toBeNull()
    const [finding] = runChecks(after).filter(({ check }) => check === 'figure-entered')
    expect(finding).toMatchObject({ severity: 'warning', cells: [] })
  })
})

test('of a cell typed in twice the last counts, and what had been read stays', () => {
  const cell = 'proactiveDisclosure.rules.issued'
  const report = clean({ figures: { [cell]: 12 } })
  const once = withEntered(report, [typed(cell, 3), typed(cell, 4)])
  expect(once.figures.get(cell)).toMatchObject({ value: 4, text: '12', entered: { was: { value: 12 } } })
  expect(withEntered(once, [typed(cell, null)]).figures.get(cell)).toMatchObject({
    value: null,
    state: 'blank',
    entered: { was: { state: 'number', value: 12 } },
  })
})

test('what fits no cell of the form is not taken, and that is said', () => {
  const cell = 'proactiveDisclosure.rules.issued'
  const report = clean()
  const after = withEntered(report, [typed(cell, -1), typed('proactiveDisclosure.none.at-all', 1)])
  expect(after.figures).toEqual(report.figures)
  const told = runChecks(after).filter(({ check }) => check === 'figure-entered')
  expect(told.map(({ severity, cells, message }) => [severity, cells, message.zh])).toEqual([
    [
      'warning',
      [cell],
      '李敏于 2024-02-01 录入的 -1 没有采用：“规章”行“本年制发件数”列录入的 -1 不能是负数。请照原件录入；原件空白的，按空白录入。',
    ],
    [
      'warning',
      [],
      '李敏于 2024-02-01 录入的 1 没有采用：本报告所用的表式没有“proactiveDisclosure.none.at-all”这一格，不能录入。请在表中选定要录入的格。',
    ],
  ])
})

test('what is said of a number that was taken is not said of another that was typed in', () => {
  const cell = 'proactiveDisclosure.rules.issued'
  const amount = 'proactiveDisclosure.administrativeFees.amount'
  const report = clean({ figures: { [cell]: 12, [amount]: 3 } })
  const printed = new Map(report.figures)
    .set(cell, { ...report.figures.get(cell)!, text: '12件', printedUnit: '件' })
    .set(amount, { ...report.figures.get(amount)!, text: '30000元', printedUnit: '元' })
  const said = (entered: readonly EnteredFigure[]) =>
    runChecks(withEntered({ ...report, figures: printed }, entered))
      .filter(({ check }) => check === 'count-with-unit' || check === 'amount-unit')
      .flatMap(({ cells }) => cells)
  expect(said([]).toSorted()).toEqual([amount, cell])
  expect(said([typed(cell, 12), typed(amount, 3)]).toSorted()).toEqual([amount, cell])
  expect(said([typed(cell, 13), typed(amount, 4)])).toEqual([])
})
