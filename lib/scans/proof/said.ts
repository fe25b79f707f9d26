import { readFigure } from '../../figures/read-figure.ts'
import type { CellReading } from '../../model/scan.ts'

/** What is read in a cell beyond what one reader makes of it: a number, or null where the cell is blank. */
export interface Said {
  readonly value: number | null
  /** Names of those who say so. */
  readonly readers: readonly string[]
}

/** A reader that is less sure of any character speaks neither for a number nor against one. */
const sureFrom = 0.5

/** So many families of readers must read the same: two readers of one family err alike. */
const witnesses = 2

const anyDigit = /[\d０-９]/u

/**
 * The number a text says; null where it is not beyond doubt one. Words do not count: a dash and the numeral 一 are one picture.
 */
const numberOf = (text: string): number | null => {
  const { state, value, remark, invisible } = readFigure(text)
  const plain = remark === undefined && invisible === undefined && anyDigit.test(text)
  return state === 'number' && plain ? value : null
}

const isCount = (value: number | null): value is number => Number.isInteger(value) && value! >= 0

const isSilent = (text: string | null): boolean => text === null || text.trim() === ''

/**
 * What the readers of a cell agree on: readers of different families read one number, and none that is sure reads anything
 * else. Blank is where both tests find nothing printed and no reader reads anything at all. Null: neither.
 */
export const saidBy = ({ printed, readings }: Pick<CellReading, 'printed' | 'readings'>): Said | null => {
  const speaking = readings.filter(({ text }) => !isSilent(text))
  if (printed === 'blank')
    return speaking.length === 0 ? { value: null, readers: readings.map(({ reader }) => reader) } : null
  if (printed === 'unsure') return null
  const sure = speaking.filter(({ confidence }) => confidence >= sureFrom)
  const families = new Set(sure.map(({ family }) => family))
  const [value, ...others] = new Set(sure.map(({ text }) => numberOf(text!)))
  if (families.size < witnesses || others.length > 0 || value === undefined || !isCount(value)) return null
  return { value, readers: sure.map(({ reader }) => reader) }
}
