import type { SqlResult, SqlValue } from '../../../functions/season/engine.ts'
import { csvText } from '../../../lib/writers/csv.ts'
import { padded, printable, widthOf } from '../terminal/width.ts'

export const answerFormats = ['table', 'csv', 'json'] as const
export type AnswerFormat = (typeof answerFormats)[number]

type Answer = string | number | bigint | null

/** Decimals are text, so that none loses a digit: a number where that says the same. */
const answerOf = (value: SqlValue, isDecimal: boolean): Answer => {
  if (!isDecimal || typeof value !== 'string') return value
  const trimmed = value.includes('.') ? value.replace(/\.?0+$/u, '') : value
  return String(Number(value)) === trimmed ? Number(value) : trimmed
}

const shown = (value: Answer): string => (value === null ? '' : printable(String(value)))

/** Of a terminal. */
const widest = 40

const tableLines = (columns: readonly string[], rows: readonly (readonly Answer[])[]): readonly string[] => {
  const texts = rows.map(row => row.map(shown))
  const widths = columns.map((name, at) =>
    texts.reduce((width, row) => Math.min(widest, Math.max(width, widthOf(row[at]!))), widthOf(name)),
  )
  const isNumber = columns.map((_, at) => rows.every(row => typeof row[at] !== 'string'))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => padded(cell, widths[at]!, isNumber[at] ? 'right' : 'left'))
      .join('  ')
      .trimEnd()
  return [line(columns.map(printable)), ...texts.map(line), `${rows.length} 行 (rows)`]
}

/** What a number of JSON cannot hold stays text: integers of many digits, and what is no number. */
const jsonValue = (value: Answer): string | number | null => {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`
  return typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value
}

/** What the engine answered, as text that ends in a line end. */
export const answerText = (result: SqlResult, format: AnswerFormat): string => {
  const { columns, decimals } = result
  const rows = result.rows.map(row => row.map((value, at) => answerOf(value, decimals.has(at))))
  if (format === 'csv') return csvText([columns, ...rows])
  if (format === 'table') return `${tableLines(columns, rows).join('\n')}\n`
  const objects = rows.map(row => Object.fromEntries(columns.map((name, at) => [name, jsonValue(row[at]!)])))
  return `${JSON.stringify(objects, null, 2)}\n`
}
