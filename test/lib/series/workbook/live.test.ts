import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOf } from '../../../../lib/series/checks/cross-equation.ts'
import { balanceChecks, liveDifference } from '../../../../lib/series/workbook/balance.ts'
import { liveSum, open } from '../../../../lib/series/workbook/live.ts'
import type { PlacedFigure } from '../../../../lib/series/workbook/place.ts'
import type { UnitSheet } from '../../../../lib/series/workbook/plan.ts'

const sheet = { name: '各单位 2023', columns: new Map() } as unknown as UnitSheet

const figuresOf = (values: readonly (number | null)[], apart = 1): readonly PlacedFigure[] =>
  values.map((value, at) => ({
    ...{ key: 'requests.newRequests.total', sheet, row: 6 + at * apart, column: 7 },
    ...{ value, shown: value ?? '（空白）', flagged: null },
  }))

/** Every way to put a number into the blanks. */
const filled = (values: readonly (number | null)[]): readonly number[] =>
  values.reduce<readonly number[]>(
    (sums, value) =>
      sums.flatMap(sum =>
        value === null ? Array.from({ length: 14 }, (_, own) => sum + own) : [sum + value],
      ),
    [0],
  )

const values = fc.array(fc.option(fc.nat(4)), { minLength: 1, maxLength: 3 })

test.each(['equal', 'atLeast'] as const)(
  'of a rule that is “%s” a difference is told where no number in the blanks could mend it, or none is missing',
  relation => {
    const check = balanceChecks.find(
      ({ id, equation }) => equation.relation === relation && id !== 'items-against-last-year',
    )!
    const placed = { check, place: placesOf(check.equation)[0]! }
    fc.assert(
      fc.property(values, values, (left, right) => {
        const side = (of: readonly (number | null)[]) => ({ figures: figuresOf(of), wanted: of.length })
        const { value } = liveDifference(placed, { left: side(left), right: side(right) })
        const outcomes = filled(left).flatMap(l =>
          filled(right).map(r => (relation === 'equal' ? l === r : l >= r)),
        )
        const sum = (of: readonly (number | null)[]) => of.reduce<number>((all, each) => all + (each ?? 0), 0)
        const holds = relation === 'equal' ? value === 0 : typeof value === 'number' && value >= 0
        if (!outcomes.includes(true)) expect([typeof value, holds]).toEqual(['number', false])
        else if (outcomes.includes(false)) expect(value).toBe(open)
        else expect(holds).toBe(true)
        if (value !== open) expect(value).toBe(sum(left) - sum(right))
      }),
    )
  },
)

test('nothing is concluded from a number that was read with a doubt, unless the rule holds with it', () => {
  const doubtful = (figures: readonly PlacedFigure[]): readonly PlacedFigure[] =>
    figures.map(figure => ({ ...figure, flagged: { key: figure.key, checks: [], doubtful: true } }))
  fc.assert(
    fc.property(
      fc.constantFrom(...balanceChecks),
      values,
      values,
      fc.boolean(),
      (check, left, right, isLeft) => {
        const placed = { check, place: placesOf(check.equation)[0]! }
        const side = (of: readonly (number | null)[], isDoubtful: boolean) => ({
          figures: isDoubtful ? doubtful(figuresOf(of)) : figuresOf(of),
          wanted: of.length,
        })
        const given = [side(left, isLeft), side(right, !isLeft)] as const
        const { value, formula } = liveDifference(placed, { left: given[0], right: given[1] })
        const sum = (of: readonly (number | null)[]) => of.reduce<number>((all, each) => all + (each ?? 0), 0)
        const isWhole =
          !right.includes(null) && (check.equation.relation === 'atLeast' || !left.includes(null))
        const holds =
          check.equation.relation === 'atLeast' ? sum(left) >= sum(right) : sum(left) === sum(right)
        expect(value).toBe(isWhole && holds ? sum(left) - sum(right) : open)
        expect(formula).not.toContain('<')
      },
    ),
  )
})

test('cells that lie apart are named one by one, as far as a formula can hold them', () => {
  const together = liveSum(figuresOf([1, 2, null, 3]))
  expect(together).toEqual({
    value: 6,
    formula: `IF(COUNT('各单位 2023'!$G$6:$G$9)=0,"",SUM('各单位 2023'!$G$6:$G$9))`,
  })
  const apart = Array.from({ length: 100 }, (_, at) => at)
  expect(liveSum(figuresOf(apart, 2))).toMatchObject({
    value: 4_950,
    formula: expect.stringContaining('$G$204'),
  })
  for (const count of [230, 251]) {
    const many = liveSum(
      figuresOf(
        Array.from({ length: count }, () => 1),
        2,
      ),
    )
    expect(many).toEqual({ value: count })
  }
})
