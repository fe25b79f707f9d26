import type { EditionId } from '../../lib/forms/index.ts'
import { type Roster, readRoster } from '../../lib/series/roster/roster.ts'
import { type Figures, type Handed, keysOf } from '../lib/series/checks/invented-season.ts'
import { seeded } from '../support/random.ts'

/** A season in which chance brings everything that a statement looks for: blanks, mergers, other forms, doubles, copies. */

type Random = (below: number) => number

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random(items.length)]!

const kinds = ['政府', '部门', '乡镇', '公共企事业单位', '']

/** Parents and successors stand before, so that there is no circle. */
const randomRoster = (random: Random, size: number, year: number): Roster => {
  const lines = Array.from({ length: size }, (_, at) => {
    const ends = at > 2 && random(6) === 0
    const until = ends ? pick(random, [`${year - 1}-06-30`, `${year}-06-30`]) : ''
    const since = !ends && at > 2 && random(10) === 0 ? `${year}-03-01` : ''
    // Two of one name, under different parents.
    const isTwin = at === 5 || at === 7
    const name = isTwin ? '乙县同名局' : `乙县第${at}局`
    const parent = isTwin ? String(at - 5) : at > 0 && random(4) > 0 ? String(random(at)) : ''
    return [
      ...[String(at), name, parent, pick(random, kinds), pick(random, ['县', '乡', '市', ''])],
      ...[pick(random, ['', '本级', '本级', '全域']), since, until, ends ? String(random(3)) : ''],
      random(5) === 0 ? '02-15' : '',
    ]
  })
  const head = ['unit', 'name', 'parent', 'kind', 'level', 'scope', 'since', 'until', 'successor', 'due']
  const result = readRoster([head, ...lines].map((cells, at) => ({ line: at + 1, cells })))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.roster
}

/** Small numbers, so that sums agree often enough; blanks, jumps, amounts with decimals. */
const randomFigures = (random: Random, edition: EditionId): Figures =>
  Object.fromEntries(
    keysOf(edition).map(key => {
      const chance = random(25)
      if (chance === 0) return [key, null]
      if (chance === 1) return [key, pick(random, [60, 75, 700, 123_456_789_012])]
      if (key.endsWith('mount')) return [key, pick(random, [0, 0.1, 0.25, 1234.567891])]
      if (key.endsWith('.changeThisYear')) return [key, random(3) - 1]
      return [key, pick(random, [0, 0, 0, 1, 2, 3, 7])]
    }),
  )

/** Long enough to be compared with those of others. */
const longText = ((random: Random) =>
  Array.from({ length: 1200 }, () => String.fromCodePoint(0x4e_00 + random(3000))).join(''))(seeded('text'))

const texts = (of: number): readonly string[] => [
  '',
  '共收到申请 2 件，同比增长 100%。',
  '收到政府信息公开申请 1 件，比上年减少 5 件。',
  `${of}年，乙县林业局认真贯彻落实《条例》，主动公开政府信息12条。`,
  longText,
]

const handedOf = (random: Random, name: string, of: number): Handed => {
  const usual: EditionId = of >= 2021 ? '2021' : '2019'
  const edition = random(3) === 0 ? pick(random, ['2019', '2021'] as const) : usual
  const figures = randomFigures(random, edition)
  const text = pick(random, texts(of))
  const received = /申请 (\d+) 件/u.exec(text)?.[1]
  return {
    name: random(15) === 0 ? `${name}分局` : name,
    year: of,
    edition,
    figures: received ? { ...figures, 'requests.newRequests.total': Number(received) } : figures,
    text,
    uploadedAt: `${of + 1}-0${1 + random(4)}-1${random(10)}T0${random(9)}:00:00Z`,
    signedOn: pick(random, [null, `${of + 1}-01-20`, `${of + 1}-03-02`]),
    key: `${of}/${name}-${random(1e9)}.docx`,
  }
}

/** None, one, the same once more, or another one beside; now and then copied, or all zero. */
const randomHanded = (random: Random, { units }: Roster, year: number): readonly Handed[] => {
  const copied = handedOf(random, '', year)
  return [...units.values()].flatMap(({ name }) =>
    [year - 1, year].flatMap((of): readonly Handed[] => {
      if (random(6) === 0) return []
      const drawn = handedOf(random, name, of)
      const chance = random(20)
      const { edition, figures } = copied
      const handed =
        chance === 0 ? { ...drawn, edition, figures } : chance === 1 ? { ...drawn, figures: {} } : drawn
      if (random(8) > 0) return [handed]
      const again = random(2) === 0 ? handed : handedOf(random, name, of)
      return [handed, { ...again, name, key: `again/${of}/${name}-${random(1e9)}.docx` }]
    }),
  )
}

export const randomSeason = (seed: string, size: number, year: number) => {
  const random = seeded(seed)
  const roster = randomRoster(random, size, year)
  return { roster, handed: randomHanded(random, roster, year) }
}
