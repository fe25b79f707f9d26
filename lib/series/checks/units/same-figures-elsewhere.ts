import { type AreaMember, areasOf } from '../../roster/relations.ts'
import type { Roster } from '../../roster/roster.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'

/** With fewer different numbers than these, small reports are alike by chance. */
const fewestDifferent = 5

/** At most so many are named. */
const shown = 5

interface Place {
  readonly unit: string
  readonly year: number
}

const nameOf = ({ unit, year }: Place): string => JSON.stringify([unit, year])

/** The units of each summary of the years. */
const summariesOf = (
  roster: Roster,
  years: ReadonlySet<number>,
): ReadonlyMap<string, readonly AreaMember[]> =>
  Map.groupBy(
    [...years].flatMap(year => areasOf(roster, year)),
    nameOf,
  )

const isUnder = (roster: Roster, unit: string, above: string): boolean => {
  const met = new Set<string>()
  let at = roster.units.get(unit)?.parent ?? null
  while (at !== null && at !== above && !met.has(at)) {
    met.add(at)
    at = roster.units.get(at)?.parent ?? null
  }
  return at === above
}

/** Without those that sum the others up, or may: a parent of unknown scope has perhaps the figures of its only unit. */
const withoutSummaries = (
  places: readonly Place[],
  summaries: ReadonlyMap<string, readonly AreaMember[]>,
  roster: Roster,
): readonly Place[] => {
  const here = new Set(places.map(nameOf))
  const sumsUp = (place: Place): boolean =>
    summaries.get(nameOf(place))?.some(({ member, year }) => here.has(nameOf({ unit: member, year }))) ??
    false
  const maySumUp = ({ unit, year }: Place): boolean =>
    roster.units.get(unit)?.scope === 'unknown' &&
    places.some(other => other.year === year && isUnder(roster, other.unit, unit))
  return places.filter(place => !sumsUp(place) && !maySumUp(place))
}

export const sameFiguresElsewhere = defineCrossCheck({
  id: 'same-figures-elsewhere',
  severity: 'warning',
  title: { zh: '与另一单位或另一年度的数字完全相同', en: 'The same figures as another unit’s or year’s' },
  explanation: {
    zh: `所有非零数字（读取时没有疑点的至少有 ${fewestDifferent} 个不同的数）与另一单位或以前年度的报告完全相同：可能是套用旧表或他人的表。`,
    en: `All figures that are not zero, at least ${fewestDifferent} different ones that were read without doubt, are those of another unit or an earlier year: the tables may have been copied.`,
  },
  source: '国办公开办函〔2021〕30号（四）：年度报告内容不得雷同',
  statements: ({ year, tables }) => [
    `SELECT r.figures_hash, r.unit, r.year, CASE WHEN r.doubtful IS NULL THEN 0 ELSE 1 END AS doubts
FROM ${tables.reports} r
  JOIN (
    SELECT figures_hash FROM ${tables.reports}
    WHERE figures_hash IS NOT NULL AND distinct_values >= ${fewestDifferent} AND year <= ${year}
    GROUP BY figures_hash HAVING count(*) > 1 AND max(year) = ${year}
  ) d ON d.figures_hash = r.figures_hash
WHERE r.year <= ${year} AND r.distinct_values >= ${fewestDifferent}
ORDER BY r.figures_hash, r.year DESC, r.unit`,
  ],
  drafts: (rows, known) => {
    const summaries = summariesOf(known.roster, new Set(rows.map(row => Number(row['year']))))
    return [...Map.groupBy(rows, row => String(row['figures_hash'])).values()].flatMap(
      (those): readonly CrossDraft[] => {
        const all = those.map(row => ({ unit: String(row['unit']), year: Number(row['year']) }))
        const places = withoutSummaries(all, summaries, known.roster)
        if (places.length < 2 || !places.some(({ year }) => year === known.year)) return []
        const names = places.slice(0, shown).map(({ unit, year }) => `${known.nameOf(unit)} ${year}`)
        const inDoubt = those.some(row => Number(row['doubts']) > 0)
          ? {
              zh: '其中有的数读取时有疑点，请先与原文件核对。',
              en: ' The reading of some of them is in doubt: compare with the files first.',
            }
          : { zh: '', en: '' }
        const more = places.length > shown ? { zh: ' 等', en: ' and others' } : { zh: '', en: '' }
        return [
          {
            message: {
              zh: `这 ${places.length} 份报告的非零数字完全相同：${names.join('、')}${more.zh}。${inDoubt.zh}请确认各自的数字，套用的请更正。`,
              en: `These ${places.length} reports have the same figures throughout: ${names.join(', ')}${more.en}.${inDoubt.en} Confirm each; correct what was copied.`,
            },
            subjects: places.map(({ unit, year }) => known.subject(unit, year)),
          },
        ]
      },
    )
  },
})
