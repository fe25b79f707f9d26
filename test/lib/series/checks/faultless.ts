import type { EditionId } from '../../../../lib/forms/index.ts'
import { seeded } from '../../../support/random.ts'
import { rosterOf } from '../roster/lines.ts'
import { type Figures, type Handed, keysOf } from './invented-season.ts'

/** A season without a fault: two years of a county with its offices and a merger, and of offices without one. */

export const lines = `
  unit | name | aliases | parent | kind | since | until | successor | due | scope
  A | 甲县人民政府 | 甲县政府 | | 政府 | | | | | 全域
  A1 | 甲县财政局 | | A | 部门 | | | | | 本级
  A2 | 甲县教育局 | | A | 部门 | | | | | 本级
  A21 | 甲县教育局考试中心 | | A2 | 部门 | | | | |
  A3 | 甲县粮食局 | | A | 部门 | | 2023-06-30 | A4 | |
  A4 | 甲县发展和改革局 | | A | 部门 | | | | |
  B1 | 乙县数据局 | 数据局 | | 部门 | | | | |
  B2 | 乙县统计局 | 数据局 | | 部门 | | | | 2月10日 |
  B3 | 乙县水利局 | 乙县水务局（~2022-12-31） | | 部门 | | | | |
  B4 | 乙县林业局 | | | 部门 | 2023-02-01 | | | |
  B5 | 乙县审计局 | | | 部门 | 2023-02-01 | | | |
`
export const roster = rosterOf(lines)
export const names = new Map([...roster.units.values()].map(({ unit, name }) => [unit, name]))
export const table2 = 'proactiveDisclosure'

const between = (random: (below: number) => number): number => 10 + random(30)

const added = (all: readonly Figures[]): Figures =>
  Object.fromEntries(
    [...new Set(all.flatMap(each => Object.keys(each)))].map(key => {
      const thousandths = all.reduce((sum, each) => sum + Math.round((each[key] ?? 0) * 1000), 0)
      return [key, thousandths / 1000]
    }),
  )

/** Figures of a year that follow from those of the year before, where there are some. */
const following = (name: string, edition: EditionId, last: Figures | null): Figures => {
  const random = seeded(name)
  const figures: Record<string, number> = {}
  for (const key of keysOf(edition))
    figures[key] = key.endsWith('mount') ? between(random) + 0.125 : between(random)
  if (last)
    for (const key of keysOf(edition)) {
      const before = (suffix: string): number => last[key.replace(/\.[A-Za-z]+$/u, suffix)] ?? 0
      if (key.startsWith('requests.carriedOver.'))
        figures[key] = last[key.replace('carriedOver', 'carriedForward')] ?? 0
      if (key.endsWith('.inForce')) {
        const [issued, repealed] = ['issued', 'repealed'].map(part => figures[key.replace('inForce', part)]!)
        figures[key.replace('inForce', 'repealed')] = Math.min(repealed!, issued!)
        figures[key] = before('.inForce') + issued! - Math.min(repealed!, issued!)
      }
      if (key.endsWith('.previousYearItems'))
        figures[key] = before('.previousYearItems') + before('.changeThisYear')
      if (key.endsWith('.totalDisclosed')) figures[key] = before('.totalDisclosed') + 1
    }
  return figures
}

type Season = ReadonlyMap<string, Figures>

export const seasonBefore = (edition: EditionId, world = ''): Season => {
  const own = new Map(
    ['A1', 'A2', 'A21', 'A3', 'A4', 'B1', 'B2', 'B3'].map(unit => [
      unit,
      following(`${world}${unit} before`, edition, null),
    ]),
  )
  const area = ['A1', 'A2', 'A21', 'A3', 'A4'].map(unit => own.get(unit)!)
  return new Map([...own, ['A', added(area)]])
}

export const seasonOf = (edition: EditionId, before: Season, world = ''): Season => {
  const last = (unit: string): Figures | null =>
    unit === 'A4' ? added(['A3', 'A4'].map(each => before.get(each)!)) : (before.get(unit) ?? null)
  const own = new Map(
    ['A1', 'A2', 'A21', 'A4', 'B1', 'B2', 'B3', 'B4', 'B5'].map(unit => [
      unit,
      following(`${world}${unit}`, edition, last(unit)),
    ]),
  )
  const area = ['A1', 'A2', 'A21', 'A4'].map(unit => own.get(unit)!)
  return new Map([...own, ['A', added(area)]])
}

export const handedIn = (season: Season, year: number, edition: EditionId): readonly Handed[] =>
  [...season].map(([unit, figures]) => ({
    name: unit === 'B3' && year === 2022 ? '乙县水务局' : names.get(unit)!,
    year,
    edition,
    figures,
  }))
