import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../../lib/series/column.ts'
import { columnOf } from '../../../../lib/series/columns.ts'
import { barsHtml } from '../../../../lib/series/pages/plots/bars.ts'
import { ticksTo } from '../../../../lib/series/pages/plots/ticks.ts'
import { throughYears, yearPlotsHtml } from '../../../../lib/series/pages/plots/year-plots.ts'
import { outcomes, summed } from '../../../../lib/series/pages/plots/year-values.ts'
import { countyView } from './invented-county.ts'

const view = await countyView()
const reports = view.reports.filter(row => row['year'] === 2023 && row['edition_requests'] === '2021')
const nameOf = (key: string): string => columnOf(key).name
const granted = nameOf('requests.outcomes.granted.total')
const handled = nameOf('requests.outcomes.total.total')

const bars = (values: readonly (number | null)[], isStacked: boolean): string =>
  barsHtml({
    ...{ id: 'p', title: '图', about: '说明', series: ['甲', '乙'], isStacked },
    columns: [{ label: '2023', note: '', values, isParted: false }],
  })

const barsIn = (html: string): readonly string[] => html.match(/<rect x=/gu) ?? []

test('an axis begins at zero, reaches its most in even steps, and has few of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), most => {
      const ticks = ticksTo(most)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(7)
      for (const [at, tick] of ticks.entries()) expect(tick).toBe(at * ticks[1]!)
    }),
  )
})

test('heights are in proportion to values, from zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
      const heights = [
        ...bars([a, b], false).matchAll(/<rect x="[^"]*" y="[^"]*" width="[^"]*" height="([^"]*)"/gu),
      ]
      const [first, second] = heights.map(([, height]) => Number(height))
      expect(Math.abs(first! * b - second! * a)).toBeLessThanOrEqual(0.06 * (a + b))
    }),
  )
})

describe('what has no number', () => {
  test('has no bar, and a stack that lacks one part is not drawn', () => {
    expect(barsIn(bars([3, null], false))).toHaveLength(1)
    expect(barsIn(bars([3, null], true))).toHaveLength(0)
    expect(barsIn(bars([3, 4], true))).toHaveLength(2)
  })

  test('keeps a report out of a sum that its other numbers would be in, and is counted', () => {
    const [first, ...rest] = reports as [Row, ...Row[]]
    const lacking = { ...first, [granted]: null }
    const { values, units, lacks } = summed([lacking, ...rest], outcomes)
    expect([units, lacks]).toEqual([summed(rest, outcomes).units, summed(rest, outcomes).lacks + 1])
    expect(values).toEqual(summed(rest, outcomes).values)
    expect(summed([lacking], outcomes).values).toEqual(outcomes.map(() => null))
  })

  test('leaves its year a gap, which says why', () => {
    const years = throughYears([2020, 2023], year => (year === 2021 ? [] : reports))
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023])
    const html = yearPlotsHtml(years, 'units')
    expect(html).toContain('2021 年：无报告')
    expect(html).toMatch(/<title id="plot-outcomes-t">/u)
    expect(html).not.toMatch(/<(?:polyline|path d="M[^"]*L)/u)
  })
})

test('years of other forms are parted, and it is said', () => {
  const older = reports.map(row => ({ ...row, edition_requests: '2019' }))
  const html = yearPlotsHtml(
    throughYears([2020, 2021], year => (year === 2020 ? older : reports)),
    'units',
  )
  expect(html).toContain('2021 年起 2021版')
  expect(html).toContain('class="parted"')
  expect(
    yearPlotsHtml(
      throughYears([2022, 2023], () => reports),
      'units',
    ),
  ).not.toContain('class="parted"')
})

test('a part that is more than its whole is no share', () => {
  const [row] = reports as [Row]
  const shareOf = (part: bigint): string =>
    yearPlotsHtml([{ year: 2023, rows: [{ ...row, [granted]: part, [handled]: 10n }] }], 'unit')
  expect(shareOf(4n)).toContain('予以公开 40%')
  expect(shareOf(11n)).not.toContain('plot-share')
})
