import type { Report } from '../../../../lib/model/report.ts'
import type { CellReading } from '../../../../lib/model/scan.ts'
import { oracleEquations } from '../../../support/equation-oracle.ts'

/**
 * What may be taken of a scan, said a second time and by other means: from the print, not from what was extracted. It knows
 * what is printed in each cell and accepts a judged report that has nothing but that.
 */

/** Keys whose figure is taken although it is not what is printed: it must have none. */
export const wrongOnes = (judged: Report, printed: Report): readonly string[] =>
  [...judged.figures.values()]
    .filter(({ state }) => state !== 'unreadable')
    .filter(({ key, state, value }) => {
      const truth = printed.figures.get(key)!
      return state !== truth.state || value !== truth.value
    })
    .map(({ key }) => key)

const digits = /^\d{1,12}$/u

/** A number that two families read, by hand: digits alone, no other text among those who are sure. */
const witnessed = ({ printed, readings }: CellReading): string | 'blank' | null => {
  const texts = readings.filter(({ text }) => text !== null && text !== '')
  if (printed === 'blank') return texts.length === 0 ? 'blank' : null
  const sure = texts.filter(({ confidence }) => confidence >= 0.5)
  const one = new Set(sure.map(({ text }) => text!))
  const families = new Set(sure.map(({ family }) => family)).size
  const [text] = one
  return printed === 'ink' && families > 1 && one.size === 1 && digits.test(text!) ? text! : null
}

/**
 * With all cells in their places, by the equations written out by hand and added up here: keys that must be taken, since all
 * their sums are read whole and hold, and those that may be, since those that are read whole do.
 */
export const takable = (
  report: Report,
  at: ReadonlyMap<string, CellReading>,
): { readonly must: readonly string[]; readonly may: readonly string[] } => {
  const read = new Map([...at].map(([key, cell]) => [key, witnessed(cell)] as const))
  const sums = oracleEquations(report)
  const holds = ({ left, right }: (typeof sums)[number]): boolean => {
    const side = (keys: readonly string[]) => keys.map(key => read.get(key) ?? null)
    const [one, other] = [side(left), side(right)]
    if ([...one, ...other].some(text => text === null)) return false
    const total = (texts: readonly (string | null)[]): bigint =>
      texts.reduce((sum, text) => sum + (text === 'blank' ? 0n : BigInt(text!)), 0n)
    const printed = [one, other].every(texts => texts.some(text => text !== 'blank'))
    return printed && total(one) === total(other)
  }
  const isRead = ({ left, right }: (typeof sums)[number]): boolean =>
    [...left, ...right].every(key => (read.get(key) ?? null) !== null)
  const told = (key: string) =>
    sums
      .filter(({ left, right }) => left.includes(key) || right.includes(key))
      .filter(({ left, right }) => [...left, ...right].some(each => read.get(each) !== 'blank'))
  const may = [...report.figures.keys()].filter(key => {
    const whole = told(key).filter(isRead)
    return (read.get(key) ?? null) !== null && whole.length > 0 && whole.every(holds)
  })
  return { may, must: may.filter(key => told(key).every(isRead)) }
}
