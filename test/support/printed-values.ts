import { editionById } from '../../lib/forms/find-edition.ts'
import { formCells } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'
import { balancedFigures } from './balanced.ts'

type Random = (below: number) => number

export interface PrintedValues {
  /** What is printed in each cell. */
  readonly printed: Readonly<Record<string, string>>
  /** The number that a person reads there; null where there is none. */
  readonly key: Readonly<Record<string, number | null>>
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')

/**
 * Figures of an invented report in which every sum holds, as offices print them: zeros left blank or dashed in some,
 * separators, decimals of amounts, signs of changes.
 */
export const printedValues = (edition: EditionId, random: Random): PrintedValues => {
  const figures = balancedFigures(edition, random)
  const factor = random(4) === 0 ? 1_237 : 1
  const [isGrouped, zeros] = [random(3) === 0, random(3)]
  const cells = Object.values(editionById(edition).forms).flatMap(form => formCells(form))
  const told = cells.map(({ key, column }): readonly [string, string, number | null] => {
    const value = figures[key]! * factor
    if (column.unit) {
      const text = `${value}.${1 + random(9)}`
      return [key, text, Number(text)]
    }
    if (value === 0 && zeros > 0 && random(4) < zeros) {
      const isBlank = random(3) > 0
      return [key, isBlank ? '' : '-', null]
    }
    const digits = isGrouped ? grouped(String(value)) : String(value)
    return [key, column.signed && value > 0 && random(2) === 0 ? `+${digits}` : digits, value]
  })
  return {
    printed: Object.fromEntries(told.map(([key, text]) => [key, text])),
    key: Object.fromEntries(told.map(([key, , value]) => [key, value])),
  }
}
