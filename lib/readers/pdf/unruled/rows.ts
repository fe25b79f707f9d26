import { isNumbered } from '../tables/continued.ts'
import { areAligned, type LooseCell } from './cells.ts'

/** A row of figures with the labels to its left. */
export interface LooseRow {
  readonly base: number
  readonly values: readonly LooseCell[]
  /** Labels of groups that begin with this row, then its own. */
  readonly labels: readonly LooseCell[]
}

/** Base lines nearer than this, in ems, are one. */
export const sameBase = 0.3

/** Figures by the base lines they stand on, from above. */
export const valueRows = (values: readonly LooseCell[]): LooseCell[][] => {
  const rows: LooseCell[][] = []
  for (const value of values.toSorted((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    if (row && value.top - row[0]!.top <= sameBase * value.size) row.push(value)
    else rows.push([value])
  }
  return rows.map(row => row.sort((a, b) => a.box.left - b.box.left))
}

/** A row stands beside its label: on one of its lines, or between two of them. */
const isBeside = (label: LooseCell, base: number): boolean =>
  base >= label.top - sameBase * label.size && base <= label.bottom + sameBase * label.size

const pitchesOf = (bases: readonly number[]): number[] => bases.slice(1).map((base, at) => base - bases[at]!)

/** A label alone is a row left blank if it keeps the distance of rows; nearer, it may be a line of its neighbour. */
const rowDistance = 0.9

/** Whether a label that no figures stand beside may as well be a part of the label above or below it. */
const isDoubtful = (label: LooseCell, own: readonly LooseCell[], rowPitch: number): boolean =>
  own.some(other => {
    const [upper, lower] = other.top < label.top ? [other, label] : [label, other]
    const pitch = lower.top - upper.bottom
    return pitch > 0 && pitch < rowDistance * rowPitch && areAligned(upper, lower) && !isNumbered(lower)
  })

/**
 * Gives rows of figures their labels. The own label of a row is the last one beside it, and of no other row; what stands
 * to the left of own labels names the group that begins with the row painted next. Null where a row has no label of its
 * own though others have, or where a label may be a part of another.
 */
export const labelledRows = (
  rows: readonly (readonly LooseCell[])[],
  labels: readonly LooseCell[],
): LooseRow[] | null => {
  const bases = rows.map(([value]) => value!.top)
  if (labels.length === 0)
    return rows.length === 1 ? [{ base: bases[0]!, values: rows[0]!, labels: [] }] : null
  const own = bases.map(base =>
    labels
      .filter(label => isBeside(label, base))
      .reduce<LooseCell | null>((a, b) => (a === null || b.box.right > a.box.right ? b : a), null),
  )
  if (!own.every(label => label !== null) || new Set(own).size < own.length) return null
  const rest = labels.filter(label => !own.includes(label))
  const distance = (label: LooseCell, base: number): number => Math.abs((label.top + label.bottom) / 2 - base)
  const isGroup = (label: LooseCell): boolean => {
    const nearest = own.reduce((a, b, at) =>
      distance(label, bases[at]!) < distance(label, bases[own.indexOf(a)]!) ? b : a,
    )
    return nearest.box.left >= label.box.right - sameBase * label.size
  }
  const groups = rest.filter(isGroup)
  const blank = rest.filter(label => !groups.includes(label))
  const rowPitch = Math.min(...pitchesOf(bases))
  if (blank.some(label => isDoubtful(label, own, rowPitch))) return null
  const all: LooseRow[] = [
    ...rows.map((values, at) => ({ base: bases[at]!, values, labels: [own[at]!] })),
    ...blank.map(label => ({ base: label.top, values: [], labels: [label] })),
  ].sort((a, b) => a.base - b.base)
  return all.map((row, at) => {
    const before = all[at - 1]?.labels[0]?.first ?? Number.NEGATIVE_INFINITY
    const begun = groups.filter(({ first }) => first > before && first < row.labels[0]!.first)
    return { ...row, labels: [...begun.sort((a, b) => a.box.left - b.box.left), ...row.labels] }
  })
}
