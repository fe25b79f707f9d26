import type { EditionId } from '../../../lib/forms/index.ts'
import { type FigureColumn, figureColumns } from '../../../lib/series/columns.ts'

/**
 * Figures of invented units for two years that agree: small ones by chance, those of the second year a little more, and the
 * sum of others where a rule says so. All rules are sums, so that sums of units follow them as well.
 */

/** The figures of the year before and of this one that a figure of this year is the sum of; null where chance says it. */
const follows = ({
  key,
}: FigureColumn): { readonly before: readonly string[]; readonly now: readonly string[] } | null => {
  if (key.startsWith('requests.carriedOver.'))
    return { before: [key.replace('carriedOver', 'carriedForward')], now: [] }
  if (/^proactiveDisclosure\.(?:rules|normativeDocuments)\.inForce$/u.test(key))
    return { before: [key], now: [key.replace('inForce', 'issued')] }
  if (key.endsWith('.previousYearItems'))
    return { before: [key, key.replace('previousYearItems', 'changeThisYear')], now: [] }
  return null
}

const isRepealed = ({ key }: FigureColumn): boolean => key.endsWith('.repealed')

const nameOf = new Map(figureColumns.map(({ key, name }) => [key, name]))

/** One of so many numbers from 0 for each unit, as SQL; the same for the same place. */
export type Chance = (place: string, many: number) => string

/** Figures of units as SQL: `b_…` of the year before, `n_…` of this one, which stands on the first. */
export const figuresSql = (
  edition: EditionId,
  chance: Chance,
): { readonly before: string; readonly now: string } => {
  const columns = figureColumns.filter(({ editions }) => editions.includes(edition))
  const before = columns.map(column =>
    isRepealed(column) ? `0 AS b_${column.name}` : `1 + ${chance(`b ${column.key}`, 19)} AS b_${column.name}`,
  )
  const plain = (column: FigureColumn): string =>
    isRepealed(column) ? '0' : `b_${column.name} + ${chance(`n ${column.key}`, 3)}`
  const byKey = new Map(columns.map(column => [column.key, column]))
  const now = columns.map(column => {
    const rule = follows(column)
    const value = rule
      ? [
          ...rule.before.map(key => `b_${nameOf.get(key)}`),
          ...rule.now.map(key => `(${plain(byKey.get(key)!)})`),
        ].join(' + ')
      : plain(column)
    return `${value} AS n_${column.name}`
  })
  return { before: before.join(', '), now: now.join(', ') }
}
