import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyFigures } from '../../../../lib/series/pages/key-figures.ts'
import { changeOf, summedOf, sumOf } from '../../../../lib/series/pages/sums.ts'
import { viewInMemory } from '../../../support/view-in-memory.ts'
import { type Figures, recordOfHanded } from '../checks/invented-season.ts'
import { rosterOf } from '../roster/lines.ts'

const scopes = ['本级', '全域', '不明'] as const

interface Drawn {
  readonly scope: (typeof scopes)[number]
  /** Of those before it; none where that is not there. */
  readonly parent: number
  /** Values of two years; undefined: no report, null: a blank cell. */
  readonly values: readonly (number | null | undefined)[]
  readonly flagged: boolean
}

const value = fc.option(fc.option(fc.nat({ max: 900 }), { nil: null }), { nil: undefined })
const drawn: fc.Arbitrary<Drawn> = fc.record({
  scope: fc.constantFrom(...scopes),
  parent: fc.nat({ max: 12 }),
  values: fc.tuple(value, value),
  flagged: fc.boolean(),
})
const { column } = keyFigures[0]!

const nameOf = (at: number): string => `第${at}局`
const parentOf = ({ parent }: Drawn, at: number): number | null => (parent < at ? parent : null)

const viewOf = (units: readonly Drawn[]) => {
  const roster = rosterOf(
    [
      'unit | name | parent | scope',
      ...units.map(
        (each, at) =>
          `u${at} | ${nameOf(at)} | ${parentOf(each, at) === null ? '' : `u${parentOf(each, at)}`} | ${each.scope}`,
      ),
    ].join('\n'),
  )
  const records = units.flatMap(({ values, flagged }, at) =>
    values.flatMap((each, year) => {
      if (each === undefined) return []
      const figures: Figures = { [column.key]: each }
      const row = recordOfHanded({ name: nameOf(at), year: 2022 + year, edition: '2021', figures })
      const checks = flagged && each !== null ? [{ key: column.key, checks: ['requests-balance'] }] : []
      return [{ ...row, flagged: JSON.stringify(checks) }]
    }),
  )
  return viewInMemory(records, roster, { year: 2023, asOf: '2024-05-01', findings: [], unmet: [] })
}

/** Whether a unit's number is added, by going up from everyone who reported. */
const isAdded = (units: readonly Drawn[], at: number, year: number): boolean => {
  if (units[at]!.values[year] === undefined) return false
  if (units[at]!.scope !== '全域') return true
  return !units.some(({ values }, below) => {
    if (values[year] === undefined) return false
    for (let above = parentOf(units[below]!, below); above !== null; above = parentOf(units[above]!, above))
      if (above === at) return true
    return false
  })
}

describe('sums over the units', () => {
  test('add each number once, count what has none, and compare what can be compared', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 9 }), units => {
        const view = viewOf(units)
        const of = (year: number) =>
          units.flatMap(({ values, flagged }, at) =>
            isAdded(units, at, year) ? [{ at, value: values[year]!, flagged }] : [],
          )
        const [before, now] = [of(0), of(1)]
        for (const [year, those] of [
          [2022, before],
          [2023, now],
        ] as const) {
          const summed = summedOf(view, year)
          const numbers = those.filter(each => each.value !== null)
          expect(sumOf(summed.rows, column)).toEqual({
            sum: BigInt(numbers.reduce((sum, each) => sum + each.value!, 0)),
            withNumber: numbers.length,
            without: those.length - numbers.length,
            flagged: numbers.filter(each => each.flagged).length,
          })
          const reported = units.filter(({ values }) => values[year - 2022] !== undefined).length
          expect(summed.rows.length + summed.leftOut.length).toBe(reported)
        }
        const both = now.flatMap(each => {
          const last = before.find(({ at }) => at === each.at)
          return last && last.value !== null && each.value !== null ? [each.value - last.value] : []
        })
        expect(changeOf(summedOf(view, 2023), summedOf(view, 2022), column)).toEqual({
          change: BigInt(both.reduce((sum, each) => sum + each, 0)),
          units: both.length,
        })
      }),
    )
  })

  test('do not compare a unit with what it was before others went into it', () => {
    const roster = rosterOf(`
      unit | name | until | successor
      u1 | 甲局 | |
      u2 | 乙局 | 2023-06-30 | u1
      u3 | 丙局 | |
    `)
    const record = (name: string, year: number, received: number) =>
      recordOfHanded({ name, year, edition: '2021', figures: { [column.key]: received } })
    const records = [
      ...[record('甲局', 2022, 10), record('乙局', 2022, 20), record('丙局', 2022, 5)],
      ...[record('甲局', 2023, 31), record('丙局', 2023, 7)],
    ]
    const told = { year: 2023, asOf: '2024-05-01', findings: [], unmet: [] }
    const view = viewInMemory(records, roster, told)
    expect(changeOf(summedOf(view, 2023), summedOf(view, 2022), column)).toEqual({ change: 2n, units: 1 })
  })
})
