import { expect, test } from 'vitest'
import { figureColumns } from '../../../../lib/series/columns.ts'
import { rosterOf } from '../roster/lines.ts'
import { findingsOf, type Handed } from './invented-season.ts'

const roster = rosterOf(`
  unit | name | parent | until | successor | scope
  P | 甲县人民政府 | | | | 全域
  A | 甲县水务局 | P | | | 本级
  B | 甲县教育局 | P | | | 本级
  C | 甲县粮食局 | P | 2023-06-30 | B | 本级
`)

/** The largest that a column takes. */
const largest = 999_999_999_999

test.each(['2019', '2021'] as const)('no number of a report is too large for a check: %s', async edition => {
  const figures = Object.fromEntries(
    figureColumns.filter(({ editions }) => editions.includes(edition)).map(({ key }) => [key, largest]),
  )
  const year = edition === '2019' ? 2020 : 2023
  const handed = ['甲县人民政府', '甲县水务局', '甲县教育局', '甲县粮食局'].flatMap(
    (name): readonly Handed[] => [
      { name, year: year - 1, edition, figures },
      { name, year, edition, figures: name.endsWith('水务局') ? {} : figures },
    ],
  )
  const findings = await findingsOf(roster, handed, { year })
  expect(findings.some(({ check }) => check === 'jump-against-last-year')).toBe(true)
})
