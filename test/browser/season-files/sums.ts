import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import { shown, withoutResults } from '../libreoffice.ts'
import type { Handed } from './county.ts'

/** Sums of what was handed in, by our own arithmetic, beside those that a spreadsheet program shows of our workbooks. */

const { proactiveDisclosure, requests, reconsiderationAndLitigation } = editionById('2021').forms

/** Keys of all figures, in the order of the form. */
const keys = [proactiveDisclosure, requests, reconsiderationAndLitigation].flatMap(form =>
  formCells(form).map(({ key }) => key),
)

/** One sum for each figure of the form. What is printed and is no number adds nothing. */
export const sumsOf = (counted: readonly Handed[]): readonly number[] =>
  keys.map(key =>
    counted.reduce((sum, { figures, slips }) => {
      const value = slips[key] ?? figures[key]!
      return typeof value === 'number' ? sum + value : sum
    }, 0),
  )

const numberOf = (text: string): number | null =>
  /^-?\d[\d,]*(?:\.\d+)?(?: ?录)?$/u.test(text) ? Number.parseFloat(text.replaceAll(',', '')) : null

const numbersOf = (cells: readonly string[]): readonly number[] =>
  cells.map(numberOf).filter(number => number !== null)

/** Of the summary: the line of sums that begins with these words. */
export const summarySums = async (workbook: Uint8Array, line: string): Promise<readonly number[]> => {
  const sheets = await shown(withoutResults(workbook))
  const row = sheets.get('汇总')!.find(cells => cells.find(cell => cell !== '')?.startsWith(line))
  return numbersOf(row ?? [])
}

/** Units that have no number stand beside the sums, behind this heading. */
const beside = '没有数字的单位'

/** Of the workbook of a season: the sums of all three tables of a year. */
export const seasonSums = async (workbook: Uint8Array, year: number): Promise<readonly number[]> => {
  const sheets = await shown(withoutResults(workbook))
  return ['表二', '表三', '表四'].flatMap((table, at) => {
    const rows = sheets.get(`合计 ${table} ${year}`)!
    const end = Math.min(
      ...rows.map(cells => cells.findIndex(cell => cell.startsWith(beside))).filter(found => found > 0),
    )
    const numbers = rows.flatMap(cells => numbersOf(cells.slice(0, end)))
    const form = [proactiveDisclosure, requests, reconsiderationAndLitigation][at]!
    return numbers.slice(0, formCells(form).length)
  })
}
