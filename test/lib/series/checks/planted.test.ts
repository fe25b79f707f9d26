import { beforeAll, expect, test } from 'vitest'
import { crossCatalogue } from '../../../../lib/series/checks/catalogue.ts'
import type { CrossFinding } from '../../../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../../../lib/series/checks/index.ts'
import { rosterOf } from '../roster/lines.ts'
import { handedIn, lines, names, roster, seasonBefore, seasonOf } from './faultless.ts'
import { carried, type Fault, faults } from './faults.ts'
import { findingsOf, type Handed, keysOf } from './invented-season.ts'

const inShort = ({ check, outcome, subjects: [first] }: CrossFinding): string =>
  [check, outcome, first?.unit ?? '', first?.cells[0] ?? ''].join(' ')

/** A world of its own for each fault, so that one run judges all: units, names and files of one are no other's. */
const world = (at: number): string => `${'青白临永长'[at % 5]}${'禾石江宁山泉湖坪田林湾'[Math.floor(at / 5)]}`

const inWorld = (name: string, at: number): string => name.replace(/^(?=.县)|^(?=数据局)/u, world(at))

const headed = (): string => {
  const [head, ...rest] = lines.trim().split('\n')
  const each = faults.flatMap((_, at) =>
    rest.map(line =>
      line
        .split('|')
        .map((cell, column) => {
          const text = cell.trim()
          const isUnit = column === 0 || column === 3 || column === 7
          return isUnit && text !== '' ? `${at}-${text}` : inWorld(text, at)
        })
        .join('|'),
    ),
  )
  return [head, ...each].join('\n')
}

const handedInWorld = ({ plant, edition = '2021' }: Fault, at: number): readonly Handed[] => {
  const before = seasonBefore(edition, world(at))
  const season = seasonOf(edition, before, world(at))
  return plant([...handedIn(before, 2022, edition), ...handedIn(season, 2023, edition)]).map(each => ({
    ...each,
    name: inWorld(each.name!, at),
    ...(each.text === undefined ? {} : { text: each.text.replaceAll(/(?=[甲乙]县)/gu, world(at)) }),
    key: `${at}/${each.key ?? `${each.year}/${each.name}.docx`}`,
  }))
}

const examples = new Map<string, CrossFinding>()
let findings: readonly CrossFinding[] = []

beforeAll(async () => {
  findings = await findingsOf(rosterOf(headed()), faults.flatMap(handedInWorld), { year: 2023 })
  for (const finding of findings)
    if (finding.outcome === 'broken' && !examples.has(finding.check)) examples.set(finding.check, finding)
}, 60_000)

const worldOf = ({ subjects: [first], upload }: CrossFinding): number =>
  Number.parseInt(first?.unit ?? upload?.key ?? '', 10)

test.each(faults.map((fault, at) => ({ ...fault, at })))('$name: found, and nothing besides', fault => {
  const own = findings.filter(finding => worldOf(finding) === fault.at)
  for (const { severity, message } of own) {
    if (fault.severity) expect(severity).toBe(fault.severity)
    if (fault.says) expect(message.zh).toContain(fault.says)
    for (const text of [message.zh, message.en]) expect(text).not.toMatch(/undefined|null|NaN/u)
  }
  const short = own.map(finding => inShort(finding).replaceAll(`${fault.at}-`, ''))
  expect(short.sort()).toEqual([...fault.gives].sort())
})

test('no finding is of no world, and none has the id of another', () => {
  expect(findings.filter(finding => Number.isNaN(worldOf(finding)))).toEqual([])
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
})

test('every check has a fault that it found', () => {
  expect([...examples.keys()].sort()).toEqual(crossChecks.map(({ id }) => id).sort())
})

test('the catalogue page is up to date', async () => {
  await expect(crossCatalogue(id => examples.get(id)?.message ?? null)).toMatchFileSnapshot(
    '../../../../lib/series/checks/README.md',
  )
})

test('where the form was changed between the years, what both have is compared and the rest is said to be open', async () => {
  const before = seasonBefore('2019')
  const season = seasonOf('2021', before)
  const handed = [...handedIn(before, 2020, '2019'), ...handedIn(season, 2021, '2021')]
  const grown = handed.map(each =>
    each.year === 2021 && each.name === names.get('B1')
      ? { ...each, figures: { ...each.figures, [carried]: (each.figures[carried] ?? 0) + 1 } }
      : each,
  )
  const reach = rosterOf('unit|name\nB1|乙县数据局\nB2|乙县统计局')
  const found = await findingsOf(
    reach,
    grown.filter(({ name }) => name === '乙县数据局' || name === '乙县统计局'),
    { year: 2021 },
  )
  expect(found.map(inShort)).toEqual([
    `carried-over-against-last-year broken B1 ${carried}`,
    'rules-in-force-against-last-year unassessable  ',
    'normative-in-force-against-last-year unassessable  ',
    'jump-against-last-year unassessable  ',
  ])
  expect(found[1]?.message.zh).toContain('有 2 家单位的表式与 2020 年不同')
})

test('a summary of one unit has its figures, and is no copy', async () => {
  const pair = rosterOf('unit|name|parent|scope\nP|甲县人民政府||全域\n1|甲县数据局|P|\n2|乙县数据局||')
  const figures = seasonBefore('2021').get('B1')!
  const alike = async (...those: readonly string[]) => {
    const handed = those.map((name): Handed => ({ name, year: 2022, edition: '2021', figures }))
    const found = await findingsOf(pair, handed, { year: 2022, asOf: '2022-12-31' })
    return found.map(({ check }) => check)
  }
  expect(await alike('甲县人民政府', '甲县数据局')).toEqual([])
  expect(await alike('乙县数据局', '甲县数据局')).toEqual(['same-figures-elsewhere'])
})

test('a parent of unknown scope may be a summary of its only unit, one of its own scope is none', async () => {
  const figures = seasonBefore('2021').get('B1')!
  const handed = ['甲县卫生局', '甲县卫生院'].map(
    (name): Handed => ({ name, year: 2022, edition: '2021', figures }),
  )
  const alike = async (scope: string) => {
    const pair = rosterOf(`unit|name|parent|scope\nP|甲县卫生局||${scope}\n1|甲县卫生院|P|`)
    const found = await findingsOf(pair, handed, { year: 2022, asOf: '2022-12-31' })
    return found.map(({ check }) => check)
  }
  expect(await alike('')).toEqual([])
  expect(await alike('本级')).toEqual(['same-figures-elsewhere'])
})

test('of two reports without one number nobody knows whether they are the same', async () => {
  const only = rosterOf('unit|name\n1|甲县卫生局')
  const twice = async (value: number | null) => {
    const figures = Object.fromEntries(keysOf('2021').map(key => [key, value]))
    const report: Handed = { name: '甲县卫生局', year: 2022, edition: '2021', figures }
    const found = await findingsOf(only, [report, { ...report, key: '副本.docx' }], { year: 2022 })
    return found.map(({ check, outcome, severity }) => [check, outcome, severity].join(' '))
  }
  expect(await twice(null)).toEqual(['reported-twice unassessable warning'])
  expect(await twice(0)).toEqual(['reported-twice broken info'])
})

test('before its deadline nobody is missing', async () => {
  const handed = handedIn(seasonBefore('2021'), 2022, '2021').filter(({ name }) => name !== names.get('B1'))
  const missing = async (asOf: string) =>
    (await findingsOf(roster, handed, { year: 2022, asOf })).filter(
      ({ check }) => check === 'unit-not-reported',
    )
  expect(await missing('2023-01-31')).toEqual([])
  expect((await missing('2023-02-01')).map(inShort)).toEqual(['unit-not-reported broken B1 '])
})

test('the same findings, in the same order, whatever the order in which reports came', async () => {
  const planted = faults.find(({ name }) => name.startsWith('a summary below the units'))!
  const handed = planted.plant([
    ...handedIn(seasonBefore('2021'), 2022, '2021'),
    ...handedIn(seasonOf('2021', seasonBefore('2021')), 2023, '2021'),
  ])
  const one = await findingsOf(roster, handed, { year: 2023 })
  expect(await findingsOf(roster, [...handed.toReversed(), ...handed], { year: 2023 })).toEqual(one)
})
