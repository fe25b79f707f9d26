import { hashDigits, signatureHashes } from '../../text-signature.ts'
import type { SeasonQuery, SqlRow } from '../cross-check.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { type Asked, defineCrossCheck } from '../define-cross-check.ts'

/** Of the signature's hashes so many agree in texts that are nine tenths the same. Unrelated real reports agree in 0 to 4. */
const fewestAlike = 58

/** Hashes compared at once, and how often: of texts that are nine tenths the same 98 in 100 have one of the bands in common. */
const bandHashes = 6
const bands = [0, 1, 2, 3, 4] as const

/** At most so many are named. */
const shown = 5

const bandSql = (alias: string, band: number | string): string =>
  `substr(${alias}.text_signature, ${band} * ${bandHashes * hashDigits} + 1, ${bandHashes * hashDigits})`

const ofYears = ({ year }: SeasonQuery): string =>
  `r.year >= ${year - 1} AND r.year <= ${year} AND r.text_signature IS NOT NULL`

/**
 * For an engine that has a `hash` of 64 bits: a narrow table of all texts, looked at once, and of it every unit with a text
 * that has a band in common with another, as `unit`. Two bands of one hash that differ name a unit too many, never one too few.
 */
export const copiedNarrowing = (season: SeasonQuery, table: string) => ({
  bands: `SELECT r.unit AS unit, r.year AS year, ${bands.map(band => `hash(${bandSql('r', band)}) AS band${band}`).join(', ')}
FROM ${season.tables.reports} r WHERE ${ofYears(season)}`,
  units: bands.map(
    band => `SELECT unit FROM ${table} WHERE band${band} IN (
  SELECT band${band} FROM ${table} GROUP BY band${band} HAVING count(*) > 1 AND max(year) = ${season.year})`,
  ),
})

/**
 * Texts with a band in common, both signatures beside each other: those of a unit and of the year before; and those of
 * different units, each beside the first of them only, so that a text that thousands took over is compared thousands of
 * times, not millions. A band is looked for among all texts, and only what has one in common goes on.
 */
const statementOf = (season: SeasonQuery): string => {
  const { year, tables } = season
  const common = bands.map(
    band => `SELECT ${band} AS band, ${bandSql('r', band)} AS hashes FROM ${tables.reports} r
  WHERE ${ofYears(season)} GROUP BY ${bandSql('r', band)} HAVING count(*) > 1 AND max(r.year) = ${year}`,
  )
  const pair = `t.unit AS unit, t.year AS year, t.text_signature AS signature,
  o.unit AS other_unit, o.year AS other_year, o.text_signature AS other_signature`
  return `WITH common AS (
  ${common.join('\n  UNION ALL ')}
), alike AS (
  SELECT g.band, g.hashes, r.unit, r.year, r.text_signature, concat(CAST(r.year AS VARCHAR), r.unit) AS place
  FROM ${tables.reports} r CROSS JOIN (VALUES ${bands.map(band => `(${band})`).join(', ')}) AS b(band)
    JOIN common g ON g.band = b.band AND g.hashes = ${bandSql('r', 'b.band')}
  WHERE ${ofYears(season)}
), foremost AS (
  SELECT a.band, a.hashes, min(a.place) AS place FROM alike a GROUP BY a.band, a.hashes HAVING min(a.unit) <> max(a.unit)
)
SELECT 'year' AS beside, ${pair}
FROM alike t JOIN ${tables.lineage} l ON l.unit = t.unit AND l.year = t.year
  JOIN alike o ON o.band = t.band AND o.hashes = t.hashes AND o.unit = l.unit_before
WHERE t.year = ${year} AND o.year = ${year - 1}
UNION
SELECT 'unit' AS beside, ${pair}
FROM foremost f JOIN alike t ON t.band = f.band AND t.hashes = f.hashes
  JOIN alike o ON o.band = f.band AND o.hashes = f.hashes AND o.place = f.place
WHERE t.unit <> o.unit
ORDER BY beside, unit, year, other_unit, other_year`
}

interface Place {
  readonly unit: string
  readonly year: number
}

const nameOf = ({ unit, year }: Place): string => JSON.stringify([year, unit])

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The newest year first. */
const inOrder = (places: Iterable<Place>): readonly Place[] =>
  [...places].sort((a, b) => b.year - a.year || compare(a.unit, b.unit))

/** Two reports, and the share of hashes that agree. */
interface Pair {
  readonly places: readonly [Place, Place]
  readonly share: number
}

/** How many hashes of two signatures agree. */
const alike = (a: string, b: string): number => {
  let count = 0
  for (let at = 0; at < signatureHashes * hashDigits; at += hashDigits)
    if (a.slice(at, at + hashDigits) === b.slice(at, at + hashDigits)) count++
  return count
}

const pairOf = (row: SqlRow): Pair => ({
  places: [
    { unit: String(row['unit']), year: Number(row['year']) },
    { unit: String(row['other_unit']), year: Number(row['other_year']) },
  ],
  share: alike(String(row['signature']), String(row['other_signature'])) / signatureHashes,
})

const pairName = ({ places }: Pair): string => places.map(nameOf).sort().join(' ')

/** Pairs whose texts are alike, each once. */
const pairsOf = (rows: readonly SqlRow[]): readonly Pair[] => [
  ...new Map(
    rows
      .map(pairOf)
      .filter(({ share }) => share >= fewestAlike / signatureHashes)
      .map(pair => [pairName(pair), pair]),
  ).values(),
]

/** Reports that are alike one by one, each group with the least share of two that were compared. */
const groupsOf = (pairs: readonly Pair[]): readonly { places: readonly Place[]; share: number }[] => {
  const groups = new Map<string, { places: Map<string, Place>; share: number }>()
  for (const { places, share } of pairs) {
    const [a, b] = places.map(place => groups.get(nameOf(place)))
    const all = new Map([
      ...(a?.places ?? []),
      ...(b?.places ?? []),
      ...places.map(each => [nameOf(each), each] as const),
    ])
    const group = { places: all, share: Math.min(share, a?.share ?? 1, b?.share ?? 1) }
    for (const name of all.keys()) groups.set(name, group)
  }
  return [...new Set(groups.values())].map(({ places, share }) => ({
    places: inOrder(places.values()),
    share,
  }))
}

const draftOf = (
  { nameOf: unitName, subject }: Asked,
  places: readonly Place[],
  share: number,
  isOwn: boolean,
): CrossDraft => {
  const percent = Math.floor(share * 100)
  const named = places.slice(0, shown).map(({ unit, year }) => `${unitName(unit)} ${year}`)
  const more = places.length > shown ? { zh: ' 等', en: ' and others' } : { zh: '', en: '' }
  const advice = isOwn
    ? { zh: '请确认是否照搬上年，有无更新。', en: 'Confirm that it is not last year’s, taken over.' }
    : {
        zh: '请确认是否互相套用，并改写成自己的情况。',
        en: 'Confirm that none was copied from another, and write what was done.',
      }
  return {
    message: {
      zh: `这 ${places.length} 份报告的文字（数字、年份和单位名称除外，不含格式规定的语句）约 ${percent}% 相同：${named.join('、')}${more.zh}。${advice.zh}`,
      en: `The text of these ${places.length} reports, without numbers, years, names and prescribed sentences, is about ${percent}% the same: ${named.join(', ')}${more.en}. ${advice.en}`,
    },
    subjects: places.map(({ unit, year }) => subject(unit, year)),
  }
}

export const textCopied = defineCrossCheck({
  id: 'text-copied',
  severity: 'info',
  title: { zh: '文字与上年或其他单位雷同', en: 'Text that is last year’s, or another unit’s' },
  explanation: {
    zh: '第一、五、六部分的文字，去掉数字、年份、本单位名称和格式规定的语句后，与上年或另一单位的约九成以上相同。文字太短的不比较。相同程度是估计的（最小哈希），误差约百分之四；恰在九成上下的，百份中约漏两份。',
    en: 'What parts 一, 五 and 六 say, without numbers, years, the unit’s own names and prescribed sentences, is some nine tenths that of last year or of another unit. Short texts are not compared. How alike they are is estimated (MinHash), give or take 4 in 100; of those just nine tenths alike two in a hundred are missed.',
  },
  source: '国办公开办函〔2021〕30号（四）：年度报告内容不得雷同',
  statements: season => [statementOf(season)],
  drafts: (rows, asked) => {
    const ofYears = pairsOf(rows.filter(row => row['beside'] === 'year'))
    const known = new Set(ofYears.map(pairName))
    const ofUnits = pairsOf(rows.filter(row => row['beside'] === 'unit')).filter(
      pair => !known.has(pairName(pair)),
    )
    return [
      ...ofYears.map(({ places, share }) => draftOf(asked, inOrder(places), share, true)),
      ...groupsOf(ofUnits)
        .filter(({ places }) => places.some(({ year }) => year === asked.year))
        .map(({ places, share }) => draftOf(asked, places, share, false)),
    ]
  },
})
