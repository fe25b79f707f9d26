import { remember } from '../remember.ts'
import { even } from './labels.ts'
import type { StreamRow } from './stream.ts'

const money = /[十百千万亿]*元/gu
/** A caption of its own above a table: （单位：万元）. Running text that speaks of money is no unit of the table. */
const longestCaption = 30

const unitsIn = remember((text: string): string[] => even(text).match(money) ?? [])

/** Labels and captions, not values: what begins with a digit or a sign is an amount that carries its own unit. */
const isLabel = (text: string): boolean => !/^[\s\u3000\u00a0]*[+\-−－＋\d０-９]/u.test(text)

/**
 * The unit of money a table prints around its amounts (header, row label, caption, the line above it). Null where
 * it prints none; where it prints several their names, which no amount without a unit of its own can be read by.
 */
export const unitAround = (rows: readonly StreamRow[], above: readonly string[]): string | null => {
  const labels = rows.flatMap(row => row.cells.map(cell => cell.text)).filter(isLabel)
  const captions = above.filter(text => text.length <= longestCaption && /单位|單位/u.test(text))
  const units = new Set([...labels, ...captions].flatMap(unitsIn))
  return units.size === 0 ? null : [...units].join('/')
}
