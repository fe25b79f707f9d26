import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import { balancedFigures } from '../../support/balanced.ts'

type Random = (below: number) => number

/** What is printed in each cell of an invented report, by its key. */
export type Printed = Readonly<Record<string, string>>

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!

/** Numbers of one to so many digits that are hard to tell apart. */
const alike = (digits: string, longest: number) => (random: Random) => {
  const text = Array.from({ length: 1 + random(longest) }, () => digits[random(digits.length)]!).join('')
  return Number(text)
}

/** Most reports print noughts above all. */
const few = (random: Random): number => (random(8) === 0 ? random(12) : 0)
const some = (random: Random): number => (random(3) === 0 ? random(40) : 0)
/** How counts are drawn where no sum stands. Sums are then made of them. */
const draws: readonly ((random: Random) => number)[] = [
  ...[few, few, few, some, some, some],
  random => (random(2) === 0 ? random(300) : random(10)),
  random => random(20_000),
  alike('17', 3),
  alike('068', 3),
  alike('014', 2),
  alike('358', 2),
  alike('0123456789', 4),
]

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')

/** An amount in 万元: with up to four decimals, paid back in some. */
const amount = (random: Random): string => {
  const whole = random(10 ** (1 + random(6)))
  const decimals = pick([0, 1, 2, 2, 4], random)
  const fraction = decimals === 0 ? '' : `.${String(random(10 ** decimals)).padStart(decimals, '0')}`
  return `${random(6) === 0 ? '-' : ''}${whole}${fraction}`
}

/** Noughts are printed, left blank, or dashed, in this report or only here and there. */
const noughts = [
  [() => '0'],
  [() => '0'],
  [() => ''],
  [(random: Random) => pick(['', '0'], random)],
  [() => '/'],
  [(random: Random) => pick(['-', '0', '—'], random)],
] as const

/** One report of a name: what is printed in its cells. In one of four some sum does not hold as printed. */
export const printedFigures = (edition: EditionId, random: Random): Printed => {
  const figures = balancedFigures(edition, random, pick(draws, random))
  const [nought] = pick(noughts, random)
  const isGrouped = random(5) === 0
  const printed: Record<string, string> = {}
  for (const { key, column } of Object.values(editionById(edition).forms).flatMap(form => formCells(form))) {
    const value = figures[key]!
    const isProactive = key.startsWith('proactiveDisclosure')
    if (column.unit) printed[key] = amount(random)
    else if (isProactive && column.signed && random(3) === 0) printed[key] = `-${1 + random(30)}`
    else if (value === 0) printed[key] = nought(random)
    else printed[key] = isGrouped ? grouped(String(value)) : String(value)
  }
  if (random(4) > 0) return printed
  const counts = Object.keys(printed).filter(
    key => /^\d+$/u.test(printed[key]!) && !key.startsWith('proactive'),
  )
  for (let slip = 0; slip <= random(3) && counts.length > 0; slip++) {
    const key = pick(counts, random)
    printed[key] = String(Number(printed[key]) + 1 + random(9))
  }
  return printed
}
