import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EditionId } from '../../../../lib/forms/index.ts'
import type { CrossFinding } from '../../../../lib/series/checks/cross-check.ts'
import { type Roster, readRoster } from '../../../../lib/series/roster/roster.ts'
import { seeded } from '../../../support/random.ts'
import { type Figures, findingsOf, type Handed, keysOf } from './invented-season.ts'
import { type PlainFinding, plainFindings, plainSeason } from './plain.ts'

type Random = (below: number) => number

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random(items.length)]!

/** A roster with parents, areas and mergers; every parent and successor stands before, so that there is no circle. */
const randomRoster = (random: Random, size: number, year: number): Roster => {
  const lines = Array.from({ length: size }, (_, at) => {
    const ends = at > 2 && random(5) === 0
    const until = ends ? pick(random, [`${year - 1}-06-30`, `${year}-06-30`, `${year}-12-31`]) : ''
    const parent = at > 0 && random(3) > 0 ? String(random(at)) : ''
    const scope = pick(random, ['', '本级', '全域', '全域'])
    const since = random(8) === 0 ? pick(random, [`${year}-03-01`, `${year - 1}-03-01`]) : ''
    // What ended has a successor that never does.
    const successor = ends ? String(random(3)) : ''
    return [
      String(at),
      `${at}局`,
      parent,
      scope,
      at < 3 ? '' : since > until && until !== '' ? '' : since,
      until,
      successor,
    ]
  })
  const head = ['unit', 'name', 'parent', 'scope', 'since', 'until', 'successor']
  const result = readRoster([head, ...lines].map((cells, at) => ({ line: at + 1, cells })))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.roster
}

/** Small numbers, so that sums agree often enough; some blanks, some far away, amounts with decimals. */
const randomFigures = (random: Random, edition: EditionId): Figures =>
  Object.fromEntries(
    keysOf(edition).map(key => {
      const chance = random(20)
      if (chance === 0) return [key, null]
      if (chance === 1) return [key, pick(random, [60, 75, 700])]
      if (key.endsWith('mount')) return [key, pick(random, [0, 0.1, 0.2, 0.3])]
      if (key.endsWith('.changeThisYear')) return [key, random(3) - 1]
      return [key, pick(random, [0, 0, 0, 1, 2])]
    }),
  )

const randomHanded = (random: Random, { units }: Roster, year: number): readonly Handed[] =>
  [...units.values()].flatMap(({ name }) =>
    [year - 1, year].flatMap((of): readonly Handed[] => {
      if (random(6) === 0) return []
      const usual: EditionId = of >= 2021 ? '2021' : '2019'
      const edition = random(10) === 0 ? pick(random, ['2019', '2021'] as const) : usual
      const figures = randomFigures(random, edition)
      const doubtful = random(3) === 0 ? keysOf(edition).filter(() => random(12) === 0) : []
      const handed: Handed = { name, year: of, edition, figures, doubtful }
      if (random(8) > 0) return [handed]
      const again = { ...handed, figures: randomFigures(random, edition), key: `again/${of}/${name}.docx` }
      return [handed, { ...again, uploadedAt: `${of + 1}-0${1 + random(3)}-09T00:00:00Z` }]
    }),
  )

const equations = new Set([
  'carried-over-against-last-year',
  'rules-in-force-against-last-year',
  'normative-in-force-against-last-year',
  'items-against-last-year',
  'disclosed-total-against-last-year',
  'jump-against-last-year',
  'summary-against-units',
])

const inShort = (findings: readonly CrossFinding[]): readonly PlainFinding[] =>
  findings
    .filter(({ check, subjects }) => equations.has(check) && subjects.length > 0)
    .map(({ check, outcome, subjects, expected, actual }) => ({
      check,
      outcome,
      unit: subjects[0]!.unit,
      cells: [...subjects[0]!.cells].sort(),
      ...(actual === undefined ? {} : { actual, expected: expected! }),
    }))

const sorted = (findings: readonly PlainFinding[]): readonly string[] =>
  findings
    .map(({ check, outcome, unit, cells, expected, actual }) =>
      JSON.stringify([check, outcome, unit, cells, expected, actual]),
    )
    .sort()

test('the SQL finds what a plain evaluation finds, on random seasons with blanks, doubts, mergers, other forms and doubles', async () => {
  const met = new Map<string, number>()
  const agree = (year: number) =>
    fc.asyncProperty(fc.nat(), async seed => {
      const random = seeded(`season ${seed}`)
      const roster = randomRoster(random, 40, year)
      const handed = randomHanded(random, roster, year)
      const dialect = seed % 2 === 0 ? 'duckdb' : 'trino'
      const findings = await findingsOf(roster, handed, { year, dialect })
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      const plain = plainFindings(plainSeason(roster, handed, year))
      for (const { check, outcome } of plain) {
        const name = `${check} ${outcome}`
        met.set(name, (met.get(name) ?? 0) + 1)
      }
      expect(sorted(inShort(findings))).toEqual(sorted(plain))
    })
  // The old form, the year of the change, the new form.
  for (const year of [2020, 2021, 2023]) await fc.assert(agree(year), { numRuns: 3, endOnFailure: true })
  // Chance brings both outcomes of all of them; a jump is never unassessable.
  for (const check of equations) {
    expect(met.get(`${check} broken`), check).toBeGreaterThan(0)
    if (check !== 'jump-against-last-year') expect(met.get(`${check} unassessable`), check).toBeGreaterThan(0)
  }
}, 120_000)
