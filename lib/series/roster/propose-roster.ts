import { lastDay } from '../../checks/formalities/published-late.ts'
import type { Row } from '../column.ts'
import { fingerprint } from '../fingerprint.ts'
import { evenName } from './even-name.ts'
import { type RosterField, rosterFields, rosterHeadings } from './fields.ts'

const text = (row: Row, name: string): string | null => {
  const value = row[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort()

/** The name that most of the reports print in full; of as many the first. */
const nameOf = (rows: readonly Row[]): string => {
  const counts = Map.groupBy(
    rows.map(row => text(row, 'authority')!),
    name => name,
  )
  return [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))[0]![0]
}

/**
 * A roster of the reports at hand, one unit for each name printed in full, for a person to correct: who belongs under whom,
 * which two names are one unit, and who is missing, no report says. Headings first.
 */
export const proposeRoster = (records: Iterable<Row>): readonly (readonly string[])[] => {
  const named = [...records].filter(row => text(row, 'authority') !== null)
  const units = [...Map.groupBy(named, row => evenName(text(row, 'authority')!))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const taken = new Set(units.map(([name]) => name))
  const shorts = Map.groupBy(named, row => evenName(text(row, 'authority_as_printed') ?? ''))
  const isOfOne = (short: string): boolean =>
    new Set(shorts.get(short)?.map(row => evenName(text(row, 'authority')!))).size === 1
  const rows = units.map(([key, reports]) => {
    const name = nameOf(reports)
    const aliases = sorted(
      reports
        .map(row => text(row, 'authority_as_printed'))
        .filter(alias => alias !== null && !taken.has(evenName(alias)) && isOfOne(evenName(alias)))
        .map(String),
    )
    const fields: Partial<Record<RosterField, string>> = {
      unit: `u${fingerprint(key).slice(0, 8)}`,
      name,
      aliases: aliases.join('；'),
      kind: lastDay(name) === '03-31' ? '政府' : '部门',
    }
    return rosterFields.map(field => fields[field] ?? '')
  })
  return [rosterFields.map(field => rosterHeadings[field][0]!), ...rows]
}
